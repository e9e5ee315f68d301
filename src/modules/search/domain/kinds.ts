import type { PolishWords } from './polishWords.ts';
import { fold, isStopWord, listWords } from './tokens.ts';

/** A kind of service: what any centre may offer under any name. Format in data/search/README.md. */
export type Kind = {
  readonly id: string;
  /** Number of its statutory area. */
  readonly area: number;
  readonly name: string;
  /** What services of this kind are called, and words that only they use. */
  readonly words: readonly string[];
};
export type KindsFile = { readonly kinds: readonly Kind[] };
/** How much a service is of a kind: the leading kind of a service has 1. */
export type KindWeight = { readonly kind: number; readonly weight: number };

/** The texts of a service that tell its kind. */
export type KindText = {
  readonly name: string;
  readonly everydayNames: readonly string[];
  readonly keywords: readonly string[];
  readonly targetGroups: readonly string[];
  readonly description: string;
  /** Ids of kinds as an editor has set them, perhaps none; they outweigh what the texts tell. */
  readonly kinds?: readonly string[] | undefined;
};

/** What a service may be called: how telling all its words are together. */
type Phrase = { readonly kind: number; readonly telling: number };
/** One word of a phrase. */
type Place = { readonly phrase: number; readonly telling: number };

const MOST_KINDS = 3;
/** Kinds that an editor may choose for a service. */
export const MOST_CHOSEN = 6;
/** A further kind counts when the texts say it at least this well, against the leading one. */
const FURTHER_FROM = 0.5;
/** Texts that say less than this name no kind. */
const NAMED_FROM = 0.9;
/** Each further phrase of a kind that a service says counts this much less. */
const FURTHER_PHRASE = 0.35;
const FIELDS = { name: 1, everydayNames: 0.9, keywords: 0.8, description: 0.45, targetGroups: 0.3 } as const;
/** Less of a phrase is no sign of it. */
const HALF_SAID = 0.5;
const KEPT = 20_000;

/** Tells of which kinds a service is, from its own texts. */
export class Kinds {
  readonly list: readonly Kind[];
  readonly #polish: PolishWords;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #phrases: readonly Phrase[];
  readonly #places: readonly Place[];
  /** The places of phrases that a word can fill, by its base form. */
  readonly #placesOf = new Map<string, number[]>();
  readonly #known = new Map<string, readonly number[]>();
  /** Of the field being heard: which places were filled, and how telling they are together by phrase. */
  readonly #filled: Uint32Array;
  readonly #held: Float64Array;
  #field = 0;

