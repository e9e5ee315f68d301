import { expect, test } from 'vitest';
import { aCase, kindFacts, type CaseStory } from './testing.ts';
import { actingOn } from './caseActor.ts';
import { findNearestDeadline, whatNext } from './whatNext.ts';

const staff = (story: CaseStory, now?: string) => whatNext(story.state, kindFacts(now), 'staff');
const resident = (story: CaseStory, now?: string) => whatNext(story.state, kindFacts(now), 'resident');

test('after the application the centre checks it within the time of the plan', () => {
  const applied = aCase().applied('s1');
  expect(staff(applied)).toEqual([{ code: 'check-application', who: 'planCoordinator', dueOn: '2025-04-02', isOverdue: false }]);
  expect(findNearestDeadline(applied.state, kindFacts('2025-04-03T08:00:00.000Z'))?.isOverdue).toBe(true);
  expect(resident(applied)).toEqual([{ code: 'wait-for-check', who: 'planCoordinator', isOverdue: false }]);
});

test('an incomplete application is the resident’s turn, and later a decision of the staff', () => {
  const incomplete = aCase()
    .applied('s1')
    .then('markIncomplete', 'frontDesk', { missing: ['Certificate'] });
  expect(resident(incomplete)[0]).toMatchObject({ code: 'complete-application', who: 'resident', dueOn: '2025-03-10' });
  expect(staff(incomplete)[0]?.code).toBe('await-supplement');
  expect(staff(incomplete, '2025-03-11T08:00:00.000Z')[0]).toMatchObject({ code: 'decide-uncompleted', isOverdue: true });
});

test('nobody is asked to agree to a plan that still has gaps', () => {
  const draft = aCase()
    .applied('s1')
    .assessed()
    .qualified('s1')
    .then('decideCoordination', 'planCoordinator', { from: '2025-03-03', to: '2025-09-02', withPlan: true, note: null })
    .then('draftPlan', 'planCoordinator', { planId: 'p1', version: 1, startsOn: '2025-03-03', endsOn: '2025-09-02' });
  const gaps = { ...kindFacts(), plan: { issueCount: 2, goalIds: [] } };
  expect(whatNext(draft.state, gaps, 'resident')[0]?.code).toBe('wait-for-plan');
  expect(resident(draft)[0]?.code).toBe('read-and-agree-plan');
});

test('each service has its own step: sign, deliver, wait, appeal', () => {
  const assessed = aCase().applied('s1', 's2').assessed();
  expect(staff(assessed).map((step) => [step.code, step.serviceId])).toEqual([
    ['decide-service', 's1'],
    ['decide-service', 's2'],
  ]);
  const decided = assessed.refused('s1').waitlisted('s2');
  const facts = kindFacts();
  const waiting = {
    ...facts,
    services: { s2: { isProgrammeInForce: true, conditions: 'met' as const, isPlaceFree: false, queuePosition: 4 } },
  };
  expect(whatNext(decided.state, waiting, 'resident')).toMatchObject([
    { code: 'may-appeal', serviceId: 's1' },
    { code: 'wait-for-place', position: 4 },
  ]);
  expect(whatNext(decided.state, waiting, 'staff').map((step) => step.code)).toEqual(['deliver-refusal', 'watch-queue']);
  const free = {
    ...facts,
    services: { s2: { isProgrammeInForce: true, conditions: 'met' as const, isPlaceFree: true, queuePosition: 1 } },
  };
  expect(whatNext(decided.state, free, 'staff').map((step) => step.code)).toContain('offer-place');
});

test('a service whose last order was lost is to be ordered again; what others carry out goes on', () => {
  const ordered = aCase().applied('s1', 's2').assessed().qualified('s1').qualified('s2').planApproved().ordered('o1', 's1');
  const codes = (story: CaseStory, lostOrderIds: string[], audience: 'staff' | 'resident' = 'staff') =>
    whatNext(story.state, { ...kindFacts(), acceptedOrderIds: [], lostOrderIds }, audience).map((step) => [step.code, step.serviceId]);
  expect(codes(ordered, [])).toEqual([['answer-order', undefined]]);
  expect(codes(ordered, ['o1'])).toEqual([['place-orders', 's1']]);
  expect(codes(ordered, ['o1'], 'resident')).toEqual([['wait-for-provider', undefined]]);
  const both = ordered.ordered('o2', 's2');
  expect(codes(both, ['o1'])).toEqual([
    ['place-orders', 's1'],
    ['answer-order', undefined],
  ]);
  expect(codes(both.ordered('o3', 's1'), ['o1'])).toEqual([['answer-order', undefined]]);
  expect(codes(both.started('o2'), ['o1'])).toContainEqual(['place-orders', 's1']);
});

test('a signed refusal is delivered also after the end of the case, unless nobody is left to receive it', () => {
  const refused = aCase().applied('s1', 's2').assessed().refused('s1').qualified('s2');
  const closed = (ending: 'moved' | 'died') => refused.then('close', 'frontDesk', { ending, occurredOn: '2025-03-03', note: null });
  expect(staff(closed('moved')).map((step) => step.code)).toEqual(['deliver-refusal']);
  expect(resident(closed('moved')).map((step) => step.code)).toEqual(['may-appeal']);
  expect(resident(closed('died'))).toEqual([]);
  expect(staff(closed('died'))).toEqual([]);
  const delivered = closed('moved').then('recordRefusalDelivery', 'frontDesk', { serviceId: 's1', deliveredOn: '2025-03-03' });
  expect(delivered.state).toMatchObject({ status: 'CLOSED_MOVED', services: [{ refusal: { appealUntil: '2025-03-17' } }, {}] });
  expect(staff(delivered)).toEqual([]);
});

test('an appeal may be filed until its last day, not after', () => {
  const refused = aCase()
    .applied('s1')
    .assessed()
    .refused('s1')
    .then('recordRefusalDelivery', 'frontDesk', { serviceId: 's1', deliveredOn: '2025-03-03' });
  expect(resident(refused, '2025-03-17T20:00:00.000Z')).toMatchObject([{ code: 'may-appeal', dueOn: '2025-03-17', isOverdue: false }]);
  expect(resident(refused, '2025-03-18T08:00:00.000Z')).toEqual([]);
});

test('dated steps come first, the earliest on top', () => {
  const active = aCase()
    .applied('s1')
    .assessed()
    .qualified('s1')
    .planApproved()
    .ordered('o1', 's1')
    .started('o1')
    .then('recordMonitoring', 'planCoordinator', { on: '2025-03-03', kind: 'visit', note: 'Well', nextOn: '2025-05-05' });
  expect(staff(active).map((step) => [step.code, step.dueOn])).toEqual([
    ['monitor', '2025-05-05'],
    ['hold-summary', '2026-03-31'],
  ]);
});

test('somebody with several roles acts in the one that may', () => {
  const user = { kind: 'user', userId: 'u1', name: 'Test', roles: ['frontDesk', 'director'], providerId: null, isStrong: true } as const;
  const assessed = aCase().applied('s1').assessed().state;
  expect(actingOn(assessed, 'refuseService', user)).toEqual({ role: 'director', id: 'u1' });
  expect(actingOn(assessed, 'withdrawService', { kind: 'caseHolder', caseId: 'x' })).toEqual({ role: 'resident', id: null });
  expect(actingOn(assessed, 'recordAssessment', user).role).toBe('frontDesk');
});
