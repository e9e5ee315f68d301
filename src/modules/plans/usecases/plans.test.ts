import { expect, it } from 'vitest';
import { listDocuments } from '#platform/documents/archive.ts';
import { newId } from '#shared/uuid.ts';
import { asRole, caseAppliedFor } from '#modules/cases/testing.ts';
import { editionOn, recordAssessment, startAssessment, type AssessmentContent } from '#modules/assessment/index.ts';
import { gatherFacts, getCase } from '#modules/cases/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { aCoordinatedCase, agreeAndApprove, aPlannedCase, begin, must, wholeContent } from '../testing.ts';
import { answerPlan } from './agreeOnPlan.ts';
import { approvePlan, authoriseApprover, endAuthorisation, returnPlan } from './approvePlan.ts';
import { decideCoordination } from './decideCoordination.ts';
import { closeCase, recordMonitoring, resumeCase, suspendCase } from './followCase.ts';
import { holdSummary } from './holdSummary.ts';
import { draftFromAssessment, listLeftOut } from './fromAssessment.ts';
import { getPlanFile } from './planFile.ts';
import { dropRevision, revisePlan, savePlanPart, startPlan } from './writePlan.ts';

const codes = (result: { ok: boolean; refusal?: readonly { code: string }[] }) =>
  result.ok ? 'done' : result.refusal?.map((each) => each.code);

it('makes the plan obligatory from the months of the law on, and the coordinator the one of the case', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await aCoordinatedCase(scope);
    const coordinator = asRole(scope, 'planCoordinator');
    const from = scope.today;
    const decide = (to: Temporal.PlainDate, withPlan: boolean) =>
      decideCoordination(coordinator, caseId, null, { from, to, withPlan, note: null });
    expect(codes(await decide(from.add({ months: 3 }).subtract({ days: 1 }), false))).toEqual(['plan-obligatory']);
    expect(codes(await decide(from.add({ months: 3 }).subtract({ days: 2 }), false))).toBe('done');
    const { record } = await getCase(scope, caseId);
    expect(record.coordinatorId).toBe(userWithRole('planCoordinator').userId);
  }));

it('starts with the services the person is qualified for', () =>
  inTestCentre(async (scope) => {
    const { caseId, serviceIds } = await aCoordinatedCase(scope, 'Opieka', 'Transport');
    const days = { startsOn: scope.today, endsOn: scope.today.add({ months: 1 }), copiesLast: false };
    must(await startPlan(asRole(scope, 'planCoordinator'), caseId, null, days));
    const { latest, view, issues } = await getPlanFile(scope, caseId);
    expect(latest.content.services.map((service) => service.serviceId)).toEqual(serviceIds);
    expect(view.state.status).toBe('PLAN_DRAFT');
    expect(issues.length).toBeGreaterThan(0);
  }));

it('takes over the areas in which help is needed, the hardest first, and names the sensitive ones it leaves out', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await caseAppliedFor(scope, 'Opieka');
    const coordinator = asRole(scope, 'planCoordinator');
    const { validFrom } = editionOn(scope.today.toString());
    const finding = (score: number | null, note: string | null = null) => ({ score, note });
    const content: AssessmentContent = {
      edition: validFrom,
      place: 'centre',
      present: null,
      areas: {
        everyday: finding(2),
        mobility: finding(4, 'Nie wychodzi sama.'),
        money: finding(1),
        housing: finding(0),
        work: finding(null),
      },
      resources: null,
      wishes: 'Zostać w domu.',
      recommendations: [],
      coordination: null,
      summary: null,
    };
    const sensitive = { areas: { health: finding(2), wellbeing: finding(3), safety: finding(1) }, risks: [], riskNote: null };
    await startAssessment(coordinator, { caseId, version: null, place: 'centre', plannedOn: null });
    const done = await recordAssessment(coordinator, { caseId, basedOn: 0, heldOn: scope.today, content, sensitive });
    expect(codes(done)).toBe('done');
    const { needs } = await draftFromAssessment(coordinator, caseId);
    expect(needs.map((need) => need.description)).toEqual(['Nie wychodzi sama.', 'Czasem potrzebuje pomocy, na przykład w zakupach']);
    expect(await listLeftOut(coordinator, caseId)).toEqual(['Samopoczucie i pamięć', 'Zdrowie']);
    expect(await listLeftOut(asRole(scope, 'frontDesk'), caseId)).toEqual([]);
  }));

