import { expect, test } from 'vitest';
import { caseEventSchema } from './caseEvents.ts';
import { foldCase, newCase } from './foldCase.ts';
import { availableCommands, decide, whyNot } from './decide.ts';
import { aCase, command, kindFacts, testNow, type CaseStory } from './testing.ts';

const delivered = () => aCase().applied('s1').assessed().qualified('s1').planApproved().ordered('o1', 's1').started('o1');
const goals = [{ goalId: 'g1', result: 'achieved', description: 'Walks to the shop alone' }] as const;
const codes = (story: CaseStory, ...[type, role, data, facts]: Parameters<CaseStory['then']>) =>
  whyNot(story.state, command(type, role, data), facts ?? kindFacts()).map((refusal) => refusal.code);

test('a need is reported, the person is told what they need, and nothing more follows', () => {
  const told = aCase()
    .then('reportNeed', 'resident', {
      reporter: 'neighbour',
      isAnonymous: true,
      channel: 'phone',
      personId: null,
      description: 'Lives alone, no shopping',
    })
    .then('inform', 'frontDesk', { note: 'Card of the taxi', serviceIds: ['s1'] });
  expect(told.state.status).toBe('INFORMED');
  expect(told.state.need?.contactDueOn).toBe('2025-03-10');
  expect(availableCommands(told.state, 'frontDesk')).toEqual([]);
});

test('the whole way with a plan, from the application to the closing', () => {
  const closed = delivered()
    .then('recordMonitoring', 'planCoordinator', { on: '2025-03-03', kind: 'visit', note: 'Going well', nextOn: '2025-06-01' })
    .then('holdSummary', 'planCoordinator', { heldOn: '2025-03-03', course: 'As planned', results: [...goals] })
    .then('close', 'director', { ending: 'done', occurredOn: '2025-03-03', note: null });
  expect(closed.state.status).toBe('CLOSED_DONE');
  expect(closed.state.application?.planDueOn).toBe('2025-04-02');
  expect(closed.state.closing?.consequences).toEqual({
    ordersToCancel: [],
    placesToFree: ['s1'],
    queuesToLeave: [],
    feesStopOn: '2025-03-03',
  });
  const stored: unknown[] = JSON.parse(JSON.stringify(closed.events));
  expect(foldCase(stored.map((event) => caseEventSchema.parse(event)))).toEqual(closed.state);
});

test('a single service without a plan goes straight to the provider and needs no summary', () => {
  const story = aCase().applied('s1').assessed().qualified('s1').coordinated(false).ordered('o1', 's1');
  expect(story.state.status).toBe('REFERRED');
  const closed = story.started('o1').then('close', 'planCoordinator', { ending: 'done', occurredOn: '2025-03-03', note: null });
  expect(closed.state.status).toBe('CLOSED_DONE');
});

test('the status follows the services: pending, then qualified, then waiting, then refused', () => {
  const assessed = aCase().applied('s1', 's2', 's3').assessed();
  expect(assessed.refused('s1').state.status).toBe('ASSESSING');
  expect(assessed.refused('s1').waitlisted('s2').qualified('s3').state.status).toBe('QUALIFIED');
  expect(assessed.refused('s1').refused('s2').waitlisted('s3').state.status).toBe('WAITLISTED');
  expect(assessed.refused('s1').refused('s2').refused('s3').state.status).toBe('REFUSED');
});

test('a place from the queue goes to the first, and only when one is free', () => {
  const waiting = aCase().applied('s1').assessed().waitlisted('s1');
  const offer = { serviceId: 's1', cardNumber: 'K/1' };
  const facts = (isPlaceFree: boolean, queuePosition: number) => ({
    ...kindFacts(),
    services: { s1: { isProgrammeInForce: true, conditions: 'met' as const, isPlaceFree, queuePosition } },
  });
  expect(codes(waiting, 'offerPlace', 'system', offer, facts(false, 2))).toEqual(['not-first-in-queue', 'no-place']);
  expect(waiting.then('offerPlace', 'system', offer, facts(true, 1)).state.status).toBe('QUALIFIED');
});

