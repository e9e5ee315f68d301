import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NeedModel, softmax } from './needModel.ts';

const NEEDS = ['a', 'b', 'c', 'd', 'e'];
const FEATURES = Array.from({ length: 30 }, (_, row) => `l:${row}`);

it('predicts in whole numbers what fractions give', () => {
  // Rows of many and of few weights: these are kept in two ways.
  const weight = fc.integer({ min: -128, max: 127 });
  const row = fc.oneof(
    fc.array(weight, { minLength: 5, maxLength: 5 }),
    fc.tuple(fc.nat({ max: 4 }), weight).map(([only, each]) => NEEDS.map((_, column) => (column === only ? each : 0))),
  );
  const weights = fc.array(row, { minLength: 30, maxLength: 30 }).map((rows) => Int8Array.from(rows.flat()));
  const fraction = fc.float({ min: Math.fround(-0.2), max: Math.fround(0.2), noNaN: true });
  const known = fc.uniqueArray(fc.tuple(fc.nat({ max: 39 }), fraction), { minLength: 1, maxLength: 30, selector: ([at]) => at });
  fc.assert(
    fc.property(weights, fc.float32Array({ minLength: 30, maxLength: 30, min: 0, max: 1, noNaN: true }), known, (table, scales, given) => {
      const bias = Float32Array.from(NEEDS, (_, column) => column / 10);
      const telling = new Float32Array(FEATURES.length);
      const model = new NeedModel({ needs: NEEDS, features: FEATURES, weights: table, scales, bias, telling, madeOf: 'test' });
      const plain = Float64Array.from(bias);
      for (const [at, factor] of given)
        if (at < FEATURES.length)
          for (let column = 0; column < plain.length; column++)
            plain[column] = (plain[column] ?? 0) + factor * (scales[at] ?? 0) * (table[at * NEEDS.length + column] ?? 0);
      const predicted = model.predict(new Map(given.map(([at, factor]) => [`l:${at}`, factor])));
      if (given.every(([at]) => at >= FEATURES.length)) expect(predicted).toBeUndefined();
      else for (const [column, p] of softmax(plain).entries()) expect(predicted?.[column]).toBeCloseTo(p, 4);
    }),
  );
});
