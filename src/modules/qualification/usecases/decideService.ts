import { actorKey } from '#shared/actor.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import {
  actOnCase,
  getCase,
  type CaseConflict,
  type CaseOrder,
  type CaseRefusal,
  type CaseState,
  type CaseView,
} from '#modules/cases/index.ts';
import type { GroundRefusal } from '../domain/outcome.ts';
import { joinQueue, takePlace, type PlaceRefusal, type Pool } from '../domain/places.ts';
import { dropProposals } from '../store/decisionStore.ts';
import { lockPool, removePlaces, savePlace } from '../store/placeStore.ts';
import { insertSettlements, nextCardNumber, type Author, type SettlementRow } from '../store/ruleStore.ts';
import { getOffer } from './offers.ts';
import { printCard } from './printCard.ts';
import { publishPlaces } from './publishPlaces.ts';

/** One requested service of a case; `version` is the case as the actor saw it, null when that does not matter. */
export interface AboutService {
  readonly caseId: string;
  readonly serviceId: string;
  readonly version: number | null;
}
export type Refusals = readonly (CaseRefusal | CaseConflict | PlaceRefusal | GroundRefusal)[];
export type Decided = Result<CaseState, Refusals>;

export function authorOf({ actor }: CentreScope): Author {
  return actor.kind === 'user' ? { id: actor.userId, name: actor.name } : { id: null, name: '' };
}

export interface Settlement {
  readonly conditionId: string;
  /** Null takes back what was settled before. */
  readonly isMet: boolean | null;
  readonly note: string;
}
/**
 * Writes down what staff found out about conditions, each with a note. `seen` tells when each condition was settled last as the
 * author saw it: one that somebody else has settled since is not overwritten, and theirs is the answer.
 * @throws NotFound when the case does not ask for the service.
 */
export async function settleConditions(
  scope: CentreScope,
  about: Pick<AboutService, 'caseId' | 'serviceId'>,
  settled: readonly Settlement[],
  seen?: ReadonlyMap<string, string>,
): Promise<Result<void, readonly SettlementRow[]>> {
  // Whoever settles at the same time waits here.
  const { rule, settlements } = await lockOffer(scope, about);
  const meanwhile = settlements.filter(
    ({ conditionId, settledAt }) =>
      seen !== undefined && settled.some((each) => each.conditionId === conditionId) && seen.get(conditionId) !== settledAt.toString(),
  );
  if (meanwhile.length > 0) return refuse(meanwhile);
  const known = new Set(rule.conditions.map((condition) => condition.id));
  await insertSettlements(
    scope.tx,
    { caseId: about.caseId, serviceId: about.serviceId },
    settled.filter((each) => known.has(each.conditionId) && each.note.trim() !== ''),
    authorOf(scope),
    scope.now,
  );
  return ok(undefined);
}

/** Another case of the same person has the place or the wait; the history of this case cannot know that. */
function findElsewhere(result: Result<Pool, PlaceRefusal>): PlaceRefusal | undefined {
  return !result.ok && (result.refusal.code === 'already-has-place' || result.refusal.code === 'already-waiting')
    ? result.refusal
    : undefined;
}

const cardNumberOf = (year: number, running: number) => `KK/${running}/${year}`;

/**
 * The offer as nobody else can change it until the end: whoever is after the same place waits here, and then sees
 * that it is gone. @throws NotFound when the case does not ask for the service; so it is looked for before it is locked.
 */
async function lockOffer(
  scope: CentreScope,
  { caseId, serviceId }: Pick<AboutService, 'caseId' | 'serviceId'>,
): ReturnType<typeof getOffer> {
  await getOffer(scope, await getCase(scope, caseId), serviceId);
  await lockPool(scope.tx, serviceId);
  return getOffer(scope, await getCase(scope, caseId), serviceId);
}