it('lasts a year at most', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await aCoordinatedCase(scope);
    const coordinator = asRole(scope, 'planCoordinator');
    const endsOn = scope.today.add({ years: 1 });
    expect(codes(await startPlan(coordinator, caseId, null, { startsOn: scope.today, endsOn, copiesLast: false }))).toEqual([
      'plan-too-long',
    ]);
    must(await startPlan(coordinator, caseId, null, { startsOn: scope.today, endsOn: endsOn.subtract({ days: 1 }), copiesLast: false }));
    expect(codes(await savePlanPart(coordinator, caseId, 1, { endsOn: endsOn.toString() }))).toEqual(['plan-too-long']);
  }));

it('keeps both edits of different parts, and refuses the second edit of the same one with what is stored', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await aPlannedCase(scope);
    const coordinator = asRole(scope, 'planCoordinator');
    const { latest } = await getPlanFile(scope, caseId);
    const strengths = [{ id: newId(), text: 'Lubi gotować' }];
    const monitoring = [{ id: newId(), how: 'Telefon', when: 'co tydzień', who: 'koordynator' }];
    must(await savePlanPart(coordinator, caseId, latest.revision, { strengths }));
    must(await savePlanPart(coordinator, caseId, latest.revision, { monitoring }));
    const now = (await getPlanFile(scope, caseId)).latest;
    expect(now.content).toMatchObject({ strengths, monitoring });
    const late = await savePlanPart(coordinator, caseId, latest.revision, { strengths: [] });
    expect(late).toMatchObject({ ok: false, refusal: [{ code: 'edited-meanwhile', revision: now.revision, current: { strengths } }] });
  }));

it('is agreed to in exactly the words that were read', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await aPlannedCase(scope);
    const coordinator = asRole(scope, 'planCoordinator');
    const { latest } = await getPlanFile(scope, caseId);
    const answer = {
      revision: latest.revision,
      isAgreed: true,
      on: scope.today,
      by: 'self',
      byName: null,
      form: 'spoken',
      note: null,
    } as const;
    must(await savePlanPart(coordinator, caseId, latest.revision, { strengths: [] }));
    expect(codes(await answerPlan(coordinator, caseId, null, answer))).toEqual(['edited-meanwhile']);
    const carer = { ...answer, revision: latest.revision + 1, by: 'actualCarer' } as const;
    expect(codes(await answerPlan(coordinator, caseId, null, carer))).toEqual(['name-missing']);
    must(await answerPlan(coordinator, caseId, null, { ...carer, byName: 'Jan Śliwka' }));
    expect((await getPlanFile(scope, caseId)).view.state.status).toBe('PLAN_AGREED');
    expect(codes(await savePlanPart(coordinator, caseId, latest.revision + 1, { strengths: [] }))).toEqual(['not-a-draft']);
  }));

it('cannot be agreed while something is missing', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await aPlannedCase(scope);
    const coordinator = asRole(scope, 'planCoordinator');
    const { latest } = await getPlanFile(scope, caseId);
    must(await savePlanPart(coordinator, caseId, latest.revision, { goals: [] }));
    const answer = {
      revision: latest.revision + 1,
      isAgreed: true,
      on: scope.today,
      by: 'self',
      byName: null,
      form: 'spoken',
      note: null,
    } as const;
    expect(codes(await answerPlan(coordinator, caseId, null, answer))).toEqual(['incomplete']);
  }));

