import type { Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { actOnCase, type CaseOrder, type CaseState } from '#modules/cases/index.ts';
import { insertSummary, type DeliveredInWords } from '../store/summaryStore.ts';
import { getPlanFile, userIdOf, type PlanRefusals } from './planFile.ts';
import { issueSummary } from './planDocuments.ts';

type Results = Extract<CaseOrder, { type: 'holdSummary' }>['data']['results'];

export interface SummaryInput {
  readonly heldOn: Temporal.PlainDate;
  readonly place: string;
  readonly present: readonly string[];
  /** How it went, in a few sentences. */
  readonly course: string;
  readonly results: Results;
  readonly delivered: readonly DeliveredInWords[];
  readonly personsView: string | null;
  readonly furtherSteps: readonly string[];
}

/** Records the summary talk: the course and the result of every goal, and issues the description for the resident. */
export async function holdSummary(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  input: SummaryInput,
): Promise<Result<CaseState, PlanRefusals>> {
  const { plan } = await getPlanFile(scope, caseId);
  const { heldOn, course, results } = input;
  const done = await actOnCase(scope, caseId, version, { type: 'holdSummary', data: { heldOn: heldOn.toString(), course, results } });
  if (!done.ok) return done;
  await insertSummary(scope.tx, {
    id: newId(),
    planId: plan.planId,
    heldOn,
    place: input.place,
    present: [...input.present],
    personsView: input.personsView,
    furtherSteps: [...input.furtherSteps],
    delivered: [...input.delivered],
    recordedBy: userIdOf(scope.actor),
    recordedAt: scope.now,
  });
  await issueSummary(scope, caseId);
  return done;
}
