import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffPlans } from './diffPlans.ts';
import type { PlanContent } from './planContent.ts';
import { aPlanContent } from './testing.ts';

test('a change, an addition and a removal read in the order of the plan', () => {
  const older = aPlanContent();
  const [service] = older.services;
  const [goal] = older.goals;
  if (!service || !goal) throw new Error('The example has a service and a goal');
  const newer = aPlanContent({
    endsOn: '2026-03-31',
    goals: [
      {
        ...goal,
        actions: [
          ...goal.actions.map((action) => ({ ...action, who: 'The daughter' })),
          { id: 'a2', what: 'Cooking', who: 'The carer', when: '' },
        ],
      },
    ],
    services: [{ ...service, quantity: 12 }],
    supportingActions: [],
  });
  expect(diffPlans(older, newer)).toEqual([
    { path: 'endsOn', section: 'dates', about: null, kind: 'changed', from: '2026-04-30', to: '2026-03-31' },
    { path: 'goals[g1].actions[a1].who', section: 'goals', about: 'Shopping', kind: 'changed', from: 'The carer', to: 'The daughter' },
    {
      path: 'goals[g1].actions[a2]',
      section: 'goals',
      about: 'Cooking',
      kind: 'added',
      from: undefined,
      to: { id: 'a2', what: 'Cooking', who: 'The carer', when: '' },
    },
    { path: 'services[ps1].quantity', section: 'services', about: 'Care at home', kind: 'changed', from: 10, to: 12 },
    {
      path: 'supportingActions[sa1]',
      section: 'supportingActions',
      about: 'Walks',
      kind: 'removed',
      from: older.supportingActions[0],
      to: undefined,
    },
  ]);
});

test('a goal that serves another need has changed, one whose needs are listed otherwise has not', () => {
  const serving = (...needIds: string[]) => aPlanContent({ goals: [{ id: 'g1', needIds, text: 'Goal', measure: '', actions: [] }] });
  expect(diffPlans(serving('n1'), serving('n2'))).toMatchObject([
    { path: 'goals[g1].needIds', kind: 'changed', about: 'Goal', from: ['n1'], to: ['n2'] },
  ]);
  expect(diffPlans(serving('n1', 'n2'), serving('n2', 'n1'))).toEqual([]);
  expect(diffPlans(serving('n1', 'n2'), serving('n1')).length).toBe(1);
});

// Few words and short lists, so that two random plans often differ in one small thing only.
const ids = ['x', 'y'] as const;
const word = fc.constantFrom('one', 'one', 'one', 'two');
const plan = fc
  .record({
    startsOn: fc.constantFrom('2025-01-01', '2025-02-01'),
    strengths: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), text: word }), { selector: (item) => item.id, maxLength: 2 }),
    goals: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        needIds: fc.uniqueArray(fc.constantFrom('n1', 'n2'), { minLength: 1 }),
        text: word,
        measure: word,
        actions: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), what: word, who: word, when: word }), {
          selector: (item) => item.id,
        }),
      }),
      { selector: (item) => item.id, maxLength: 2 },
    ),
  })
  .map((part) => aPlanContent(part));

/** The same plan with every list sorted: what is left of a difference when order does not count. */
function sorted(content: PlanContent): PlanContent {
  const byId = <T extends { id: string }>(items: readonly T[]): T[] => items.toSorted((a, b) => a.id.localeCompare(b.id));
  return {
    ...content,
    strengths: byId(content.strengths),
    goals: byId(content.goals.map((goal) => ({ ...goal, needIds: goal.needIds.toSorted(), actions: byId(goal.actions) }))),
  };
}

test('no difference exactly when the plans say the same', () => {
  fc.assert(
    fc.property(plan, plan, (a, b) => {
      expect(diffPlans(a, a)).toEqual([]);
      expect(diffPlans(a, b).length === 0).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
    }),
    { numRuns: 500 },
  );
});

test('reading backwards swaps added with removed, and before with after', () => {
  const mirror = { added: 'removed', removed: 'added', changed: 'changed' } as const;
  const key = (each: { path: string; kind: string; from: unknown; to: unknown }) =>
    JSON.stringify([each.path, each.kind, each.from, each.to]);
  fc.assert(
    fc.property(plan, plan, (a, b) => {
      const back = diffPlans(b, a).map((each) => key({ path: each.path, kind: mirror[each.kind], from: each.to, to: each.from }));
      expect(back.toSorted()).toEqual(diffPlans(a, b).map(key).toSorted());
    }),
  );
});
