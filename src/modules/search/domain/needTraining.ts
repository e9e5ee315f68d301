import type { Features, NeedFeatures } from './needFeatures.ts';
import { type NeedWeights, softmax } from './needModel.ts';
import { seeded } from './noise.ts';

/** A text and the column of the need it tells of. */
export type Example = { readonly text: string; readonly need: number };
export type TrainingOptions = {
  /** Rounds over all examples. */
  readonly rounds?: number;
  /** How many copies with features left out are added of each example. */
  readonly copies?: number;
  readonly seed?: number;
};

const ROUNDS = 5;
const COPIES = 1;
const SEED = 7;
const STEP = 0.5;
const BIAS_STEP = 0.01;
/** Features have length 1 together; the scores need to be larger than that to tell needs apart. */
const SHARPNESS = 6;
/** Features of a single example tell nothing general. */
const SEEN_FROM = 2;
const LEFT_OUT = 0.2;
/** Texts of so few words need all of them. */
const LONG = 3;
/** Weights are kept as whole numbers up to this: coarser than a byte allows, so the file packs to half, and nothing is lost by it. */
const LEVELS = 31;
/** Wrong needs this unlikely are let be: it saves most of the work. */
const WORTH_MENDING = 2e-3;

type Row = { readonly ids: Int32Array; readonly values: Float32Array; readonly need: number };

/**
 * Trains a softmax regression by stochastic gradient descent with steps that shrink for each feature as it is used
 * (AdaGrad by rows). The same examples give the same weights.
 */
export function trainNeeds(
  examples: readonly Example[],
  needs: readonly string[],
  features: NeedFeatures,
  madeOf: string,
  { rounds = ROUNDS, copies = COPIES, seed = SEED }: TrainingOptions = {},
): NeedWeights {
  const heard = countWords(examples, features);
  const telling = (key: string): number | undefined => {
    const count = heard.get(`l:${key}`);
    return count === undefined || count < SEEN_FROM ? undefined : Math.log(1 + examples.length / count);
  };
  const whole = examples.map(({ text }) => features.read(text, telling));
  const read = [...whole, ...withFeaturesLeftOut(whole, copies, seed)];
  const seen = new Map<string, number>();
  for (const each of whole) for (const key of each.keys()) seen.set(key, (seen.get(key) ?? 0) + 1);
  const kept = [...seen].filter(([, count]) => count >= SEEN_FROM).map(([key]) => key);
  const rowOf = new Map(kept.map((key, row) => [key, row]));
  const rows: Row[] = read.map((each, at) => {
    const known = [...each].flatMap(([key, value]) => {
      const id = rowOf.get(key);
      return id === undefined ? [] : [{ id, value }];
    });
    return {
      ids: Int32Array.from(known, ({ id }) => id),
      values: Float32Array.from(known, ({ value }) => value * SHARPNESS),
      need: examples[at % examples.length]?.need ?? 0,
    };
  });
  const { weights, bias } = descend(rows, kept.length, needs.length, rounds, seed);
  const scales = new Float32Array(kept.length);
  const small = new Int8Array(weights.length);
  for (let row = 0; row < kept.length; row++) {
    const start = row * needs.length;
    let largest = 0;
    for (let column = 0; column < needs.length; column++) largest = Math.max(largest, Math.abs(weights[start + column] as number));
    const scale = largest / LEVELS;
    scales[row] = scale * SHARPNESS;
    if (scale > 0)
      for (let column = 0; column < needs.length; column++) small[start + column] = Math.round((weights[start + column] as number) / scale);
  }
  const tellings = Float32Array.from(kept, (key) => (key.startsWith('l:') ? (telling(key.slice(2)) ?? 0) : 0));
  return { needs, features: kept, weights: small, scales, bias, telling: tellings, madeOf };
}

/** In how many examples each feature is. */
function countWords(examples: readonly Example[], features: NeedFeatures): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of examples)
    for (const key of features.read(text, () => undefined).keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function descend(rows: readonly Row[], featureCount: number, columns: number, rounds: number, seed: number) {
  const weights = new Float32Array(featureCount * columns);
  const used = new Float32Array(featureCount).fill(1e-3);
  const bias = new Float32Array(columns);
  const scores = new Float64Array(columns);
  const wrong = new Int32Array(columns);
  const random = seeded(seed);
  const order = Int32Array.from(rows, (_, at) => at);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const at of order) {
      const { ids, values, need } = rows[at] as Row;
      scores.set(bias);
      for (let each = 0; each < ids.length; each++) {
        const value = values[each] as number;
        const start = (ids[each] as number) * columns;
        for (let column = 0; column < columns; column++)
          scores[column] = (scores[column] as number) + value * (weights[start + column] as number);
      }
      softmax(scores);
      scores[need] = (scores[need] as number) - 1;
      let count = 0;
      let squares = 0;
      for (let column = 0; column < columns; column++) {
        const error = scores[column] as number;
        if (column !== need && error < WORTH_MENDING) continue;
        wrong[count++] = column;
        squares += error * error;
      }
      for (let each = 0; each < ids.length; each++) {
        const id = ids[each] as number;
        const value = values[each] as number;
        const sofar = (used[id] as number) + value * value * squares;
        used[id] = sofar;
        const step = (STEP * value) / Math.sqrt(sofar);
        const start = id * columns;
        for (let which = 0; which < count; which++) {
          const column = wrong[which] as number;
          weights[start + column] = (weights[start + column] as number) - step * (scores[column] as number);
        }
      }
      for (let which = 0; which < count; which++) {
        const column = wrong[which] as number;
        bias[column] = (bias[column] as number) - BIAS_STEP * (scores[column] as number);
      }
    }
  }
  return { weights, bias };
}

/** Copies of longer examples without some of their words, pairs and 4-grams, so that no need hangs on one of them; meanings stay. */
function withFeaturesLeftOut(read: readonly Features[], copies: number, seed: number): Features[] {
  const random = seeded(seed);
  return Array.from({ length: copies }, () => read).flatMap((all) =>
    all.map((features) => {
      const isLong = [...features.keys()].filter((key) => key.startsWith('l:')).length > LONG;
      if (!isLong) return features;
      const kept = [...features].filter(([key]) => isMeaning(key) || random() > LEFT_OUT);
      let squares = 0;
      for (const [key, value] of kept) if (!isMeaning(key)) squares += value * value;
      const length = Math.sqrt(squares) || 1;
      return new Map(kept.map(([key, value]) => [key, isMeaning(key) ? value : value / length]));
    }),
  );
}

const isMeaning = (key: string): boolean => key.startsWith('v:');

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}
