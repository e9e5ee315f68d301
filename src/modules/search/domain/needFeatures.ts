import type { PolishWords } from './polishWords.ts';
import type { SameWords } from './sameWords.ts';
import { fold, listWords, shapeOf } from './tokens.ts';
import { type WordVectors, withLengthOne } from './wordVectors.ts';

/** What a text shows to the classifier of needs: words and parts of words, of length 1 together, and where their meanings point. */
export type Features = ReadonlyMap<string, number>;

const MOST_WORDS = 60;
const STOP_WORD_WEIGHT = 0.3;
const PAIR_WEIGHT = 0.6;
const GRAM_WEIGHT = 0.35;
const GROUP_WEIGHT = 0.6;
const KEPT = 5_000;
const PAIRS_KEPT = 10_000;
const DIRECTION_WEIGHT = 1;
/** How telling a word is that no utterance has. */
const UNHEARD = 6;

/** A word without accents, read: its base forms, and the features that they and its 4-grams are. */
type WordFeatures = {
  readonly keys: readonly string[];
  readonly lemmas: readonly string[];
  readonly grams: readonly string[];
  readonly groups: readonly string[];
};

/** How telling a base form is among the utterances; undefined when none has it. */
export type Telling = (key: string) => number | undefined;

/**
 * Reads texts for the classifier: base forms, pairs of neighbouring ones, 4-grams, and the direction in which the meanings
 * of the words point together, all blind to accents.
 */
export class NeedFeatures {
  readonly #polish: PolishWords;
  readonly #vectors: WordVectors;
  readonly #same: SameWords;
  readonly #words = new Map<string, WordFeatures>();
  /** Features of pairs by their first and then by their second word. */
  readonly #pairs = new Map<string, Map<string, string>>();
  #pairCount = 0;
  readonly #directions: readonly string[];

  constructor(polish: PolishWords, vectors: WordVectors, same: SameWords) {
    this.#polish = polish;
    this.#vectors = vectors;
    this.#same = same;
    this.#directions = Array.from({ length: vectors.dimensions }, (_, at) => `v:${at}`);
  }

  /** @param mend other readings of a word that says nothing as typed, without accents */
  read(text: string, telling: Telling, mend?: (folded: string) => readonly string[]): Features {
    const features = new Map<string, number>();
    const direction = new Float32Array(this.#vectors.dimensions);
    const note = (key: string, weight: number): void => {
      if (weight > (features.get(key) ?? 0)) features.set(key, weight);
    };
    let before: string | undefined;
    for (const word of listWords(text).slice(0, MOST_WORDS)) {
      const { folded, isStop } = shapeOf(word);
      const read = this.#read(folded);
      const mended = isStop ? undefined : mend?.(folded);
      const isMended = mended !== undefined && mended.length > 0;
      const keys = isMended ? mended : read.keys;
      const weight = (isStop ? STOP_WORD_WEIGHT : 1) / Math.sqrt(keys.length);
      for (const lemma of isMended ? keys.map(lemmaFeature) : read.lemmas) note(lemma, weight);
      if (isStop) continue;
      const groups = isMended ? this.#groupsOf(mended) : read.groups;
      for (const group of groups) note(group, GROUP_WEIGHT / Math.sqrt(groups.length));
      this.#point(direction, keys, telling);
      for (const gram of read.grams) note(gram, GRAM_WEIGHT);
      if (before !== undefined) note(this.#pairOf(before, keys[0] ?? folded), PAIR_WEIGHT);
      before = keys[0] ?? folded;
    }
    let squares = 0;
    for (const weight of features.values()) squares += weight * weight;
    const length = Math.sqrt(squares);
    if (length > 0) for (const [key, weight] of features) features.set(key, weight / length);
    withLengthOne(direction);
    for (let at = 0; at < direction.length; at++) {
      const value = direction[at] as number;
      if (value !== 0) features.set(this.#directions[at] as string, value * DIRECTION_WEIGHT);
    }
    return features;
  }

  /** Remembered, as a text made anew has to be read letter by letter before it can be looked up. */
  #pairOf(first: string, second: string): string {
    const seconds = this.#pairs.get(first);
    const known = seconds?.get(second);
    if (known !== undefined) return known;
    const pair = `p:${first} ${second}`;
    if (++this.#pairCount > PAIRS_KEPT) {
      this.#pairs.clear();
      this.#pairCount = 1;
    }
    if (seconds === undefined || this.#pairCount === 1) this.#pairs.set(first, new Map([[second, pair]]));
    else seconds.set(second, pair);
    return pair;
  }

  #point(direction: Float32Array, keys: readonly string[], telling: Telling): void {
    const known = keys.flatMap((key) => {
      const vector = this.#vectors.of(key);
      return vector === undefined ? [] : [{ key, vector }];
    });
    for (const { key, vector } of known) {
      const weight = Math.min(UNHEARD + 1, telling(key) ?? UNHEARD) / known.length;
      for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] as number) + weight * (vector[at] as number);
    }
  }

  /** Base forms of a word without accents, without accents themselves; a number becomes the age that it may be. */
  keysOf(folded: string): readonly string[] {
    return this.#read(folded).keys;
  }

  /** The features that words said instead of one another share. */
  #groupsOf(keys: readonly string[]): readonly string[] {
    return [...new Set(keys.flatMap((key) => this.#same.get(key) ?? []))].map((group) => `s:${group}`);
  }

  #read(folded: string): WordFeatures {
    const remembered = this.#words.get(folded);
    if (remembered !== undefined) return remembered;
    const { exact, loose } = this.#polish.lemmasOf(folded);
    const lemmas = new Set([...exact, ...loose].map(fold));
    const keys = /^\d+$/.test(folded) ? [sizeOf(Number(folded))] : lemmas.size > 0 ? [...lemmas] : [folded];
    const grams = shapeOf(folded).grams.map((gram) => `g:${gram}`);
    const read = { keys, lemmas: keys.map(lemmaFeature), grams, groups: this.#groupsOf(keys) };
    if (this.#words.size >= KEPT) this.#words.clear();
    this.#words.set(folded, read);
    return read;
  }
}

const lemmaFeature = (key: string): string => `l:${key}`;

/** Numbers in a query are mostly ages; what matters is of whom. */
function sizeOf(number: number): string {
  if (number === 112) return '112';
  const bounds = [3, 7, 13, 18, 26, 60, 106] as const;
  return `#${bounds.find((bound) => number < bound) ?? 'more'}`;
}