test('passing on needs a consent that still stands; one service may go and the rest stays', () => {
  const forward = { serviceIds: ['s2'], recipient: 'gminaOffice', recipientName: 'Wydział Oświaty', note: null } as const;
  const applied = aCase().applied('s1', 's2');
  expect(codes(applied, 'forward', 'planCoordinator', { ...forward, serviceIds: ['s2'], consentId: null })).toEqual(['consent-missing']);
  const withdrawn = applied.then('withdrawConsent', 'resident', { consentId: 'c1', withdrawnOn: '2025-03-03' });
  expect(codes(withdrawn, 'forward', 'planCoordinator', { ...forward, serviceIds: ['s2'], consentId: 'c1' })).toEqual(['consent-missing']);
  const partly = applied.then('forward', 'planCoordinator', { ...forward, serviceIds: ['s2'], consentId: 'c1' });
  expect(partly.state.status).toBe('APPLIED');
  expect(partly.then('forward', 'planCoordinator', { ...forward, serviceIds: ['s1'], consentId: 'c1' }).state.status).toBe('FORWARDED');
});

test('a refusal says everything that is missing at once', () => {
  const assessed = aCase().applied('s1').assessed();
  expect(codes(assessed, 'refuseService', 'director', { serviceId: 's1', reasons: [], decisionNumber: ' ' })).toEqual([
    'reasons-missing',
    'decision-number-missing',
  ]);
  expect(
    codes(assessed, 'refuseService', 'director', { serviceId: 's1', reasons: [{ code: 'other', inOwnWords: ' ' }], decisionNumber: '1' }),
  ).toEqual(['reasons-missing']);
  expect(codes(assessed, 'refuseService', 'serviceOrganiser', { serviceId: 's1', reasons: [], decisionNumber: '1' })).toEqual([
    'wrong-actor',
  ]);
});

test('a proposed refusal waits for the director, who may send it back', () => {
  const proposed = aCase()
    .applied('s1')
    .assessed()
    .then('proposeRefusal', 'serviceOrganiser', { serviceId: 's1', reasons: [{ code: 'notResident', inOwnWords: 'Lives elsewhere' }] });
  expect(proposed.state.status).toBe('ASSESSING');
  const back = proposed.then('sendRefusalBack', 'director', { serviceId: 's1', note: 'Check the address' });
  expect(back.state.services[0]?.proposedRefusal).toBeNull();
  expect(codes(back, 'sendRefusalBack', 'director', { serviceId: 's1', note: 'Again' })).toEqual(['refusal-not-proposed']);
});

test('the appeal runs from the delivery of the decision', () => {
  const refused = aCase()
    .applied('s1')
    .assessed()
    .refused('s1')
    .then('recordRefusalDelivery', 'frontDesk', { serviceId: 's1', deliveredOn: '2025-03-03' });
  expect(refused.state.services[0]?.refusal?.appealUntil).toBe('2025-03-17');
  expect(codes(refused, 'recordRefusalDelivery', 'frontDesk', { serviceId: 's1', deliveredOn: '2025-03-03' })).toEqual([
    'already-delivered',
  ]);
  // Another day corrects a slip, but nothing is delivered before it was signed.
  const deliver = (deliveredOn: string) => codes(refused, 'recordRefusalDelivery', 'frontDesk', { serviceId: 's1', deliveredOn });
  expect(deliver('2020-01-01')).toEqual(['date-before']);
  const later = { ...kindFacts(), now: '2025-03-06T10:00:00Z' };
  const corrected = refused.then('recordRefusalDelivery', 'frontDesk', { serviceId: 's1', deliveredOn: '2025-03-05' }, later);
  expect(corrected.state.services[0]?.refusal?.appealUntil).toBe('2025-03-19');
});

