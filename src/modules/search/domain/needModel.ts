import { FewWeights } from './fewWeights.ts';
import type { Features } from './needFeatures.ts';

/** What training leaves: rows of weights, one a feature, one column a need. */
export type NeedWeights = {
  /** Ids of needs, in the order of the columns. */
  readonly needs: readonly string[];
  readonly features: readonly string[];
  /** Row after row; in units of the row's `scales`. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  /** How telling each feature is among the examples (inverse document frequency); used for base forms. */
  readonly telling: Float32Array;
  /** Of which data it was made. */
  readonly madeOf: string;
};

/** Base forms of fewer examples are not learned. */
const FEWEST_HEARD = 2;
/** Factors together, times the largest weight, stay within 32 bits. */
const MOST_SUM = (2 ** 31 - 1) / 128;

/** A linear classifier: the features of a text → how likely each need is. */
export class NeedModel {
  readonly needs: readonly string[];
  readonly madeOf: string;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #rowsOfForms: ReadonlyMap<string, number>;
  readonly #weights: FewWeights;
  readonly #scales: Float32Array;
  readonly #bias: Float32Array;
  readonly #telling: Float32Array;
  /** The tellingness of words that the fewest examples have. */
  readonly #rarest: number;
  /** By row; not a number where nobody has asked yet. */
  readonly #oneness: Float64Array;

  constructor({ needs, features, weights, scales, bias, telling, madeOf }: NeedWeights) {
    if (weights.length !== needs.length * features.length || scales.length !== features.length || bias.length !== needs.length)
      throw new Error('the model of needs is damaged');
    this.needs = needs;
    this.madeOf = madeOf;
    this.#rows = new Map(features.map((feature, row) => [feature, row]));
    this.#rowsOfForms = new Map(features.flatMap((feature, row) => (feature.startsWith('l:') ? [[feature.slice(2), row] as const] : [])));
    this.#weights = new FewWeights(weights, needs.length);
    // Copies, as parts of a file keep the whole of it.
    this.#scales = scales.slice();
    this.#bias = bias.slice();
    this.#telling = telling.slice();
    this.#oneness = new Float64Array(features.length).fill(Number.NaN);
    this.#rarest = telling.reduce((most, each) => Math.max(most, each), 0);
  }

  /** Whether at least two examples have the base form. */
  knows(key: string): boolean {
    return this.#rowsOfForms.has(key);
  }

  /** Undefined when no two examples have the base form. */
  telling(key: string): number | undefined {
    const row = this.#rowsOfForms.get(key);
    return row === undefined ? undefined : this.#telling[row];
  }

  /** About how many examples have the base form: 0 for fewer than two. */
  heardIn(key: string): number {
    const telling = this.telling(key);
    return telling === undefined ? 0 : (FEWEST_HEARD * Math.expm1(this.#rarest)) / Math.expm1(telling);
  }

  /** How much of what a base form speaks for is its likeliest need: 1 when it speaks for nothing else, near 0 when for many alike. */
  onenessOf(key: string): number {
    const row = this.#rowsOfForms.get(key);
    if (row === undefined) return 0;
    const known = this.#oneness[row] as number;
    if (!Number.isNaN(known)) return known;
    let most = 0;
    let sum = 0;
    for (const weight of this.#weights.listRow(row)) {
      if (weight <= 0) continue;
      sum += weight;
      if (weight > most) most = weight;
    }
    return (this.#oneness[row] = sum === 0 ? 0 : most / sum);
  }

  /** Likelihoods in the order of `needs`, together 1; undefined when the text shows nothing that is known. */
  predict(features: Features): Float64Array | undefined {
    const rows: number[] = [];
    const factors: number[] = [];
    let most = 0;
    for (const [feature, weight] of features) {
      const row = this.#rows.get(feature);
      if (row === undefined) continue;
      const factor = weight * (this.#scales[row] as number);
      most += Math.abs(factor);
      rows.push(row);
      factors.push(factor);
    }
    if (rows.length === 0) return undefined;
    // Whole numbers, as large as fit: twice as quick as fractions, and right to a few millionths.
    const units = most === 0 ? 1 : MOST_SUM / most;
    const sums = this.#weights.sumRows(
      rows,
      factors.map((factor) => Math.trunc(factor * units)),
    );
    return softmax(Float64Array.from(sums, (sum, column) => (this.#bias[column] as number) + sum / units));
  }
}

/** Turns scores into likelihoods, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp((scores[at] as number) - highest);
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum;
  return scores;
}

const MAGIC = 'okienko-needs-2';

/** The model as bytes: a line of JSON, then scales, tellingness, bias and weights. */
export function encodeModel({ needs, features, weights, scales, bias, telling, madeOf }: NeedWeights): Uint8Array {
  const head = new TextEncoder().encode(`${JSON.stringify({ magic: MAGIC, madeOf, needs, features })}\n`);
  const numbers = [scales, telling, bias, weights].map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  const bytes = new Uint8Array(head.length + numbers.reduce((sum, part) => sum + part.length, 0));
  bytes.set(head);
  let at = head.length;
  for (const part of numbers) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @throws Error when the bytes are no model */
export function decodeModel(bytes: Uint8Array): NeedWeights {
  const end = bytes.indexOf(0x0a);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as { magic: string } & Pick<
    NeedWeights,
    'needs' | 'features' | 'madeOf'
  >;
  if (head.magic !== MAGIC) throw new Error('these bytes are no model of needs');
  const { needs, features, madeOf } = head;
  // A copy begins where numbers of four bytes may begin.
  const numbers = new Uint8Array(bytes.subarray(end + 1)).buffer;
  const scales = new Float32Array(numbers, 0, features.length);
  const telling = new Float32Array(numbers, features.length * 4, features.length);
  const bias = new Float32Array(numbers, features.length * 8, needs.length);
  const weights = new Int8Array(numbers, (features.length * 2 + needs.length) * 4);
  return { needs, features, madeOf, weights, scales, bias, telling };
}
