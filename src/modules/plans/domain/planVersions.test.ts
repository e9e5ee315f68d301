import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agreePlan,
  approvePlan,
  dropRevision,
  findApproved,
  latestVersion,
  reopenDraft,
  revisePlan,
  saveDraft,
  startPlan,
  type Plan,
  type PlanAgreement,
  type PlanApproval,
} from './planVersions.ts';
import { aPlanContent } from './testing.ts';

const at = '2025-05-01T08:00:00.000Z';
const agreement: PlanAgreement = { agreedOn: '2025-05-02', agreedBy: 'self', form: 'signature' };
const approval: PlanApproval = { approvedOn: '2025-05-03', approvedById: 'u1', role: 'director' };

function must(answer: ReturnType<typeof approvePlan>): Plan {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}
const code = (answer: ReturnType<typeof approvePlan>) => (answer.ok ? null : answer.refusal.code);
const started = () => startPlan('p1', aPlanContent(), at);
const approved = () => must(approvePlan(must(agreePlan(started(), agreement, [])), approval, []));

test('a draft is agreed, approved, and then never changes', () => {
  const plan = approved();
  expect(findApproved(plan)).toMatchObject({ version: 1, status: 'approved', agreement, approval });
  expect(code(saveDraft(plan, aPlanContent({ endsOn: '2025-12-31' }), 1, at))).toBe('not-a-draft');
  expect(code(agreePlan(plan, agreement, []))).toBe('not-a-draft');
  expect(code(approvePlan(started(), approval, []))).toBe('not-agreed');
  expect(code(dropRevision(started()))).toBe('nothing-approved');
});

test('what is incomplete is neither agreed nor approved', () => {
  const issues = [{ code: 'goals-missing', path: 'goals' }] as const;
  expect(agreePlan(started(), agreement, issues)).toEqual({ ok: false, refusal: { code: 'incomplete', issues } });
  expect(code(approvePlan(must(agreePlan(started(), agreement, [])), approval, issues))).toBe('incomplete');
  expect(code(approvePlan(must(agreePlan(started(), agreement, [])), { ...approval, approvedOn: '2025-05-01' }, []))).toBe(
    'agreed-after-approval',
  );
});

test('the second editor sees what the first saved, and an edit voids the agreement', () => {
  const first = must(saveDraft(must(agreePlan(started(), agreement, [])), aPlanContent({ endsOn: '2025-12-31' }), 1, at));
  expect(latestVersion(first)).toMatchObject({ status: 'draft', revision: 2, agreement: null });
  expect(saveDraft(first, aPlanContent(), 1, at)).toEqual({
    ok: false,
    refusal: { code: 'edited-meanwhile', revision: 2, current: aPlanContent({ endsOn: '2025-12-31' }) },
  });
  expect(code(reopenDraft(first))).toBe('not-agreed');
});

test('a revision starts from what is approved; dropped, it leaves that in force and keeps its number', () => {
  expect(code(revisePlan(started(), 'More rides', at))).toBe('nothing-approved');
  expect(code(revisePlan(approved(), ' ', at))).toBe('reason-missing');
  const revised = must(revisePlan(approved(), 'More rides', at));
  expect(code(revisePlan(revised, 'Again', at))).toBe('draft-at-hand');
  const dropped = must(dropRevision(revised));
  expect(latestVersion(dropped)).toMatchObject({ version: 1, status: 'approved' });
  expect(latestVersion(must(revisePlan(dropped, 'Again', at)))).toMatchObject({ version: 3, status: 'draft', reason: 'Again' });
});

test('random work: one unfinished version at most, numbers without gaps, approved ones never touched', () => {
  const steps = {
    save: (plan: Plan, n: number) => saveDraft(plan, aPlanContent({ endsOn: `2025-12-${10 + n}` }), latestVersion(plan).revision, at),
    agree: (plan: Plan) => agreePlan(plan, agreement, []),
    reopen: (plan: Plan) => reopenDraft(plan),
    approve: (plan: Plan) => approvePlan(plan, approval, []),
    revise: (plan: Plan) => revisePlan(plan, 'Needs changed', at),
    drop: (plan: Plan) => dropRevision(plan),
  };
  const step = fc.tuple(fc.constantFrom(...Object.values(steps)), fc.nat(9));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (walk) => {
      let plan = started();
      const frozen = new Map<number, string>();
      for (const [run, n] of walk) {
        const answer = run(plan, n);
        if (answer.ok) plan = answer.value;
        expect(plan.versions.map((version) => version.version)).toEqual(plan.versions.map((_, index) => index + 1));
        expect(plan.versions.filter((version) => version.status === 'draft' || version.status === 'agreed').length).toBeLessThanOrEqual(1);
        for (const version of plan.versions.filter((each) => each.status === 'approved')) {
          const text = frozen.get(version.version) ?? JSON.stringify(version);
          frozen.set(version.version, text);
          expect(JSON.stringify(version)).toBe(text);
          expect(version.agreement).not.toBeNull();
        }
        for (const number of frozen.keys()) expect(plan.versions[number - 1]?.status).toBe('approved');
      }
    }),
  );
});
