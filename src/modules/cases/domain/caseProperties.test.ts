import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseCommand, CaseCommandType } from './caseCommands.ts';
import { caseEventSchema, type CaseEvent } from './caseEvents.ts';
import { caseStatuses, endings, isFinal } from './caseStatus.ts';
import type { CaseState } from './caseState.ts';
import { evolve, foldCase, newCase } from './foldCase.ts';
import { decide } from './decide.ts';
import { aCase, kindFacts, possibleTargets } from './testing.ts';
import { findTransitionOfEvent, transitions } from './transitions.ts';
import { whatNext } from './whatNext.ts';

const allCommands = [...new Set(transitions.map((row) => row.command))];
const allRoles = [...new Set(transitions.flatMap((row) => row.actors))];

/** Picks from lists by the numbers of a generated array, so that walks are cheap and shrink well. */
type Pick = <T>(...options: readonly [T, ...T[]]) => T;

function pickBy(numbers: readonly number[]): Pick {
  let index = 0;
  return (...options) => options[(numbers[index++ % numbers.length] ?? 0) % options.length] ?? options[0];
}

/** Data of a command: often right for the state, often not. */
function dataFor(type: CaseCommandType, state: CaseState, pick: Pick): object {
  const service = () => pick('s1', 's2');
  const services = () => pick(['s1'], ['s1', 's2'], ['s2'], ['s1', 's1'], []);
  const day = () => pick('2025-03-01', '2025-03-03', '2025-06-30', '2026-02-28', '2026-12-31', 'nonsense');
  const pastDay = () => pick('2025-03-03', '2025-03-01', '2025-03-03', '2025-03-04');
  const note = () => pick<string | null>(null, 'A note', '');
  const text = () => pick('Some words', 'Other words', 'Some words', '  ');
  const reasons = () => pick([{ code: 'other', inOwnWords: text() }], [{ code: 'notResident', inOwnWords: 'Lives elsewhere' }], []);
  const orderId = () => pick(state.orders.at(-1)?.orderId ?? 'o1', 'o1', 'o2', 'o3');
  const consentId = () => pick<string | null>('c1', 'c2', null);
  const plan = () => ({
    planId: pick(state.plan?.planId ?? 'plan1', state.plan?.planId ?? 'plan1', 'plan2'),
    version: pick(state.plan?.version ?? 1, (state.plan?.lastVersion ?? 0) + 1, 1),
  });
  const period = () =>
    pick(
      { startsOn: '2025-04-01', endsOn: '2026-02-28' },
      { startsOn: '2025-06-30', endsOn: '2026-02-28' },
      { startsOn: day(), endsOn: day() },
    );
  const order = () => ({ orderId: pick('o1', 'o2', 'o3'), serviceId: service(), providerId: 'v1' });
  const forms: Record<CaseCommandType, () => object> = {
    reportNeed: () => ({
      reporter: 'family',
      isAnonymous: true,
      channel: 'phone',
      personId: pick<string | null>('p1', null),
      description: text(),
    }),
    inform: () => ({ note: text(), serviceIds: [] }),
    apply: () => ({
      personId: 'p1',
      applicantType: pick('self', 'actualCarer'),
      applicantId: 'p1',
      channel: 'online',
      filedOn: pastDay(),
      serviceIds: services(),
      forwardingConsentId: consentId(),
    }),
    giveConsent: () => ({ consentId: pick('c1', 'c2'), purpose: 'forwarding', givenOn: pastDay() }),
    withdrawConsent: () => ({ consentId: pick('c1', 'c2'), withdrawnOn: pastDay() }),
    assignCoordinator: () => ({ coordinatorId: pick<string | null>(null, 'user-1') }),
    markIncomplete: () => ({ missing: pick([text()], [text(), text()], []) }),
    complete: () => ({ note: note() }),
    forward: () => ({ serviceIds: services(), recipient: 'gminaUnit', recipientName: text(), consentId: consentId(), note: note() }),
    startAssessment: () => ({ place: 'centre', plannedOn: pick<string | null>(null, '2025-03-10') }),
    recordAssessment: () => ({ assessmentId: 'a1', version: pick((state.assessment?.version ?? 0) + 1, 1), heldOn: pastDay() }),
    qualifyService: () => ({ serviceId: service(), cardNumber: pick('K/1', 'K/2', '') }),
    waitlistService: () => ({ serviceId: service() }),
    proposeRefusal: () => ({ serviceId: service(), reasons: reasons() }),
    sendRefusalBack: () => ({ serviceId: service(), note: text() }),
    refuseService: () => ({ serviceId: service(), reasons: reasons(), decisionNumber: pick<string | null>('D/1', '', ' ', null) }),
    recordRefusalDelivery: () => ({ serviceId: service(), deliveredOn: pastDay() }),
    offerPlace: () => ({ serviceId: service(), cardNumber: 'K/2' }),
    withdrawService: () => ({ serviceId: service(), note: note() }),
    decideCoordination: () => ({ from: day(), to: day(), withPlan: pick(true, false), note: note() }),
    draftPlan: () => ({ ...plan(), ...period() }),
    agreePlan: () => ({ ...plan(), agreedOn: pastDay(), agreedBy: 'self' }),
    declinePlan: () => ({ ...plan(), note: note() }),
    returnPlan: () => ({ ...plan(), note: text() }),
    approvePlan: () => ({ ...plan(), approvedOn: pastDay() }),
    revisePlan: () => ({ ...plan(), ...period(), reason: text() }),
    dropRevision: () => ({ ...plan(), note: note() }),
    placeOrders: () => ({ orders: pick([order()], [order(), order()]) }),
    startService: () => ({ orderId: orderId(), startedOn: pastDay() }),
    suspend: () => ({ reason: 'hospital', from: day(), to: pick<string | null>(null, day()), note: note() }),
    resume: () => ({ on: pastDay(), note: note() }),
    recordMonitoring: () => ({ on: pastDay(), kind: 'phone', note: text(), nextOn: null }),
    holdSummary: () => ({
      heldOn: pastDay(),
      course: text(),
      results: pick<object[]>([{ goalId: 'g1', result: 'partlyAchieved', description: '' }], []),
    }),
    close: () => ({ ending: pick(...endings), occurredOn: pastDay(), note: note() }),
  };
  return forms[type]();
}

