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
  /** Ids of kinds as an editor has set them; they outweigh what the texts tell. */
  readonly kinds?: readonly string[] | undefined;
};

type Word = { readonly keys: readonly string[]; readonly telling: number };
type Phrase = { readonly kind: number; readonly words: readonly Word[]; readonly telling: number };

const MOST_KINDS = 3;
/** A further kind counts when the texts say it at least this well, against the leading one. */
const FURTHER_FROM = 0.5;
/** Texts that say less than this name no kind. */
const NAMED_FROM = 0.9;
/** Each further phrase of a kind that a service says counts this much less. */
const FURTHER_PHRASE = 0.35;
const FIELDS = { name: 1, everydayNames: 0.9, keywords: 0.8, description: 0.45, targetGroups: 0.3 } as const;
const KEPT = 20_000;

/** Tells of which kinds a service is, from its own texts. */
export class Kinds {
  readonly list: readonly Kind[];
  readonly #polish: PolishWords;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #phrases: readonly Phrase[];
  readonly #phrasesOf = new Map<string, number[]>();
  readonly #keys = new Map<string, readonly string[]>();

  constructor({ kinds }: KindsFile, polish: PolishWords) {
    this.list = kinds;
    this.#polish = polish;
    this.#numbers = new Map(kinds.map(({ id }, number) => [id, number]));
    const spoken = kinds.map(({ name, words }) => [...new Set([...name.split(','), ...words])].map((text) => this.#read(text)));
    const kindsWith = new Map<string, number>();
    for (const phrases of spoken) for (const key of new Set(phrases.flat(2))) kindsWith.set(key, (kindsWith.get(key) ?? 0) + 1);
    const tellingness = (keys: readonly string[]): number =>
      Math.min(...keys.map((key) => Math.log(1 + kinds.length / (kindsWith.get(key) ?? 1)))) / Math.log(1 + kinds.length);
    this.#phrases = spoken.flatMap((phrases, kind) =>
      phrases
        .filter((words) => words.length > 0)
        .map((read) => {
          const words = read.map((keys) => ({ keys, telling: tellingness(keys) }));
          return { kind, words, telling: words.reduce((sum, word) => sum + word.telling, 0) };
        }),
    );
    for (const [number, { words }] of this.#phrases.entries())
      for (const key of new Set(words.flatMap(({ keys }) => keys))) this.#phrasesOf.set(key, [...(this.#phrasesOf.get(key) ?? []), number]);
  }

  /** The number of a kind by its id. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** At most three kinds, the leading one first; none when the texts name none. */
  kindsOf(text: KindText): KindWeight[] {
    const chosen = (text.kinds ?? []).flatMap((id) => this.#numbers.get(id) ?? []);
    if (chosen.length > 0) return chosen.slice(0, MOST_KINDS).map((kind) => ({ kind, weight: 1 }));
    const said = new Map<number, number>();
    const hear = (field: string, weight: number): void => {
      const keys = new Set(this.#read(field).flat());
      const phrases = new Set([...keys].flatMap((key) => this.#phrasesOf.get(key) ?? []));
      for (const number of phrases) {
        const { words, telling } = this.#phrases[number] as Phrase;
        const held = words.reduce((sum, word) => sum + (word.keys.some((key) => keys.has(key)) ? word.telling : 0), 0);
        const score = weight * (held / telling) ** 3 * Math.sqrt(telling);
        if (score > (said.get(number) ?? 0)) said.set(number, score);
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

  /** The telling words of a text, each as all that it may be a form of, without accents. */
  #read(text: string): (readonly string[])[] {
    const words: (readonly string[])[] = [];
    for (const word of listWords(text)) {
      let keys = this.#keys.get(word);
      if (keys === undefined) {
        const folded = fold(word);
        const { exact, loose } = this.#polish.lemmasOf(word);
        const lemmas = exact.length > 0 ? exact : loose;
        keys = isStopWord(folded) ? [] : lemmas.length > 0 ? [...new Set(lemmas.map(fold))] : [folded];
        if (this.#keys.size >= KEPT) this.#keys.clear();
        this.#keys.set(word, keys);
      }
      if (keys.length > 0) words.push(keys);
    }
    return words;
  }
}