it('goes back to a draft when the resident wants changes or the director returns it, with a note', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await aPlannedCase(scope);
    const { latest } = await getPlanFile(scope, caseId);
    const resident = { ...scope, actor: { kind: 'caseHolder', caseId } as const };
    const answer = { revision: latest.revision, on: scope.today, by: 'self', byName: null, form: 'electronic' } as const;
    expect(codes(await answerPlan(resident, caseId, null, { ...answer, isAgreed: false, note: null }))).toEqual(['note-missing']);
    must(await answerPlan(resident, caseId, null, { ...answer, isAgreed: true, note: null }));
    const director = asRole(scope, 'director');
    expect(codes(await returnPlan(director, caseId, null, { revision: latest.revision, note: null }))).toEqual(['note-missing']);
    must(await returnPlan(director, caseId, null, { revision: latest.revision, note: 'Brak telefonu' }));
    expect((await getPlanFile(scope, caseId)).latest).toMatchObject({ status: 'draft', agreement: null });
    must(await answerPlan(resident, caseId, null, { ...answer, isAgreed: true, note: null }));
    must(await answerPlan(resident, caseId, null, { ...answer, isAgreed: false, note: 'Wolę we wtorki' }));
    expect((await getPlanFile(scope, caseId)).view.state.status).toBe('PLAN_DRAFT');
  }));

it('is approved by the director, or by an organiser only while the authorisation lasts', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await aPlannedCase(scope);
    const { latest } = await getPlanFile(scope, caseId);
    const answer = {
      revision: latest.revision,
      isAgreed: true,
      on: scope.today,
      by: 'self',
      byName: null,
      form: 'signature',
      note: null,
    } as const;
    must(await answerPlan(asRole(scope, 'planCoordinator'), caseId, null, answer));
    const organiser = asRole(scope, 'serviceOrganiser');
    const input = { revision: latest.revision, note: null };
    expect(codes(await approvePlan(organiser, caseId, null, input))).toEqual(['not-authorised-to-approve']);
    const { userId } = userWithRole('serviceOrganiser');
    const id = await authoriseApprover(asRole(scope, 'director'), {
      userId,
      validFrom: scope.today.add({ days: 1 }),
      validTo: null,
      basis: 'nr 1',
    });
    expect(codes(await approvePlan(organiser, caseId, null, input))).toEqual(['not-authorised-to-approve']);
    await expect(endAuthorisation(asRole(scope, 'director'), id)).rejects.toThrow();
    await authoriseApprover(asRole(scope, 'director'), { userId, validFrom: scope.today, validTo: scope.today, basis: 'nr 2' });
    must(await approvePlan(organiser, caseId, null, input));
    const documents = await listDocuments(scope, caseId);
    expect(documents.map((each) => [each.kind, each.forResident])).toEqual([['plan', true]]);
    expect((await getPlanFile(scope, caseId)).latest.approval).toMatchObject({ role: 'serviceOrganiser', approvedById: userId });
  }));

it('changes by a new version with a reason, which can be dropped; numbers are not used again', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await aPlannedCase(scope);
    await agreeAndApprove(scope, caseId);
    const coordinator = asRole(scope, 'planCoordinator');
    expect(codes(await revisePlan(coordinator, caseId, null, ' '))).toEqual(['reason-missing']);
    must(await revisePlan(coordinator, caseId, null, 'Zwolniło się miejsce'));
    expect(codes(await revisePlan(coordinator, caseId, null, 'Jeszcze raz'))).toEqual(['draft-at-hand']);
    must(await savePlanPart(coordinator, caseId, 1, { strengths: [] }));
    must(await dropRevision(coordinator, caseId, null, null));
    const dropped = await getPlanFile(scope, caseId);
    expect(dropped.latest).toMatchObject({ version: 1, status: 'approved' });
    expect(dropped.view.state.status).toBe('PLAN_APPROVED');
    must(await revisePlan(coordinator, caseId, null, 'Druga próba'));
    expect((await getPlanFile(scope, caseId)).latest.version).toBe(3);
    await agreeAndApprove(scope, caseId);
    expect((await listDocuments(scope, caseId)).map((each) => each.title.slice(-1))).toEqual(['1', '3']);
  }));

