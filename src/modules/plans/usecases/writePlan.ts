import { refuse, ok, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getProvider, getServices, toldFee, type CatalogueService, type ServiceLimit } from '#modules/catalogue/index.ts';
import { actOnCase, getCase, isFinal, servicesWith } from '#modules/cases/index.ts';
import { emptyPlan, type PlanContent, type PlannedService } from '../domain/planContent.ts';
import * as versions from '../domain/planVersions.ts';
import type { Plan } from '../domain/planVersions.ts';
import { findWording, insertPlan, savePlan } from '../store/planStore.ts';
import { draftFromAssessment } from './fromAssessment.ts';
import { findPlanFile, getPlanFile, savingBy, type PlanFile, type PlanRefusals } from './planFile.ts';

export interface StartInput {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  /** Takes over what the plan before said, for a person whose needs last. */
  readonly copiesLast: boolean;
}

/** Starts the first draft of a plan, with the services the person is qualified for and what the assessment says. Returns the plan's id. */
export async function startPlan(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  { startsOn, endsOn, copiesLast }: StartInput,
): Promise<Result<string, PlanRefusals>> {
  const before = copiesLast ? await findPlanFile(scope, caseId) : undefined;
  const planId = newId();
  const days = { startsOn: startsOn.toString(), endsOn: endsOn.toString() };
  const done = await actOnCase(scope, caseId, version, { type: 'draftPlan', data: { planId, version: 1, ...days } });
  if (!done.ok) return done;
  const content: PlanContent = before
    ? { ...before.latest.content, ...days, services: before.latest.content.services.map((service) => ({ ...service, ...spanOf(days) })) }
    : {
        ...emptyPlan,
        ...days,
        ...(await draftFromAssessment(scope, caseId)),
        services: await qualifiedServices(scope, caseId, days),
      };
  await insertPlan(scope.tx, caseId, versions.startPlan(planId, content, done.value.changedAt ?? scope.now.toString()), savingBy(scope));
  return ok(planId);
}

type Days = { readonly startsOn: string; readonly endsOn: string };
const spanOf = ({ startsOn, endsOn }: Days) => ({ from: startsOn, to: endsOn });

/** Rows of a new plan for everything the person is qualified for, filled from the service cards. */
async function qualifiedServices(scope: CentreScope, caseId: string, days: Days): Promise<PlannedService[]> {
  const { state } = await getCase(scope, caseId);
  const serviceIds = servicesWith(state, 'qualified');
  const cards = await getServices(scope, serviceIds);
  const rows: PlannedService[] = [];
  for (const serviceId of serviceIds) {
    const card = cards.get(serviceId);
    if (card) rows.push(await plannedService(scope, card, days));
  }
  return rows;
}

/** A row of a plan for a service, filled from its card. */
export async function plannedService(scope: CentreScope, card: CatalogueService, days: Days): Promise<PlannedService> {
  const limit = card.limits.find((each) => each.of === 'person');
  const provider = card.providerId ? await getProvider(scope, card.providerId) : null;
  return {
    id: newId(),
    serviceId: card.id,
    name: card.name,
    scope: card.summary ?? '',
    unit: unitOf(limit?.unit),
    quantity: limit?.amount ?? null,
    per: limit ? periodOf(limit.per) : 'month',
    ...spanOf(days),
    place: card.places[0]?.name ?? '',
    providerId: provider?.id ?? null,
    provider: provider?.name ?? '',
    fee: toldFee(card.fee, 'pl') ?? '',
  };
}

function unitOf(unit: ServiceLimit['unit'] | undefined): PlannedService['unit'] {
  switch (unit) {
    case 'hour':
    case 'visit':
    case 'ride':
    case 'session':
      return unit;
    case 'person':
      return 'place';
    case undefined:
      return 'hour';
    default:
      return 'item';
  }
}
function periodOf(per: ServiceLimit['per']): PlannedService['per'] {
  if (per === 'day' || per === 'week' || per === 'month') return per;
  return per === 'use' || per === 'once' ? 'once' : 'plan';
}

