import { ok, type Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { fullName, getPeople } from '#modules/people/index.ts';
import { actOnCase, listCases, type CaseConflict, type CaseOrder, type CaseRefusal, type CaseState } from '#modules/cases/index.ts';

type Data<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>['data'];
type Done = Promise<Result<CaseState, readonly (CaseRefusal | CaseConflict)[]>>;

export interface MonitoringInput {
  readonly on: Temporal.PlainDate;
  readonly kind: Data<'recordMonitoring'>['kind'];
  readonly note: string;
  /** When to look again; null when nothing is arranged. */
  readonly nextOn: Temporal.PlainDate | null;
}

/** One note for one or several cases: all of them take it, or none when one refuses. */
export async function recordMonitoring(
  scope: CentreScope,
  caseIds: readonly [string, ...string[]],
  version: number | null,
  { on, kind, note, nextOn }: MonitoringInput,
): Promise<Result<readonly CaseState[], readonly (CaseRefusal | CaseConflict)[]>> {
  const data = { on: on.toString(), kind, note, nextOn: nextOn?.toString() ?? null };
  const states: CaseState[] = [];
  for (const [index, caseId] of caseIds.entries()) {
    const done = await actOnCase(scope, caseId, index === 0 ? version : null, { type: 'recordMonitoring', data });
    if (!done.ok) return done;
    states.push(done.value);
  }
  return ok(states);
}

export interface SuspensionInput {
  readonly reason: Data<'suspend'>['reason'];
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  readonly note: string | null;
}
export function suspendCase(scope: CentreScope, caseId: string, version: number | null, { reason, from, to, note }: SuspensionInput): Done {
  const data = { reason, from: from.toString(), to: to?.toString() ?? null, note };
  return actOnCase(scope, caseId, version, { type: 'suspend', data });
}
export function resumeCase(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  input: { on: Temporal.PlainDate; note: string | null },
): Done {
  return actOnCase(scope, caseId, version, { type: 'resume', data: { on: input.on.toString(), note: input.note } });
}

export interface ClosingInput {
  readonly ending: Data<'close'>['ending'];
  /** The day of the event itself: fees stop with it. */
  readonly occurredOn: Temporal.PlainDate;
  readonly note: string | null;
}
/** Ends the case; what the ending brings is carried out by every module in the same transaction. */
export function closeCase(scope: CentreScope, caseId: string, version: number | null, { ending, occurredOn, note }: ClosingInput): Done {
  return actOnCase(scope, caseId, version, { type: 'close', data: { ending, occurredOn: occurredOn.toString(), note } });
}

/** A case of the same coordinator, for one note in several. */
export interface OwnCase {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
}
const followed = ['PLAN_DRAFT', 'PLAN_AGREED', 'PLAN_APPROVED', 'REFERRED', 'ACTIVE', 'SUSPENDED'] as const;

/** Up to fifty other cases of the acting coordinator that can be monitored, the newest change first. */
export async function listOwnCases(scope: CentreScope, otherThan: string): Promise<OwnCase[]> {
  if (scope.actor.kind !== 'user') return [];
  const rows = await listCases(scope, {
    words: '',
    statuses: followed,
    onlyOpen: true,
    coordinatorId: scope.actor.userId,
    serviceId: null,
    sort: 'changed',
    cursor: null,
    limit: 50,
  });
  const others = rows.filter((row) => row.id !== otherThan).slice(0, 50);
  const people = await getPeople(
    scope,
    others.flatMap((row) => row.personId ?? []),
  );
  return others.map((row) => {
    const person = row.personId ? people.get(row.personId) : undefined;
    return { caseId: row.id, number: row.number, name: person ? fullName(person) : row.number };
  });
}
