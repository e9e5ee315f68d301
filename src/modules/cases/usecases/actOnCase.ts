import { randomBytes } from 'node:crypto';
import { generateCaseCode } from '#shared/caseCode.ts';
import { rolesOf, type Actor } from '#shared/actor.ts';
import { toIsoInstant } from '#shared/isoTime.ts';
import { foldName } from '#shared/personName.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { lawOn } from '#modules/law/index.ts';
import type { CaseCommand } from '../domain/caseCommands.ts';
import type { CaseActor, CaseEvent } from '../domain/caseEvents.ts';
import { factsAt, type CaseFacts } from '../domain/caseFacts.ts';
import type { CaseRefusal } from '../domain/caseRefusal.ts';
import type { CaseState } from '../domain/caseState.ts';
import { evolve, foldCase, newCase } from '../domain/foldCase.ts';
import { isOpen } from '../domain/caseStatus.ts';
import { decide, whyNot } from '../domain/decide.ts';
import { findTransition } from '../domain/transitions.ts';
import { whatNext } from '../domain/whatNext.ts';
import { appendEvents, findCase, insertCase, listEvents, nextNumber, updateCase, type CaseRow } from '../store/caseStore.ts';
import { caseNumber } from './caseNumber.ts';

/** A case as a use case or page needs it: the projection's row, the folded state and its whole history. */
export interface CaseView {
  readonly record: CaseRow;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
}
/** Facts that other modules tell through `caseFacts`, or a caller hands over; the time and the law are filled in here. */
export type KnownFacts = Partial<Omit<CaseFacts, 'now' | 'law'>>;

export type CaseConflict = { readonly code: 'case-changed'; readonly version: number };

/** In which role an actor does something to a case: the first of their roles that the transition allows. */
export function actingRole(actor: Actor, allowed: readonly CaseActor['role'][]): CaseActor {
  if (actor.kind === 'system') return { role: 'system', id: null };
  if (actor.kind === 'user') {
    const role: Role | undefined = rolesOf(actor).find((each) => allowed.includes(each)) ?? rolesOf(actor)[0];
    return { role: role ?? 'resident', id: actor.userId };
  }
  if (actor.kind === 'orderLink') return { role: 'providerWorker', id: null };
  return { role: 'resident', id: null };
}

/** A command without its actor: who acts follows from the scope. */
export type CaseOrder = CaseCommand extends infer C ? (C extends CaseCommand ? Omit<C, 'actor'> : never) : never;

function commandOf(scope: CentreScope, state: CaseState, order: CaseOrder): CaseCommand {
  const ending = order.type === 'close' ? order.data.ending : undefined;
  const row = findTransition(order.type, state.status, ending);
  return { ...order, actor: actingRole(scope.actor, row?.actors ?? []) } as CaseCommand;
}

async function factsOf(scope: CentreScope, known: KnownFacts, on: Temporal.PlainDate): Promise<CaseFacts> {
  const law = await lawOn(scope, on);
  return { ...factsAt(toIsoInstant(scope.now), law.values), ...known };
}

/**
 * All that is known about a case outside its own history: the law on the day it was filed, and what every module
 * tells through `caseFacts`. `known` comes from the caller and outweighs them.
 */
export async function gatherFacts(scope: CentreScope, view: CaseView, known: KnownFacts = {}): Promise<CaseFacts> {
  const told: KnownFacts = {};
  for (const module of scope.world.modules) {
    if (module.caseFacts) Object.assign(told, await module.caseFacts(scope, view.record.id));
  }
  return factsOf(scope, { ...told, ...known }, view.record.filedOn ?? scope.today);
}

/** Why the actor's command would be refused now, before it is given; empty when nothing stands against it. */
export function whyNotNow(scope: CentreScope, view: CaseView, order: CaseOrder, facts: CaseFacts): readonly CaseRefusal[] {
  return whyNot(view.state, commandOf(scope, view.state, order), facts);
}

/** Every module carries out its part of what follows from the events, and of what the end of a case brings. */
async function tellModules(scope: CentreScope, caseId: string, events: readonly CaseEvent[]): Promise<void> {
  for (const event of events) {
    for (const module of scope.world.modules) {
      await module.caseChanged?.(scope, caseId, event);
      if (event.type === 'closed') await module.caseClosed?.(scope, caseId, event.data.consequences);
    }
  }
}

/** What the list of cases needs to know of a case and its history does not tell. */
export interface CaseWords {
  /** Words by which the case will be found, with its number. */
  readonly personName: string;
  readonly serviceNames: readonly string[];
  /** Help is needed within days. */
  readonly isUrgent?: boolean;
}

/**
 * Opens a case by its first command (a need reported or an application filed).
 */
export async function openCase(
  scope: CentreScope,
  order: Extract<CaseOrder, { type: 'apply' | 'reportNeed' }>,
  words: CaseWords,
  known: KnownFacts = {},
): Promise<Result<{ caseId: string; number: string; code: string }, readonly CaseRefusal[]>> {
  const filedOn = order.type === 'apply' ? Temporal.PlainDate.from(order.data.filedOn) : scope.today;
  const decided = decide(newCase, commandOf(scope, newCase, order), await factsOf(scope, known, filedOn));
  if (!decided.ok) return refuse(decided.refusal);
  const state = decided.value.reduce(evolve, newCase);
  const caseId = newId();
  const number = caseNumber(scope.today.year, await nextNumber(scope.tx, scope.today.year));
  const code = generateCaseCode((count) => randomBytes(count));
  await insertCase(scope.tx, {
    id: caseId,
    number,
    code,
    coordinatorId: null,
    channel: order.data.channel,
    openedAt: scope.now,
    searchText: foldName([number, words.personName, ...words.serviceNames].join(' ')),
    isUrgent: words.isUrgent ?? false,
    ...projectionOf(scope, state),
  });
  await appendEvents(scope.tx, caseId, 0, decided.value);
  return ok({ caseId, number, code });
}

