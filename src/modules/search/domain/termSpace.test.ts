import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ScoreBoard } from './scoreBoard.ts';
import { TermSpace } from './termSpace.ts';

it('finds a term in the documents that hold it, and scores some of them as it scores all', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat({ max: 3_000 }), { minLength: 1, maxLength: 300, size: 'max' }),
      fc.array(fc.nat({ max: 3_000 }), { size: 'max', maxLength: 200 }),
      (holders, asked) => {
        const space = new TermSpace(0.5);
        const held = new Set(holders);
        for (let slot = 0; slot <= 3_000; slot++) {
          if (held.has(slot)) space.count('dom', 1 + (slot % 3));
          space.count('inne', 1);
          space.commit(slot);
        }
        const slots = { count: 3_001, live: 3_001, version: 1, isLive: () => true };
        const [all, some] = [new ScoreBoard('sum'), new ScoreBoard('sum')];
        for (const board of [all, some]) board.reserve(slots.count);
        const among = [...new Set(asked)].toSorted((a, b) => a - b);
        space.score('dom', 1, slots, all);
        space.score('dom', 1, slots, some, among);
        expect([...some.touched]).toEqual(among.filter((slot) => held.has(slot)));
        for (const slot of among) expect(some.at(slot)).toBe(all.at(slot));
        for (const slot of among) expect(space.holds('dom', slot)).toBe(held.has(slot));
      },
    ),
    { numRuns: 60 },
  );
});
