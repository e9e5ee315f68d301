/** Plans on a real database for tests: `await aPlannedCase(scope)` is a case with a whole draft. */
import type { CentreScope } from '#platform/http/index.ts';
import { asRole, act, caseAppliedFor, qualifyAll, type OpenedCase } from '#modules/cases/testing.ts';
import type { PlanContent } from './domain/planContent.ts';
import { aPlanContent } from './domain/testing.ts';
import { answerPlan } from './usecases/agreeOnPlan.ts';
import { approvePlan } from './usecases/approvePlan.ts';
import { decideCoordination } from './usecases/decideCoordination.ts';
import { getPlanFile } from './usecases/planFile.ts';
import { savePlanPart, startPlan } from './usecases/writePlan.ts';

/** The value of a use case that must not be refused. */
export function must<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.refusal));
}

/** A case qualified for everything, with coordination decided for half a year from the day of the scope. */
export async function aCoordinatedCase(scope: CentreScope, ...names: readonly string[]): Promise<OpenedCase> {
  const opened = await caseAppliedFor(scope, ...(names.length > 0 ? names : ['Usługi opiekuńcze']));
  await qualifyAll(scope, opened.caseId);
  const { today } = scope;
  must(
    await decideCoordination(asRole(scope, 'planCoordinator'), opened.caseId, null, {
      from: today,
      to: today.add({ months: 6 }).subtract({ days: 1 }),
      withPlan: true,
      note: null,
    }),
  );
  return opened;
}

/** A whole content for the case, with nothing missing. */
export async function wholeContent(scope: CentreScope, caseId: string): Promise<Omit<PlanContent, 'startsOn' | 'endsOn'>> {
  const { latest } = await getPlanFile(scope, caseId);
  const { startsOn: from, endsOn: to } = latest.content;
  const { startsOn: _start, endsOn: _end, ...sample } = aPlanContent();
  const [row] = sample.services;
  return {
    ...sample,
    services: latest.content.services.map((service) => ({
      ...row,
      ...service,
      scope: 'Pomoc w domu',
      quantity: 20,
      place: 'w domu',
      provider: 'Spółdzielnia',
      fee: 'bezpłatnie',
      from,
      to,
    })),
  };
}

/** A case with a draft in which nothing is missing. */
export async function aPlannedCase(scope: CentreScope, ...names: readonly string[]): Promise<OpenedCase> {
  const opened = await aCoordinatedCase(scope, ...names);
  const coordinator = asRole(scope, 'planCoordinator');
  const { today } = scope;
  must(
    await startPlan(coordinator, opened.caseId, null, {
      startsOn: today,
      endsOn: today.add({ months: 6 }).subtract({ days: 1 }),
      copiesLast: false,
    }),
  );
  must(await savePlanPart(coordinator, opened.caseId, 1, await wholeContent(scope, opened.caseId)));
  return opened;
}

/** The resident agrees and the director approves. */
export async function agreeAndApprove(scope: CentreScope, caseId: string): Promise<void> {
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
  must(await approvePlan(asRole(scope, 'director'), caseId, null, { revision: latest.revision, note: null }));
}

/** Services of an approved plan ordered and begun: the case is ACTIVE. */
export async function begin(scope: CentreScope, { caseId, serviceIds }: OpenedCase, orderId: string, providerId: string): Promise<void> {
  const [serviceId = ''] = serviceIds;
  await act(scope, caseId, 'serviceOrganiser', { type: 'placeOrders', data: { orders: [{ orderId, serviceId, providerId }] } });
  const known = { acceptedOrderIds: [orderId] };
  await act(scope, caseId, 'planCoordinator', { type: 'startService', data: { orderId, startedOn: scope.today.toString() } }, known);
}
