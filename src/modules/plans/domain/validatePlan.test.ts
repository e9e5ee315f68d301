import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyPlan, planContentSchema, type PlanContent } from './planContent.ts';
import { isPlanObligatory, latestPlanEnd, planDueOn } from './planDuty.ts';
import { aPlanContent, planFacts } from './testing.ts';
import { unplannedServices, validatePlan, type PlanFacts } from './validatePlan.ts';

const issues = (change: Partial<PlanContent>, facts: Partial<PlanFacts> = {}) =>
  validatePlan(aPlanContent(change), { ...planFacts, ...facts }).map((issue) => `${issue.path} ${issue.code}`);
const [service] = aPlanContent().services;
const [goal] = aPlanContent().goals;
if (!service || !goal) throw new Error('The example has a service and a goal');

test('a whole plan has no issues, an empty one names every part', () => {
  expect(issues({})).toEqual([]);
  expect(validatePlan(emptyPlan, planFacts).map((issue) => issue.code)).toEqual([
    'missing',
    'missing',
    'needs-missing',
    'goals-missing',
    'services-missing',
    'responsibilities-missing',
    'monitoring-missing',
  ]);
});

test('a plan lasts a year at most, counted from its first version', () => {
  expect(issues({ endsOn: '2026-05-01' })).toEqual(['endsOn plan-too-long']);
  expect(issues({ startsOn: '2025-06-01', services: [{ ...service, from: '2025-06-01' }] }, { firstStartsOn: '2025-04-01' })).toEqual([
    'endsOn plan-too-long',
  ]);
  expect(issues({}, { firstStartsOn: '2025-05-02' })).toEqual(['startsOn before-first-start']);
  expect(issues({ endsOn: '2025-04-30', services: [] })).toEqual(['endsOn dates-reversed', 'services services-missing']);
  expect(issues({ startsOn: '30.02.2025' })).toEqual(['startsOn invalid-date']);
});

test('needs, goals and actions belong together', () => {
  expect(issues({ needs: [...aPlanContent().needs, { id: 'n2', area: 'health', description: 'Exercise' }] })).toEqual([
    'needs.1 need-without-goal',
  ]);
  expect(issues({ goals: [{ ...goal, needIds: ['n1', 'nx'], actions: [] }] })).toEqual([
    'goals.0.needIds need-unknown',
    'goals.0.actions goal-without-action',
  ]);
  expect(issues({ goals: [goal, { ...goal, id: 'g2', needIds: [] }] })).toEqual(['goals.1.needIds goal-without-need']);
});

test('services: qualified, within the plan, with an amount', () => {
  expect(issues({ services: [{ ...service, serviceId: 's2', quantity: 0, from: '2025-04-30', to: '2026-05-01' }] })).toEqual([
    'services.0.from outside-plan',
    'services.0.to outside-plan',
    'services.0.serviceId service-not-qualified',
    'services.0.quantity quantity-invalid',
  ]);
  expect(issues({ services: [{ ...service, serviceId: null, quantity: null, to: '', fee: ' ' }] })).toEqual([
    'services.0.fee missing',
    'services.0.to missing',
    'services.0.serviceId missing',
    'services.0.quantity missing',
  ]);
  expect(issues({ services: [{ ...service, quantity: Number.NaN }] })).toEqual(['services.0.quantity quantity-invalid']);
  expect(unplannedServices(aPlanContent(), ['s1', 's2'])).toEqual(['s2']);
});

test('blank, overlong and repeated things are named by their path', () => {
  expect(issues({ goals: [{ ...goal, measure: '', actions: [{ id: 'a1', what: '\u00a0', who: 'x'.repeat(5001), when: '' }] }] })).toEqual([
    'goals.0.actions.0.what missing',
    'goals.0.actions.0.who too-long',
  ]);
  expect(
    issues({
      strengths: [
        { id: 'x', text: 'a' },
        { id: 'x', text: 'b' },
      ],
    }),
  ).toEqual(['strengths.1 repeated-id']);
  expect(issues({ strengths: Array.from({ length: 101 }, (_, index) => ({ id: `x${index}`, text: 'a' })) })).toEqual([
    'strengths too-many',
  ]);
});

test('dates of the law: obligation, deadline, longest length', () => {
  const law = { coordinationMonths: 3, planDueDays: 30, planMaxMonths: 12 };
  expect(isPlanObligatory({ from: '2025-01-15', to: '2025-04-14' }, law)).toBe(true);
  expect(isPlanObligatory({ from: '2025-01-15', to: '2025-04-13' }, law)).toBe(false);
  expect(['2025-03-03', '2025-01-31', '2024-01-31'].map((day) => planDueOn(day, law))).toEqual(['2025-04-02', '2025-03-02', '2024-03-01']);
  expect(latestPlanEnd('2025-05-01', law)).toBe('2026-04-30');
});

test('for any first day, the latest end is accepted and the next day is not', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));
  fc.assert(
    fc.property(anyDay, (start) => {
      const end = start.add({ years: 1 }).subtract({ days: 1 });
      const at = (endsOn: string) =>
        issues({ startsOn: start.toString(), endsOn, services: [{ ...service, from: start.toString(), to: start.toString() }] });
      expect(at(end.toString())).toEqual([]);
      expect(at(end.add({ days: 1 }).toString())).toEqual(['endsOn plan-too-long']);
    }),
  );
});

test('any draft that can be stored can be judged', () => {
  const text = fc.string({ maxLength: 5 });
  const item = fc.record({ id: fc.constantFrom('a', 'b'), text });
  const action = fc.record({ id: fc.constantFrom('a', 'b'), what: text, who: text, when: text });
  const draft = fc.record({
    startsOn: fc.oneof(text, fc.constant('2025-05-01')),
    endsOn: fc.oneof(text, fc.constant('2025-08-01')),
    strengths: fc.array(item, { maxLength: 2 }),
    goals: fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b'),
        needIds: fc.array(fc.constantFrom('n1', 'n2')),
        text,
        measure: text,
        actions: fc.array(action, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    supportingActions: fc.array(action, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(draft, (part) => {
      const content = planContentSchema.parse(JSON.parse(JSON.stringify(aPlanContent(part))));
      expect(validatePlan(content, planFacts)).toEqual(validatePlan(content, planFacts));
    }),
  );
});