type Step = { before: CaseState; command: CaseCommand; events: readonly CaseEvent[]; after: CaseState };

const assessed = aCase().applied('s1', 's2').assessed();
const decided = assessed.qualified('s1').waitlisted('s2');
const alone = assessed.qualified('s1').refused('s2');
const running = (story: typeof decided) => story.planApproved().ordered('o1', 's1').started('o1');
const beginnings = [
  newCase,
  newCase,
  ...[
    assessed,
    decided,
    decided.planApproved(),
    running(decided),
    running(alone),
    alone.coordinated(false).ordered('o1', 's1').started('o1'),
  ].map((story) => story.state),
];

function takeStep(state: CaseState, numbers: readonly number[]): Step {
  const pick = pickBy(numbers);
  // Endings are rare, or most walks would be over before they began.
  const isEndingAllowed = pick(false, false, false, false, false, true);
  const rows = transitions.filter((row) => row.from.includes(state.status) && (isEndingAllowed || row.command !== 'close'));
  const isGuided = pick(true, true, true, true, true, false);
  const row = isGuided && rows[0] ? pick(rows[0], ...rows.slice(1)) : undefined;
  const [type, role] = row
    ? [row.command, pick(row.actors[0] ?? 'system', ...row.actors)]
    : [pick('apply', ...allCommands), pick('resident', ...allRoles)];
  const data = { ...dataFor(type, state, pick), ...(row?.ending ? { ending: row.ending } : {}) };
  const command = { type, actor: { role, id: null }, data } as CaseCommand;
  const conditions = pick<'met' | 'notMet' | 'unknown'>('met', 'met', 'met', 'notMet', 'unknown');
  const known = { isProgrammeInForce: true, conditions, isPlaceFree: pick(true, false), queuePosition: pick(1, 2) };
  const facts = { ...kindFacts(), services: { s1: known, s2: known }, openOrderIds: pick<string[]>([], ['o1']) };
  const before = deepFreeze(state);
  const answer = decide(before, command, facts);
  if (!answer.ok && answer.refusal.length === 0) throw new Error('refused without a reason');
  const events = answer.ok ? answer.value : [];
  return { before, command, events, after: events.reduce(evolve, before) };
}