it('is followed, suspended, resumed, summed up goal by goal and closed', () =>
  inTestCentre(async (scope) => {
    const opened = await aPlannedCase(scope);
    const { caseId } = opened;
    await agreeAndApprove(scope, caseId);
    await begin(scope, opened, newId(), newId());
    const coordinator = asRole(scope, 'planCoordinator');
    const on = scope.today;
    must(await recordMonitoring(coordinator, [caseId], null, { on, kind: 'visit', note: 'Dobrze', nextOn: on.add({ days: 30 }) }));
    must(await suspendCase(coordinator, caseId, null, { reason: 'hospital', from: on, to: null, note: null }));
    expect((await getCase(scope, caseId)).state.status).toBe('SUSPENDED');
    must(await resumeCase(coordinator, caseId, null, { on, note: null }));
    const talk = {
      heldOn: on,
      place: 'w domu',
      present: ['Łucja'],
      course: 'Poszło dobrze',
      delivered: [],
      personsView: null,
      furtherSteps: [],
    };
    expect(codes(await holdSummary(coordinator, caseId, null, { ...talk, results: [] }))).toEqual(['goals-without-result']);
    const [goal] = (await getPlanFile(scope, caseId)).latest.content.goals;
    must(
      await holdSummary(coordinator, caseId, null, { ...talk, results: [{ goalId: goal?.id ?? '', result: 'achieved', description: '' }] }),
    );
    expect((await listDocuments(scope, caseId)).map((each) => each.kind)).toEqual(['plan', 'summary']);
    must(await closeCase(asRole(scope, 'director'), caseId, null, { ending: 'done', occurredOn: on, note: null }));
    expect((await getCase(scope, caseId)).state).toMatchObject({
      status: 'CLOSED_DONE',
      closing: { consequences: { feesStopOn: on.toString() } },
    });
  }));

it('writes one note into several cases, or into none', () =>
  inTestCentre(async (scope) => {
    const first = await aPlannedCase(scope);
    const second = await aPlannedCase(scope);
    const third = await aCoordinatedCase(scope);
    const coordinator = asRole(scope, 'planCoordinator');
    const note = { on: scope.today, kind: 'phone', note: 'Rozmowa z obojgiem', nextOn: null } as const;
    must(await recordMonitoring(coordinator, [first.caseId, second.caseId], null, note));
    expect(codes(await recordMonitoring(coordinator, [first.caseId, third.caseId], null, note))).toEqual(['not-from-this-state']);
    const notes = (await getCase(scope, second.caseId)).events.filter((event) => event.type === 'monitored');
    expect(notes.map((event) => event.data)).toEqual([
      { on: scope.today.toString(), kind: 'phone', note: 'Rozmowa z obojgiem', nextOn: null },
    ]);
  }));

it('follows with a new plan that takes over the words of the last one', () =>
  inTestCentre(async (scope) => {
    const opened = await aPlannedCase(scope);
    const { caseId } = opened;
    await agreeAndApprove(scope, caseId);
    await begin(scope, opened, newId(), newId());
    const coordinator = asRole(scope, 'planCoordinator');
    const [goal] = (await getPlanFile(scope, caseId)).latest.content.goals;
    must(
      await holdSummary(coordinator, caseId, null, {
        heldOn: scope.today,
        place: 'w domu',
        present: [],
        course: 'Dobrze',
        delivered: [],
        personsView: null,
        furtherSteps: [],
        results: [{ goalId: goal?.id ?? '', result: 'partlyAchieved', description: 'Jeszcze nie sama' }],
      }),
    );
    const startsOn = scope.today.add({ months: 6 });
    const endsOn = startsOn.add({ months: 3 });
    const planId = must(await startPlan(coordinator, caseId, null, { startsOn, endsOn, copiesLast: true }));
    const { plan, latest, issues } = await getPlanFile(scope, caseId);
    expect(plan.planId).toBe(planId);
    expect(issues).toEqual([]);
    expect(latest).toMatchObject({
      version: 1,
      content: { goals: [{ id: goal?.id }], services: [{ from: startsOn.toString(), to: endsOn.toString() }] },
    });
  }));

it('tells the case how many gaps the plan has and which goals to sum up', () =>
  inTestCentre(async (scope) => {
    const { caseId } = await aPlannedCase(scope);
    const whole = await gatherFacts(asRole(scope, 'director'), await getCase(scope, caseId));
    expect(whole).toMatchObject({ mayActorApprovePlans: true, plan: { issueCount: 0, goalIds: ['g1'] } });
    const content = await wholeContent(scope, caseId);
    must(await savePlanPart(asRole(scope, 'planCoordinator'), caseId, 2, { ...content, monitoring: [] }));
    const gaps = await gatherFacts(asRole(scope, 'planCoordinator'), await getCase(scope, caseId));
    expect(gaps).toMatchObject({ mayActorApprovePlans: false, plan: { issueCount: 1 } });
  }));
