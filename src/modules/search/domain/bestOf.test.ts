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
    fc.property(scores, fc.integer({ min: 1, max: 120 }), fc.nat({ max: 9 }), fc.boolean(), (given, limit, kept, isTold) => {
      const total = new ScoreBoard('sum');
      const board = new ScoreBoard('highest');
      for (const each of [total, board]) each.reserve(given.length);
      for (const [slot, [words]] of given.entries()) if (words > 0) total.note(slot, words);
      // As an index notes them: what is wanted most first, told or not told where less begins.
      const stretches: { from: number; most: number }[] = [];
      for (const most of [9, 6, 3]) {
        stretches.push({ from: board.size, most });
        for (const [slot, [, needs]] of given.entries()) if (needs > most - 3 && needs <= most) board.note(slot, needs);
      }
      const idOf = (slot: number) => (slot % 11 === 5 ? undefined : String((slot * 7_919) % 10_007));
      const isLet = (id: string) => Number(id) % 10 >= kept;
      const scoring = { total, unit: 0.5, wants: { board, weight: 2, stretches: isTold ? stretches : [] } };
      const expected = given
        .map(([words, needs], slot) => ({ slot, id: idOf(slot) ?? '', score: words * 0.5 + needs * 2 }))
        .filter(({ id, score }) => score > 0 && id !== '' && isLet(id))
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      expect(best.take(scoring, idOf, limit, isLet)).toEqual(expected.slice(0, limit));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