test('from three months of coordination a plan is obligatory', () => {
  const qualified = aCase().applied('s1').assessed().qualified('s1');
  const decideOn = (to: string) =>
    codes(qualified, 'decideCoordination', 'planCoordinator', { from: '2025-03-15', to, withPlan: false, note: null });
  expect(decideOn('2025-06-14')).toEqual(['plan-obligatory']);
  expect(decideOn('2025-06-13')).toEqual([]);
  expect(decideOn('2025-03-14')).toEqual(['dates-reversed']);
  expect(decideOn('')).toContain('invalid-data');
});

test('coordination and plan begin with the request at the earliest', () => {
  const qualified = aCase().applied('s1').assessed().qualified('s1');
  const coordination = { from: '1990-01-01', to: '1990-02-01', withPlan: false, note: null };
  expect(codes(qualified, 'decideCoordination', 'planCoordinator', coordination)).toEqual(['date-before']);
  const plan = { planId: 'x', version: 1, startsOn: '1990-01-01', endsOn: '1990-12-31' };
  expect(codes(qualified.coordinated(true), 'draftPlan', 'planCoordinator', plan)).toEqual(['date-before']);
});

test('a plan lasts a year at most, revisions included', () => {
  const qualified = aCase().applied('s1').assessed().qualified('s1').coordinated(true);
  const draft = (endsOn: string) =>
    codes(qualified, 'draftPlan', 'planCoordinator', { planId: 'x', version: 1, startsOn: '2025-05-01', endsOn });
  expect(draft('2026-04-30')).toEqual([]);
  expect(draft('2026-05-01')).toEqual(['plan-too-long']);
  const revise = (endsOn: string) =>
    codes(delivered(), 'revisePlan', 'planCoordinator', {
      planId: 'plan1',
      version: 2,
      startsOn: '2025-06-01',
      endsOn,
      reason: 'More rides',
    });
  expect(revise('2026-03-31')).toEqual([]);
  expect(revise('2026-04-01')).toEqual(['plan-too-long']);
});

test('a plan with gaps is not agreed, an outdated version not approved, and only the authorised approve', () => {
  const draft = aCase()
    .applied('s1')
    .assessed()
    .qualified('s1')
    .coordinated(true)
    .then('draftPlan', 'planCoordinator', { planId: 'x', version: 1, startsOn: '2025-04-01', endsOn: '2025-12-31' });
  const agreed = { planId: 'x', version: 1, agreedOn: '2025-03-03', agreedBy: 'self' } as const;
  expect(codes(draft, 'agreePlan', 'resident', agreed, { ...kindFacts(), plan: { issueCount: 2, goalIds: [] } })).toEqual([
    'plan-incomplete',
  ]);
  expect(codes(draft, 'agreePlan', 'resident', { ...agreed, version: 2 })).toEqual(['plan-version-outdated']);
  const ready = draft.then('agreePlan', 'resident', agreed);
  expect(
    codes(
      ready,
      'approvePlan',
      'serviceOrganiser',
      { planId: 'x', version: 1, approvedOn: '2025-03-03' },
      { ...kindFacts(), mayActorApprovePlans: false },
    ),
  ).toEqual(['not-authorised-to-approve']);
  expect(ready.then('declinePlan', 'resident', { planId: 'x', version: 1, note: 'Too early' }).state).toMatchObject({
    status: 'PLAN_DRAFT',
    plan: { agreedOn: null },
  });
});

test('a revision keeps services running; approved or dropped, the case is active again', () => {
  const revised = delivered().then('revisePlan', 'planCoordinator', {
    planId: 'plan1',
    version: 2,
    startsOn: '2025-06-01',
    endsOn: '2026-03-31',
    reason: 'More rides',
  });
  expect(revised.state.status).toBe('PLAN_DRAFT');
  const dropped = revised.then('dropRevision', 'planCoordinator', { planId: 'plan1', version: 2, note: 'The person prefers the old one' });
  expect(dropped.state).toMatchObject({ status: 'ACTIVE', plan: { version: 1, lastVersion: 2, startsOn: '2025-04-01' } });
  expect(
    codes(dropped, 'revisePlan', 'planCoordinator', {
      planId: 'plan1',
      version: 2,
      startsOn: '2025-06-01',
      endsOn: '2026-03-31',
      reason: 'Again',
    }),
  ).toEqual(['plan-version-outdated']);
  const approved = revised
    .then('agreePlan', 'planCoordinator', { planId: 'plan1', version: 2, agreedOn: '2025-03-03', agreedBy: 'self' })
    .then('approvePlan', 'director', { planId: 'plan1', version: 2, approvedOn: '2025-03-03' });
  expect(approved.state).toMatchObject({ status: 'ACTIVE', plan: { approved: { version: 2 } } });
});