  constructor({ kinds }: KindsFile, polish: PolishWords) {
    this.list = kinds;
    this.#polish = polish;
    this.#numbers = new Map(kinds.map(({ id }, number) => [id, number]));
    const spoken = kinds.map(({ name, words }) => [...new Set([...name.split(','), ...words])].map((text) => this.#read(text)));
    const kindsWith = new Map<string, number>();
    for (const phrases of spoken) for (const key of new Set(phrases.flat(2))) kindsWith.set(key, (kindsWith.get(key) ?? 0) + 1);
    const tellingness = (keys: readonly string[]): number =>
      Math.min(...keys.map((key) => Math.log(1 + kinds.length / (kindsWith.get(key) ?? 1)))) / Math.log(1 + kinds.length);
    const phrases: Phrase[] = [];
    const places: Place[] = [];
    for (const [kind, texts] of spoken.entries())
      for (const words of texts.filter((each) => each.length > 0)) {
        const tellings = words.map(tellingness);
        const phrase = phrases.push({ kind, telling: tellings.reduce((sum, telling) => sum + telling, 0) }) - 1;
        for (const [at, keys] of words.entries()) {
          const place = places.push({ phrase, telling: tellings[at] ?? 0 }) - 1;
          for (const key of new Set(keys)) this.#placesOf.set(key, [...(this.#placesOf.get(key) ?? []), place]);
        }
      }
    this.#phrases = phrases;
    this.#places = places;
    this.#filled = new Uint32Array(places.length);
    this.#held = new Float64Array(phrases.length);
  }

  /** The number of a kind by its id. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** At most three kinds, the leading one first; none when the texts name none. An editor's choice as it is. */
  kindsOf(text: KindText): KindWeight[] {
    const chosen = this.#chosen(text.kinds ?? []);
    if (chosen.length > 0 || text.kinds?.length === 0) return chosen;
    const said = new Map<number, number>();
    const hear = (field: string, weight: number): void => {
      for (const phrase of this.#phrasesIn(field)) {
        const { telling } = this.#phrases[phrase] as Phrase;
        const part = (this.#held[phrase] as number) / telling;
        this.#held[phrase] = 0;
        if (part < HALF_SAID) continue;
        const score = weight * part ** 3 * Math.sqrt(telling);
        if (score > (said.get(phrase) ?? 0)) said.set(phrase, score);
      }
    };
    hear(text.name, FIELDS.name);
    for (const name of text.everydayNames) hear(name, FIELDS.everydayNames);
    for (const keyword of text.keywords) hear(keyword, FIELDS.keywords);
    hear(text.description, FIELDS.description);
    hear(text.targetGroups.join(' '), FIELDS.targetGroups);

    const phrasesOfKind = new Map<number, number[]>();
    for (const [number, score] of said) {
      const { kind } = this.#phrases[number] as Phrase;
      phrasesOfKind.set(kind, [...(phrasesOfKind.get(kind) ?? []), score]);
    }
    const scores = [...phrasesOfKind].map(([kind, parts]) => ({
      kind,
      score: parts.toSorted((a, b) => b - a).reduce((sum, part, at) => sum + part * FURTHER_PHRASE ** at, 0),
    }));
    scores.sort((a, b) => b.score - a.score || a.kind - b.kind);
    const leading = scores[0]?.score ?? 0;
    if (leading < NAMED_FROM) return [];
    return scores
      .slice(0, MOST_KINDS)
      .filter(({ score }) => score >= leading * FURTHER_FROM && score >= NAMED_FROM)
      .map(({ kind, score }) => ({ kind, weight: (score / leading) ** 2 }));
  }

  #chosen(ids: readonly string[]): KindWeight[] {
    const chosen = new Set(ids.flatMap((id) => this.#numbers.get(id) ?? []));
    return [...chosen].slice(0, MOST_CHOSEN).map((kind) => ({ kind, weight: 1 }));
  }

  /** The phrases of which a text has words; how telling those are is in `held`, for the caller to read and clear. */
  #phrasesIn(text: string): number[] {
    const phrases: number[] = [];
    this.#field++;
    for (const word of listWords(text)) {
      let known = this.#known.get(word);
      if (known === undefined) {
        known = [...new Set(this.#keysOf(word).flatMap((key) => this.#placesOf.get(key) ?? []))];
        if (this.#known.size >= KEPT) this.#known.clear();
        this.#known.set(word, known);
      }
      for (const place of known) {
        if (this.#filled[place] === this.#field) continue;
        this.#filled[place] = this.#field;
        const { phrase, telling } = this.#places[place] as Place;
        if (this.#held[phrase] === 0) phrases.push(phrase);
        this.#held[phrase] = (this.#held[phrase] as number) + telling;
      }
    }
    return phrases;
  }

  /** The telling words of a text, each as all that it may be a form of, without accents. */
  #read(text: string): (readonly string[])[] {
    return listWords(text)
      .map((word) => this.#keysOf(word))
      .filter((keys) => keys.length > 0);
  }

  #keysOf(word: string): readonly string[] {
    const folded = fold(word);
    if (isStopWord(folded)) return [];
    const { exact, loose } = this.#polish.lemmasOf(word);
    const lemmas = exact.length > 0 ? exact : loose;
    return lemmas.length > 0 ? [...new Set(lemmas.map(fold))] : [folded];
  }
}