/** Gives a place, new or from the reserve list, with a numbered qualification card for the resident. */
async function givePlace(scope: CentreScope, about: AboutService, type: 'qualifyService' | 'offerPlace'): Promise<Decided> {
  const { caseId, serviceId, version } = about;
  const offer = await lockOffer(scope, about);
  const taken = takePlace(offer.pool, offer.applicant);
  const elsewhere = findElsewhere(taken);
  if (elsewhere) return refuse([elsewhere]);
  const cardNumber = cardNumberOf(scope.today.year, await nextCardNumber(scope.tx, scope.today.year));
  const done = await actOnCase(scope, caseId, version, { type, data: { serviceId, cardNumber } });
  if (!done.ok) return done;
  if (!taken.ok) return refuse([taken.refusal]);
  await savePlace(scope.tx, serviceId, offer.applicant, 'taken', scope.now, actorKey(scope.actor));
  await publishPlaces(scope, [serviceId]);
  await dropProposals(scope.tx, caseId, [serviceId]);
  await printCard(scope, await getCase(scope, caseId), offer, { outcome: 'qualified', cardNumber });
  return done;
}
/** The person qualifies and takes a place: a numbered card is printed for them. Two at once for the last place: one gets it. */
export const qualifyService = (scope: CentreScope, about: AboutService): Promise<Decided> => givePlace(scope, about, 'qualifyService');
/** A place came free: the first on the reserve list gets it. */
export const offerPlace = (scope: CentreScope, about: AboutService): Promise<Decided> => givePlace(scope, about, 'offerPlace');

/** The conditions are met but no place is free: the person joins the reserve list and is told their position. */
export async function waitlistService(scope: CentreScope, { caseId, serviceId, version }: AboutService): Promise<Decided> {
  const offer = await lockOffer(scope, { caseId, serviceId });
  const joined = joinQueue(offer.pool, offer.applicant);
  const elsewhere = findElsewhere(joined);
  if (elsewhere) return refuse([elsewhere]);
  const done = await actOnCase(scope, caseId, version, { type: 'waitlistService', data: { serviceId } });
  if (!done.ok) return done;
  if (!joined.ok) return refuse([joined.refusal]);
  await savePlace(scope.tx, serviceId, offer.applicant, 'waiting', scope.now, actorKey(scope.actor));
  await publishPlaces(scope, [serviceId]);
  await dropProposals(scope.tx, caseId, [serviceId]);
  await printCard(scope, await getCase(scope, caseId), offer, { outcome: 'queued', position: offer.facts.queuePosition ?? 1 });
  return done;
}

/** The person gives one service up: its place is free again, or they leave the list. */
export async function withdrawService(
  scope: CentreScope,
  { caseId, serviceId, version, note }: AboutService & { readonly note: string | null },
): Promise<Decided> {
  const done = await actOnCase(scope, caseId, version, { type: 'withdrawService', data: { serviceId, note } });
  if (!done.ok) return done;
  await publishPlaces(scope, await removePlaces(scope.tx, caseId, scope.now, actorKey(scope.actor), serviceId));
  await dropProposals(scope.tx, caseId, [serviceId]);
  return done;
}

type ForwardData = Extract<CaseOrder, { type: 'forward' }>['data'];
export interface Forwarding {
  readonly caseId: string;
  readonly version: number | null;
  readonly serviceIds: readonly string[];
  readonly recipient: ForwardData['recipient'];
  readonly recipientName: string;
  readonly note: string | null;
  /** A consent given just now; null when one is in the case already. */
  readonly consentGivenOn: Temporal.PlainDate | null;
}
/** Passes requested services on to whoever gives them outside the programme; only with the person's consent. */
export async function forwardServices(scope: CentreScope, input: Forwarding): Promise<Decided> {
  const { caseId, serviceIds, recipient, recipientName, note, consentGivenOn } = input;
  let { version } = input;
  const view = await getCase(scope, caseId);
  let consentId = currentConsent(view)?.consentId ?? null;
  if (consentId === null && consentGivenOn !== null) {
    consentId = newId();
    const data = { consentId, purpose: 'forwarding', givenOn: consentGivenOn.toString() } as const;
    const given = await actOnCase(scope, caseId, version, { type: 'giveConsent', data });
    if (!given.ok) return given;
    version = given.value.version;
  }
  const order: CaseOrder = { type: 'forward', data: { serviceIds: [...serviceIds], recipient, recipientName, note, consentId } };
  const done = await actOnCase(scope, caseId, version, order);
  if (done.ok) await dropProposals(scope.tx, caseId, serviceIds);
  return done;
}
/** The consent to passing on that is in force, if any. */
export const currentConsent = (view: CaseView) => view.state.consents.find((each) => each.withdrawnOn === null);

/** A case ended: its places go to whoever waits, and it leaves every queue. */
export async function freePlaces(scope: CentreScope, caseId: string): Promise<void> {
  await publishPlaces(scope, await removePlaces(scope.tx, caseId, scope.now, actorKey(scope.actor)));
  await dropProposals(scope.tx, caseId);
}