test('a talk is agreed on for a day to come, and anew only until it is held', () => {
  const agreed = (story: CaseStory, plannedOn: string) =>
    codes(story, 'startAssessment', 'planCoordinator', { place: 'centre', plannedOn });
  const applied = aCase().applied('s1');
  expect(agreed(applied, '2025-03-02')).toEqual(['date-before']);
  const met = applied.then('startAssessment', 'planCoordinator', { place: 'centre', plannedOn: '2025-03-10' });
  const moved = met.then('startAssessment', 'planCoordinator', {
    place: 'phone',
    plannedOn: '2025-03-11',
    plannedAt: '10:30',
    where: '600',
  });
  expect(moved.state).toMatchObject({ status: 'ASSESSING', meeting: { plannedOn: '2025-03-11', plannedAt: '10:30' } });
  expect(agreed(applied.assessed(), '2025-03-11')).toEqual(['talk-held']);
});

test('after the summary a new plan may follow, with orders of its own', () => {
  const summed = delivered().then('holdSummary', 'planCoordinator', { heldOn: '2025-03-03', course: 'As planned', results: [...goals] });
  expect(
    codes(summed, 'draftPlan', 'planCoordinator', { planId: 'plan1', version: 1, startsOn: '2026-04-01', endsOn: '2026-12-31' }),
  ).toEqual(['plan-version-outdated', 'plan-too-long']);
  const next = summed
    .then('draftPlan', 'planCoordinator', { planId: 'plan2', version: 1, startsOn: '2026-04-01', endsOn: '2027-03-31' })
    .then('agreePlan', 'resident', { planId: 'plan2', version: 1, agreedOn: '2025-03-03', agreedBy: 'self' })
    .then('approvePlan', 'director', { planId: 'plan2', version: 1, approvedOn: '2025-03-03' });
  expect(next.state.status).toBe('PLAN_APPROVED');
  const again = next.ordered('o2', 's1');
  expect(again.state.status).toBe('REFERRED');
  expect(codes(again.started('o2'), 'close', 'director', { ending: 'done', occurredOn: '2025-03-03', note: null })).toEqual([
    'summary-missing',
  ]);
});

test('a case is suspended and returns to where it was', () => {
  const suspended = delivered().then('suspend', 'planCoordinator', {
    reason: 'hospital',
    from: '2025-03-03',
    to: '2025-03-20',
    note: null,
  });
  expect(codes(suspended, 'resume', 'planCoordinator', { on: '2025-03-02', note: null })).toEqual(['date-before']);
  expect(suspended.then('resume', 'planCoordinator', { on: '2025-03-03', note: null }).state).toMatchObject({
    status: 'ACTIVE',
    suspension: null,
  });
});

test('death ends the case at once and says what must follow', () => {
  const story = aCase().applied('s1', 's2').assessed().qualified('s1').waitlisted('s2').planApproved().ordered('o1', 's1').started('o1');
  const closed = story.then(
    'close',
    'frontDesk',
    { ending: 'died', occurredOn: '2025-03-03', note: null },
    { ...kindFacts(), openOrderIds: ['o1'] },
  );
  expect(closed.state.closing?.consequences).toEqual({
    ordersToCancel: ['o1'],
    placesToFree: ['s1'],
    queuesToLeave: ['s2'],
    feesStopOn: '2025-03-03',
  });
  expect(
    codes(closed, 'apply', 'resident', {
      personId: 'p',
      applicantType: 'self',
      applicantId: 'p',
      channel: 'online',
      filedOn: '2025-03-03',
      serviceIds: ['s1'],
      forwardingConsentId: null,
    }),
  ).toEqual(['not-from-this-state']);
});

