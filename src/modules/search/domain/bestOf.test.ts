import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Best } from './bestOf.ts';
import { ScoreBoard } from './scoreBoard.ts';

const best = new Best();

it('takes the same as sorting everything, however many tie, left or are not let through', () => {
  const scores = fc.array(
    fc.tuple(
      fc.integer({ min: -12, max: 9 }).map((words) => Math.max(0, words)),
      fc.nat({ max: 9 }),
    ),
    {
      minLength: 1,
      maxLength: 2_500,
      size: 'max',
    },
  );
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 120 }), fc.nat({ max: 9 }), fc.boolean(), (given, limit, kept, isTurned) => {
      const total = new ScoreBoard('sum');
      total.reserve(given.length);
      for (const [slot, [words]] of given.entries()) if (words > 0) total.note(slot, words);
      const useOf = Float64Array.from({ length: 10 }, (_, group) => group);
      const groups = [...useOf.keys()].slice(1).map((number) => {
        const slots = Uint32Array.from([...given.entries()].filter(([, [, needs]]) => needs === number).map(([slot]) => slot));
        return { number, kinds: [], slots, size: slots.length, live: slots.length };
      });
      const wanted = groups.filter(({ size }) => size > 0);
      const groupOf = Uint32Array.from(given, ([, needs]) => needs);
      const count = wanted.reduce((sum, { size }) => sum + size, 0);
      const idOf = (slot: number) => (slot % 11 === 5 ? undefined : String((slot * 7_919) % 10_007));
      const isLet = (id: string) => Number(id) % 10 >= kept;
      const scoring = { total, unit: 0.5, wants: { weight: 2, groupOf, useOf, groups: isTurned ? wanted.toReversed() : wanted, count } };
      const expected = given
        .map(([words, needs], slot) => ({ slot, id: idOf(slot) ?? '', score: words * 0.5 + needs * 2 }))
        .filter(({ id, score }) => score > 0 && id !== '' && isLet(id))
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      expect(best.take(scoring, idOf, limit, isLet)).toEqual(expected.slice(0, limit));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
