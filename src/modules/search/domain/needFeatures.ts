import type { PolishWords } from './polishWords.ts';
import { fold, fourGrams, isStopWord, listWords } from './tokens.ts';
import { type WordVectors, withLengthOne } from './wordVectors.ts';

/** What a text shows to the classifier of needs: words and parts of words, of length 1 together, and where their meanings point. */
export type Features = ReadonlyMap<string, number>;

const MOST_WORDS = 60;
const STOP_WORD_WEIGHT = 0.3;
const PAIR_WEIGHT = 0.6;
const GRAM_WEIGHT = 0.35;
const KEPT = 20_000;
const DIRECTION_WEIGHT = 1;
/** How telling a word is that no utterance has. */
const UNHEARD = 6;

/** How telling a base form is among the utterances; undefined when none has it. */
export type Telling = (key: string) => number | undefined;

/**
 * Reads texts for the classifier: base forms, pairs of neighbouring ones, 4-grams, and the direction in which the meanings
 * of the words point together, all blind to accents.
 */
export class NeedFeatures {
  readonly #polish: PolishWords;
  readonly #vectors: WordVectors;
  readonly #keys = new Map<string, readonly string[]>();
  readonly #directions: readonly string[];

  constructor(polish: PolishWords, vectors: WordVectors) {
    this.#polish = polish;
    this.#vectors = vectors;
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
      const folded = fold(word);
      const isStop = isStopWord(folded);
      const read = this.keysOf(folded);
      const mended = isStop ? undefined : mend?.(folded);
      const keys = mended === undefined || mended.length === 0 ? read : mended;
      for (const key of keys) note(`l:${key}`, (isStop ? STOP_WORD_WEIGHT : 1) / Math.sqrt(keys.length));
      if (isStop) continue;
      this.#point(direction, keys, telling);
      for (const gram of fourGrams(folded)) note(`g:${gram}`, GRAM_WEIGHT);
      if (before !== undefined) note(`p:${before} ${keys[0] ?? folded}`, PAIR_WEIGHT);
      before = keys[0] ?? folded;
    }
    const length = Math.sqrt([...features.values()].reduce((sum, weight) => sum + weight * weight, 0));
    if (length > 0) for (const [key, weight] of features) features.set(key, weight / length);
    for (const [at, value] of withLengthOne(direction).entries())
      if (value !== 0) features.set(this.#directions[at] ?? '', value * DIRECTION_WEIGHT);
    return features;
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
    const remembered = this.#keys.get(folded);
    if (remembered !== undefined) return remembered;
    const { exact, loose } = this.#polish.lemmasOf(folded);
    const lemmas = new Set([...exact, ...loose].map(fold));
    const keys = /^\d+$/.test(folded) ? [sizeOf(Number(folded))] : lemmas.size > 0 ? [...lemmas] : [folded];
    if (this.#keys.size >= KEPT) this.#keys.clear();
    this.#keys.set(folded, keys);
    return keys;
  }
}

/** Numbers in a query are mostly ages; what matters is of whom. */
function sizeOf(number: number): string {
  if (number === 112) return '112';
  const bounds = [3, 7, 13, 18, 26, 60, 106] as const;
  return `#${bounds.find((bound) => number < bound) ?? 'more'}`;
}