test('a case is not done while orders run, somebody waits or the summary is missing', () => {
  const story = aCase().applied('s1', 's2').assessed().qualified('s1').waitlisted('s2').planApproved().ordered('o1', 's1').started('o1');
  const done = { ending: 'done', occurredOn: '2025-03-03', note: null } as const;
  expect(codes(story, 'close', 'director', done, { ...kindFacts(), openOrderIds: ['o1'] })).toEqual([
    'summary-missing',
    'still-waiting',
    'orders-open',
  ]);
  expect(codes(delivered(), 'holdSummary', 'planCoordinator', { heldOn: '2025-03-03', course: 'x', results: [] })).toEqual([
    'goals-without-result',
  ]);
});

test('an application that nobody completed may be left only after the day given', () => {
  const incomplete = aCase()
    .applied('s1')
    .then('markIncomplete', 'frontDesk', { missing: ['Certificate'] });
  expect(incomplete.state.supplement?.dueOn).toBe('2025-03-10');
  const end = { ending: 'uncompleted', occurredOn: '2025-03-03', note: null } as const;
  expect(codes(incomplete, 'close', 'frontDesk', end)).toEqual(['ended-before-supplement', 'supplement-still-running']);
  const after = { ...end, occurredOn: '2025-03-11' };
  expect(codes(incomplete, 'close', 'frontDesk', after, kindFacts('2025-03-11T08:00:00.000Z'))).toEqual([]);
  expect(incomplete.then('complete', 'resident', { note: null }).state).toMatchObject({ status: 'APPLIED', supplement: null });
});

test('one wish may be dropped; the last one is an ending', () => {
  const applied = aCase().applied('s1', 's2').then('withdrawService', 'resident', { serviceId: 's1', note: null });
  expect(codes(applied, 'withdrawService', 'resident', { serviceId: 's2', note: null })).toEqual(['last-service']);
  expect(applied.assessed().qualified('s2').state.status).toBe('QUALIFIED');
});

test('repeated services, future days, wrong texts and unknown ids are named', () => {
  const application = {
    personId: 'p',
    applicantType: 'self',
    applicantId: 'p',
    channel: 'post',
    filedOn: '2025-03-04',
    serviceIds: ['s1', 's1', 's9'],
    forwardingConsentId: null,
  } as const;
  const refusals = whyNot(newCase, command('apply', 'frontDesk', { ...application, serviceIds: [...application.serviceIds] }), kindFacts());
  expect(refusals).toEqual([
    { code: 'date-in-future', path: 'filedOn' },
    { code: 'service-repeated', serviceId: 's1' },
    { code: 'programme-not-in-force', serviceId: 's9' },
  ]);
  const monitoring = { on: '2025-13-45', kind: 'visit', note: '   ', nextOn: null } as const;
  expect(whyNot(delivered().state, command('recordMonitoring', 'planCoordinator', monitoring), kindFacts())).toEqual([
    { code: 'invalid-data', paths: ['on', 'note'] },
  ]);
  expect(codes(aCase().applied('s1').assessed(), 'qualifyService', 'director', { serviceId: 'other', cardNumber: '1' })).toContain(
    'service-unknown',
  );
});

test('the same answer for the same question, with the time taken from the facts', () => {
  const first = decide(
    newCase,
    command('reportNeed', 'frontDesk', { reporter: 'self', isAnonymous: false, channel: 'phone', personId: 'p', description: 'x' }),
    kindFacts(),
  );
  expect(first.ok && first.value[0]).toMatchObject({
    type: 'needReported',
    at: testNow,
    actor: { role: 'frontDesk', id: 'user-frontDesk' },
  });
});
