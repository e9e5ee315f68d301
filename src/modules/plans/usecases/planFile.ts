import { rolesOf, type Actor } from '#shared/actor.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getCase, servicesWith, type CaseConflict, type CaseRefusal, type CaseView, type KnownFacts } from '#modules/cases/index.ts';
import { lawOn, type LawOnDay } from '#modules/law/index.ts';
import { findApproved, latestVersion, type Plan, type PlanRefusal, type PlanVersion } from '../domain/planVersions.ts';
import { validatePlan, type PlanFacts, type PlanIssue } from '../domain/validatePlan.ts';
import { isApproverOn } from '../store/approverStore.ts';
import { findPlan, listPlanIds, type Saving } from '../store/planStore.ts';

/** Why something about a plan was not done: reasons of the case, of the plan, or of a plan that is not there. */
export type PlanRefusals = readonly (
  | CaseRefusal
  | CaseConflict
  | PlanRefusal
  | { readonly code: 'no-plan' | 'name-missing' | 'note-missing' }
)[];

/** The newest plan of a case with everything a page or a decision needs to know about it. */
export interface PlanFile {
  readonly view: CaseView;
  readonly law: LawOnDay;
  readonly plan: Plan;
  /** The version being worked on, or the one in force. */
  readonly latest: PlanVersion;
  readonly approved: PlanVersion | undefined;
  /** What keeps the latest version from being agreed. */
  readonly issues: readonly PlanIssue[];
  readonly facts: PlanFacts;
}

/** The law that counts for a case: of the day it was filed. */
export const lawOfCase = (scope: CentreScope, view: CaseView): Promise<LawOnDay> => lawOn(scope, view.record.filedOn ?? scope.today);

/** The newest plan of a case, or undefined when none was started. @throws NotFound when the centre has no such case. */
export async function findPlanFile(scope: CentreScope, caseId: string): Promise<PlanFile | undefined> {
  const view = await getCase(scope, caseId);
  const [planId] = await listPlanIds(scope.tx, caseId);
  const plan = planId && (await findPlan(scope.tx, planId));
  if (!plan) return undefined;
  const law = await lawOfCase(scope, view);
  const latest = latestVersion(plan);
  const facts = factsOf(view, plan, law);
  return { view, law, plan, latest, approved: findApproved(plan), facts, issues: validatePlan(latest.content, facts) };
}
/** @throws NotFound when the case has no plan. */
export async function getPlanFile(scope: CentreScope, caseId: string): Promise<PlanFile> {
  const file = await findPlanFile(scope, caseId);
  if (!file) throw new NotFound('plan');
  return file;
}

function factsOf({ state }: CaseView, plan: Plan, law: LawOnDay): PlanFacts {
  const isContinued = findApproved(plan) !== undefined;
  return {
    law: law.values,
    firstStartsOn: isContinued ? plan.versions[0].content.startsOn : null,
    qualifiedServiceIds: servicesWith(state, 'qualified'),
  };
}

/** Whether somebody may approve plans today: the director, or a service organiser the director authorised. */
export async function mayActorApprove(scope: CentreScope): Promise<boolean> {
  const roles = rolesOf(scope.actor);
  if (roles.includes('director')) return true;
  if (scope.actor.kind !== 'user' || !roles.includes('serviceOrganiser')) return false;
  return isApproverOn(scope.tx, scope.actor.userId, scope.today);
}

/** What plans tell the decisions on a case. */
export async function planFactsOfCase(scope: CentreScope, caseId: string): Promise<KnownFacts> {
  const mayActorApprovePlans = await mayActorApprove(scope);
  const [planId] = await listPlanIds(scope.tx, caseId);
  if (!planId) return { mayActorApprovePlans };
  const { issues, latest } = await getPlanFile(scope, caseId);
  return { mayActorApprovePlans, plan: { issueCount: issues.length, goalIds: latest.content.goals.map((goal) => goal.id) } };
}

export const userIdOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.userId : null);
export const savingBy = (scope: CentreScope): Saving => ({ at: scope.now, by: userIdOf(scope.actor) });
