import type { PolishWords } from './polishWords.ts';
import { fold, isStopWord, listWords } from './tokens.ts';

/**
 * The shared lexicon: how residents speak → words that services use. Format in data/search/README.md.
 * `say`: expressions; a word ending in `*` stands for every word that begins so. `mean`: words to look for as well.
 */
export type LexiconEntry = { readonly say: readonly string[]; readonly mean: readonly string[] };
export type LexiconFile = { readonly entries: readonly LexiconEntry[] };

/** An expression to look for although it was not typed: as written, its base forms, how sure we are (0-1], and what was typed. */
type Meaning = { readonly text: string; readonly lemmas: readonly string[] };
export type Expansion = Meaning & { readonly sureness: number; readonly typed: readonly string[]; readonly places: readonly number[] };

/** A typed word, everything it may be a form of, and its place among the words typed. */
export type ReadWord = {
  readonly at?: number;
  readonly typed: string;
  readonly folded: string;
  readonly lemmas: ReadonlyMap<string, number>;
};

type Cue = { readonly keys: readonly string[]; readonly means: readonly Meaning[] };

/** An expression is taken as said when this part of it, weighted by how telling its words are, was said. */
const ENOUGH_OF_LONG = 0.62;
const ENOUGH_OF_SHORT = 0.75;
/** So many words on, the next word of an expression may stand. */
const NEAR = 2;

export class Lexicon {
  readonly #cues: Cue[] = [];
  readonly #cuesByKey = new Map<string, number[]>();
  readonly #prefixes = new Map<string, string[]>();
  readonly #keysOfLemma = new Map<string, Set<string>>();
  /** By cue: how telling its words are together, which part of that is enough. */
  readonly #weights: Float64Array;
  readonly #enough: Float64Array;
  /** By cue: how much of it was heard in the query being read; zero in between. */
  readonly #heard: Float64Array;

  constructor(file: LexiconFile, words: PolishWords) {
    for (const entry of file.entries) {
      const means = entry.mean.map((text) => ({ text, lemmas: contentWords(text).map((word) => likeliestLemma(word, words)) }));
      for (const expression of entry.say) this.#addCue(expression, means, words);
    }
    this.#heard = new Float64Array(this.#cues.length);
    this.#weights = Float64Array.from(this.#cues, ({ keys }) => keys.reduce((sum, key) => sum + this.#tellingness(key), 0));
    this.#enough = Float64Array.from(this.#cues, ({ keys }) => (keys.length <= 2 ? ENOUGH_OF_SHORT : ENOUGH_OF_LONG));
  }

  /** Whether any expression uses this base form. */
  knows(lemma: string): boolean {
    return this.#keysOfLemma.has(lemma);
  }

  /** Whether a word begins like an expression's word that stands for many ("психолог*"). */
  knowsPrefix(folded: string): boolean {
    return this.#prefixKeys(folded).length > 0;
  }

  /** Words to look for beyond those typed. */
  expand(query: readonly ReadWord[]): Expansion[] {
    const said = new Map<string, { sureness: number; typed: string; at: number }>();
    const hear = (key: string, sureness: number, typed: string, at: number): void => {
      if (sureness > (said.get(key)?.sureness ?? 0)) said.set(key, { sureness, typed, at });
    };
    for (const [number, { at = number, folded, lemmas, typed }] of query.entries()) {
      for (const [lemma, sureness] of lemmas) for (const key of this.#keysOfLemma.get(lemma) ?? []) hear(key, sureness, typed, at);
      for (const key of this.#prefixKeys(folded)) hear(key, 1, typed, at);
    }
    const heard: number[] = [];
    for (const [key, { sureness }] of said) {
      const weight = sureness * this.#tellingness(key);
      const cues = this.#cuesByKey.get(key) ?? [];
      for (let at = 0; at < cues.length; at++) {
        const index = cues[at] as number;
        if (this.#heard[index] === 0) heard.push(index);
        this.#heard[index] = (this.#heard[index] as number) + weight;
      }
    }
    const best = new Map<string, Expansion>();
    const allSaid = [...said];
    for (const index of heard) {
      const part = (this.#heard[index] as number) / (this.#weights[index] as number);
      this.#heard[index] = 0;
      if (part < (this.#enough[index] as number)) continue;
      const cue = this.#cues[index] as Cue;
      const heardHere = allSaid.filter(([key]) => cue.keys.includes(key)).map(([, each]) => each);
      const typed = new Set(heardHere.map((each) => each.typed));
      if (cue.keys.length > 1 && typed.size < 2) continue;
      const places = heardHere.map(({ at }) => at);
      // Words of one expression stand near one another; far apart they belong to two things.
      if (Math.max(...places) - Math.min(...places) > places.length * NEAR) continue;
      const sureness = Math.min(1, part * part);
      for (const meaning of cue.means) {
        const key = meaning.lemmas.join(' ');
        if (sureness > (best.get(key)?.sureness ?? 0)) best.set(key, { ...meaning, sureness, typed: [...typed], places });
      }
    }
    return [...best.values()];
  }

  #addCue(expression: string, means: Cue['means'], words: PolishWords): void {
    const keys = new Set<string>();
    for (const part of expression.split(/\s+/)) {
      if (part.endsWith('*')) {
        const key = `${fold(part.slice(0, -1))}*`;
        keys.add(key);
        this.#notePrefix(key);
      }
    }
    const whole = expression.replace(/\S+\*/gu, ' ');
    for (const word of keys.size > 0 && listWords(whole).every((one) => isStopWord(fold(one))) ? [] : contentWords(whole)) {
      const lemmas = lemmasOrSelf(word, words);
      const key = lemmas[0] ?? fold(word);
      keys.add(key);
      for (const lemma of lemmas) this.#noteLemma(lemma, key);
    }
    if (keys.size === 0) return;
    const index = this.#cues.push({ keys: [...keys], means }) - 1;
    for (const key of keys) this.#cuesByKey.set(key, [...(this.#cuesByKey.get(key) ?? []), index]);
  }

  #noteLemma(lemma: string, key: string): void {
    const keys = this.#keysOfLemma.get(lemma) ?? new Set<string>();
    keys.add(key);
    this.#keysOfLemma.set(lemma, keys);
  }

  #notePrefix(key: string): void {
    const start = key.slice(0, 3);
    const keys = this.#prefixes.get(start) ?? [];
    if (!keys.includes(key)) this.#prefixes.set(start, [...keys, key]);
  }

  #prefixKeys(folded: string): string[] {
    return (this.#prefixes.get(folded.slice(0, 3)) ?? []).filter((key) => folded.startsWith(key.slice(0, -1)));
  }

  /** Rare words of the lexicon tell more than common ones: inverse document frequency over expressions. */
  #tellingness(key: string): number {
    const cues = this.#cuesByKey.get(key)?.length ?? 0;
    return key === 'nie' ? 0.8 : Math.log(1 + this.#cues.length / (1 + cues));
  }
}

function contentWords(text: string): readonly string[] {
  const words = listWords(text);
  const telling = words.filter((word) => !isStopWord(fold(word)));
  return telling.length > 0 ? telling : words;
}

function lemmasOrSelf(word: string, words: PolishWords): readonly string[] {
  const { exact, loose } = words.lemmasOf(word);
  if (exact.length > 0) return exact;
  return loose.length > 0 ? loose : [fold(word)];
}

/** The word itself when it is a base form, else the first the dictionary gives. */
function likeliestLemma(word: string, words: PolishWords): string {
  const lemmas = lemmasOrSelf(word, words);
  return lemmas.includes(word) ? word : (lemmas[0] ?? word);
}
