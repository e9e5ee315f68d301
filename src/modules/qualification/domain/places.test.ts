import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isPlaceFreeFor,
  joinQueue,
  leavePool,
  offerNext,
  orderQueue,
  queuePosition,
  takePlace,
  type Applicant,
  type Pool,
} from './places.ts';

const filed = (caseId: string, minute: number, personId = `p-${caseId}`): Applicant => ({
  caseId,
  personId,
  filedAt: `2025-03-03T09:0${minute}:00.000Z`,
});
const empty = (limit: number | null): Pool => ({ limit, taken: [], waiting: [] });
const must = (answer: ReturnType<typeof takePlace>): Pool => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};

test('the list is in the order of filing, ties by id, whoever was put on it first', () => {
  const waiting = [filed('c', 2), filed('b', 1), filed('a', 1), filed('d', 0)];
  expect(orderQueue(waiting).map((each) => each.caseId)).toEqual(['d', 'a', 'b', 'c']);
  expect(queuePosition({ limit: 0, taken: [], waiting }, filed('b', 1))).toBe(3);
  expect(queuePosition({ limit: 0, taken: [], waiting }, filed('aa', 1))).toBe(3);
});

test('a free place is kept for whoever filed earlier and still waits', () => {
  const full = must(joinQueue(must(takePlace(empty(1), filed('a', 0))), filed('b', 2)));
  const freed = must(leavePool(full, 'a'));
  expect(takePlace(freed, filed('c', 3))).toEqual({ ok: false, refusal: { code: 'not-first-in-queue', position: 2 } });
  expect(isPlaceFreeFor(freed, filed('c', 1))).toBe(true);
  const offered = offerNext(freed);
  expect(offered.ok && [offered.value.applicant.caseId, offered.value.pool.waiting.length]).toEqual(['b', 0]);
});

test('one person, one place, one wait, in however many cases', () => {
  const one = must(takePlace(empty(5), filed('a', 0, 'p')));
  expect(takePlace(one, filed('b', 1, 'p'))).toEqual({ ok: false, refusal: { code: 'already-has-place', caseId: 'a' } });
  expect(joinQueue(one, filed('b', 1, 'p'))).toEqual({ ok: false, refusal: { code: 'already-has-place', caseId: 'a' } });
  expect(joinQueue(empty(1), filed('b', 1))).toEqual({ ok: false, refusal: { code: 'place-is-free' } });
});

test('without a limit a place is always free; with a lowered one, none until people leave', () => {
  expect(isPlaceFreeFor(empty(null), filed('a', 0))).toBe(true);
  const lowered = { ...must(takePlace(must(takePlace(empty(2), filed('a', 0))), filed('b', 0))), limit: 1 };
  expect(takePlace(must(leavePool(lowered, 'a')), filed('c', 1))).toEqual({ ok: false, refusal: { code: 'no-place', limit: 1 } });
  expect(leavePool(lowered, 'x')).toEqual({ ok: false, refusal: { code: 'not-in-pool' } });
  expect(offerNext(lowered)).toEqual({ ok: false, refusal: { code: 'nobody-waits' } });
});

test('random pools: never over the limit, one place and one wait a person, places in the order of filing', () => {
  const applicant = fc
    .record({
      caseId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      minute: fc.nat(3),
    })
    .map(({ caseId, minute }) => filed(caseId, minute, `p${caseId.charCodeAt(0) % 5}`));
  const action = fc.tuple(fc.constantFrom('take', 'join', 'offer', 'leave'), applicant);
  fc.assert(
    fc.property(fc.option(fc.nat(3)), fc.array(action, { maxLength: 60, size: 'max' }), (limit, actions) => {
      let pool = empty(limit);
      for (const [kind, who] of actions) {
        // The moment of filing belongs to a case and does not change.
        const same = [...pool.taken, ...pool.waiting].find((each) => each.caseId === who.caseId) ?? who;
        const before = pool;
        if (kind === 'offer') {
          const offered = offerNext(pool);
          if (offered.ok) {
            expect(offered.value.applicant).toEqual(orderQueue(before.waiting)[0]);
            pool = offered.value.pool;
          }
        } else {
          const answer = kind === 'take' ? takePlace(pool, same) : kind === 'join' ? joinQueue(pool, same) : leavePool(pool, same.caseId);
          if (answer.ok) {
            pool = answer.value;
            if (kind === 'take' && limit !== null) expect(queuePosition(before, same)).toBeLessThanOrEqual(limit - before.taken.length);
          } else expect(pool).toBe(before);
        }
        if (limit !== null) expect(pool.taken.length).toBeLessThanOrEqual(limit);
        const people = [...pool.taken, ...pool.waiting].map((each) => each.personId);
        expect(new Set(people).size).toBe(people.length);
        const queue = orderQueue(pool.waiting);
        queue.forEach((each, index) => expect(queuePosition(pool, each)).toBe(index + 1));
      }
    }),
    { numRuns: 500 },
  );
});