/**
 * The only way to change a case: loads its history, decides, appends, and writes the projection.
 * `version` is the one the actor saw (null when the act does not depend on what they saw, such as a job or a
 * provider's report); a different one is a conflict and nothing is written.
 * @throws NotFound when the centre has no such case.
 */
export async function actOnCase(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  order: CaseOrder,
  known: KnownFacts = {},
): Promise<Result<CaseState, readonly (CaseRefusal | CaseConflict)[]>> {
  const view = await getCase(scope, caseId);
  if (version !== null && version !== view.state.version) return refuse([{ code: 'case-changed', version: view.state.version }]);
  const facts = await gatherFacts(scope, view, known);
  const decided = decide(view.state, commandOf(scope, view.state, order), facts);
  if (!decided.ok) return refuse(decided.refusal);
  const state = decided.value.reduce(evolve, view.state);
  const isFirst = await updateCase(scope.tx, caseId, view.record.version, projectionOf(scope, state, facts.lostOrderIds));
  if (!isFirst) return refuse([{ code: 'case-changed', version: view.state.version + 1 }]);
  await appendEvents(scope.tx, caseId, view.state.version, decided.value);
  await tellModules(scope, caseId, decided.value);
  return ok(state);
}

/** Gives a case its plan coordinator while the centre works on it, as an event of the case. The same one again changes nothing. */
export async function assignCoordinator(
  scope: CentreScope,
  caseId: string,
  coordinatorId: string | null,
): Promise<Result<null, 'case-over'>> {
  const { record } = await getCase(scope, caseId);
  if (!record.isOpen) return refuse('case-over');
  if (record.coordinatorId === coordinatorId) return ok(null);
  const done = await actOnCase(scope, caseId, null, { type: 'assignCoordinator', data: { coordinatorId } });
  if (!done.ok) return refuse('case-over');
  await updateCase(scope.tx, caseId, done.value.version, { coordinatorId });
  await scope.audit('cases.coordinator.assigned', { caseId, ...(record.personId && { personId: record.personId }) });
  return ok(null);
}

/**
 * Whoever as a plan coordinator begins the work on a case without one becomes its coordinator: it is then among their own
 * cases. True when that happened now.
 */
export async function takeCoordination(scope: CentreScope, caseId: string): Promise<boolean> {
  const { actor } = scope;
  const { record } = await getCase(scope, caseId);
  if (record.coordinatorId !== null || actor.kind !== 'user' || !actor.roles.includes('planCoordinator')) return false;
  return (await assignCoordinator(scope, caseId, actor.userId)).ok;
}

/**
 * Lets the inbox find a case by these words, when they became known after it was opened. Not a fact of the case's
 * history, so no event.
 */
export async function setCaseWords(scope: CentreScope, caseId: string, words: CaseWords): Promise<void> {
  const { record } = await getCase(scope, caseId);
  const searchText = foldName([record.number, words.personName, ...words.serviceNames].join(' '));
  await updateCase(scope.tx, caseId, record.version, { searchText, ...(words.isUrgent !== undefined && { isUrgent: words.isUrgent }) });
}

/** @throws NotFound when the centre has no such case. */
export async function getCase(scope: CentreScope, caseId: string): Promise<CaseView> {
  const record = await findCase(scope.tx, caseId);
  if (!record) throw new NotFound('case');
  const events = await listEvents(scope.tx, caseId);
  return { record, events, state: foldCase(events) };
}

/**
 * Lets the lists of cases tell the next step anew after something outside the history of a case changed it, such as an order that
 * was taken back. No event, no new version.
 */
export async function refreshNextStep(scope: CentreScope, caseId: string): Promise<void> {
  const view = await getCase(scope, caseId);
  const { lostOrderIds } = await gatherFacts(scope, view);
  const { nextStep, nextDueOn } = projectionOf(scope, view.state, lostOrderIds);
  await updateCase(scope.tx, caseId, view.record.version, { nextStep, nextDueOn });
}

function projectionOf(scope: CentreScope, state: CaseState, lostOrderIds: readonly string[] = []) {
  const next = whatNext(state, { now: toIsoInstant(scope.now), services: {}, acceptedOrderIds: [], lostOrderIds }, 'staff')[0];
  return {
    version: state.version,
    status: state.status,
    isOpen: isOpen(state.status),
    personId: state.personId,
    serviceIds: state.services.map((service) => service.serviceId),
    filedOn: state.application ? Temporal.PlainDate.from(state.application.filedOn) : null,
    planDueOn: state.application ? Temporal.PlainDate.from(state.application.planDueOn) : null,
    nextDueOn: next?.dueOn ? Temporal.PlainDate.from(next.dueOn) : null,
    nextStep: next?.code ?? null,
    changedAt: scope.now,
  };
}