/**
 * Saves a part of the draft as read at `revision`. When somebody saved another part in between, both are kept;
 * when they saved the same part, `edited-meanwhile` tells what is stored now.
 */
export async function savePlanPart(
  scope: CentreScope,
  caseId: string,
  revision: number,
  part: Partial<PlanContent>,
): Promise<Result<Plan, PlanRefusals>> {
  const file = await getPlanFile(scope, caseId);
  if (file.latest.status !== 'draft') return refuse([{ code: 'not-a-draft' }]);
  const { status } = file.view.state;
  if (isFinal(status)) return refuse([{ code: 'not-from-this-state', from: status, event: 'draftPlan' }]);
  if (revision !== file.latest.revision && !(await isPartUntouched(scope, file, revision, part))) {
    return refuse([{ code: 'edited-meanwhile', revision: file.latest.revision, current: file.latest.content }]);
  }
  const content = withoutLostNeeds({ ...file.latest.content, ...part });
  const { startsOn, endsOn } = content;
  if (startsOn !== file.latest.content.startsOn || endsOn !== file.latest.content.endsOn) {
    const data = { planId: file.plan.planId, version: file.latest.version, startsOn, endsOn };
    const moved = await actOnCase(scope, caseId, null, { type: 'draftPlan', data });
    if (!moved.ok) return moved;
  }
  return keep(scope, file, versions.saveDraft(file.plan, content, file.latest.revision, scope.now.toString()));
}

async function isPartUntouched(scope: CentreScope, file: PlanFile, revision: number, part: Partial<PlanContent>): Promise<boolean> {
  const base = await findWording(scope.tx, file.plan.planId, file.latest.version, revision);
  if (!base) return false;
  const keys = Object.keys(part) as (keyof PlanContent)[];
  return keys.every((key) => JSON.stringify(base[key]) === JSON.stringify(file.latest.content[key]));
}

/** A need that was taken out no longer stands behind a goal. */
function withoutLostNeeds(content: PlanContent): PlanContent {
  const known = new Set(content.needs.map((need) => need.id));
  return { ...content, goals: content.goals.map((goal) => ({ ...goal, needIds: goal.needIds.filter((id) => known.has(id)) })) };
}

/** Writes a changed plan, or says what is stored when another writer was first. */
export async function keep(
  scope: CentreScope,
  file: PlanFile,
  changed: Result<Plan, versions.PlanRefusal>,
): Promise<Result<Plan, PlanRefusals>> {
  if (!changed.ok) return refuse([changed.refusal]);
  if (await savePlan(scope.tx, file.plan, changed.value, savingBy(scope))) return ok(changed.value);
  const now = await getPlanFile(scope, file.view.record.id);
  return refuse([{ code: 'edited-meanwhile', revision: now.latest.revision, current: now.latest.content }]);
}

/** Starts a new version of the approved plan; `reason` is shown with it for good. */
export async function revisePlan(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  reason: string,
): Promise<Result<Plan, PlanRefusals>> {
  const file = await findPlanFile(scope, caseId);
  if (!file) throw new NotFound('plan');
  const changed = versions.revisePlan(file.plan, reason, scope.now.toString());
  if (!changed.ok) return refuse([changed.refusal]);
  const next = versions.latestVersion(changed.value);
  const { startsOn, endsOn } = next.content;
  const data = { planId: file.plan.planId, version: next.version, startsOn, endsOn, reason };
  const done = await actOnCase(scope, caseId, version, { type: 'revisePlan', data });
  return done.ok ? keep(scope, file, changed) : done;
}

/** Gives up an unfinished new version: the approved one stays in force. */
export async function dropRevision(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  note: string | null,
): Promise<Result<Plan, PlanRefusals>> {
  const file = await getPlanFile(scope, caseId);
  const data = { planId: file.plan.planId, version: file.latest.version, note };
  const done = await actOnCase(scope, caseId, version, { type: 'dropRevision', data });
  return done.ok ? keep(scope, file, versions.dropRevision(file.plan)) : done;
}