/** A walk through the life cycle: mostly rows that the stage allows, so that walks reach far. */
const walk = fc
  .tuple(
    fc.nat(beginnings.length - 1),
    fc.array(fc.array(fc.nat(419), { minLength: 25, maxLength: 25, size: 'max' }), { maxLength: 40, size: 'max' }),
  )
  .map(([beginning, numbers]): readonly Step[] => {
    const steps: Step[] = [];
    for (const each of numbers) {
      steps.push(takeStep(steps.at(-1)?.after ?? beginnings[beginning] ?? newCase, each));
    }
    return steps;
  });

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

const check = (law: (steps: readonly Step[]) => void) => fc.assert(fc.property(walk, law), { numRuns: 300 });

test('no walk leaves the declared statuses and rows', () => {
  check((steps) => {
    for (const { events, before } of steps) {
      let state = before;
      for (const event of events) {
        const row = findTransitionOfEvent(event.type, state.status, event.type === 'closed' ? event.data.ending : undefined);
        const next = evolve(state, event);
        expect(row?.actors).toContain(event.actor.role);
        expect(row && possibleTargets(row, state.status)).toContain(next.status);
        expect(caseStatuses).toContain(next.status);
        state = next;
      }
    }
  });
});

test('the fold is deterministic, equals the steps, and survives storage as JSON', () => {
  check((steps) => {
    const first = steps[0]?.before ?? newCase;
    const events = steps.flatMap((step) => step.events);
    const last = steps.at(-1)?.after ?? newCase;
    expect(events.reduce(evolve, first)).toEqual(last);
    const stored = (JSON.parse(JSON.stringify(events)) as unknown[]).map((event) => caseEventSchema.parse(event));
    expect(stored).toEqual(events);
    if (first === newCase) expect(foldCase(stored)).toEqual(last);
    if (steps.length > 0) expect(last.version).toBe(first.version + events.length);
  });
});

test('a refused command changes nothing, and after a final status a refusal is delivered at most', () => {
  check((steps) => {
    for (const { before, events, after } of steps) {
      if (events.length === 0) expect(after).toBe(before);
      if (isFinal(before.status)) expect(events.filter((event) => event.type !== 'refusalDelivered')).toEqual([]);
    }
  });
});

test('passed on only with a standing consent; refused only with reasons and a number', () => {
  check((steps) => {
    for (const { before, events } of steps) {
      for (const event of events) {
        if (event.type === 'forwarded') {
          expect(before.consents.some((each) => each.consentId === event.data.consentId && each.withdrawnOn === null)).toBe(true);
        }
        if (event.type === 'serviceRefused') {
          expect(event.data.decisionNumber.trim()).not.toBe('');
          expect(event.data.reasons.length).toBeGreaterThan(0);
          expect(event.actor.role).toBe('director');
        }
      }
    }
  });
});

test('a plan never runs past a year from its first day, and an obligatory one is never skipped', () => {
  check((steps) => {
    for (const { before, events, after } of steps) {
      if (after.plan) {
        const latest = Temporal.PlainDate.from(after.plan.firstStartsOn).add({ years: 1 }).subtract({ days: 1 });
        expect(after.plan.endsOn <= latest.toString()).toBe(true);
      }
      if (before.coordination?.isPlanObligatory && events.some((event) => event.type === 'ordersPlaced'))
        expect(before.plan?.approved).toBeTruthy();
    }
  });
});

test('somebody always has the next step while a case is open, and after its end only a refusal is delivered or appealed', () => {
  check((steps) => {
    for (const { after } of steps) {
      if (after.status === 'NEW' || after.status === 'REFUSED') continue;
      for (const audience of ['staff', 'resident'] as const) {
        const next = whatNext(after, kindFacts(), audience);
        if (after.closing || after.status === 'INFORMED')
          expect(next.filter(({ code }) => code !== 'deliver-refusal' && code !== 'may-appeal')).toEqual([]);
        else if (!isFinal(after.status)) expect(next.length).toBeGreaterThan(0);
      }
    }
  });
});

test('walks reach far: every status is visited', () => {
  const visited = new Set<string>();
  fc.assert(
    fc.property(walk, (steps) => void steps.forEach((step) => visited.add(step.after.status))),
    { numRuns: 1500, seed: 7 },
  );
  expect(caseStatuses.filter((status) => !visited.has(status) && status !== 'CLOSED_UNCOMPLETED')).toEqual([]);
});
