import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { claimAttachments } from '#platform/files/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { actOnCase, getCase, openCase, setCaseWords, type CaseConflict, type CaseRefusal, type KnownFacts } from '#modules/cases/index.ts';
import { getServices, isOffered, type CatalogueService } from '#modules/catalogue/index.ts';
import { findOrRegisterPerson, fullName, getPerson, type PersonDetails } from '#modules/people/index.ts';
import type { ToldPerson } from '../domain/toldPeople.ts';
import { getWording } from '../domain/wordings.ts';
import { insertConsents, insertRequest, type ConsentRow } from '../store/requestStore.ts';
import { sendConfirmation } from './sendConfirmation.ts';
import type { ServiceRequest } from './serviceRequest.ts';

export interface FiledRequest {
  readonly caseId: string;
  readonly number: string;
  readonly code: string;
  readonly personId: string;
  /** Without a birth date in the record the code opens nothing yet. */
  readonly hasBirthDate: boolean;
}
export type FilingRefusal = CaseRefusal | CaseConflict;

/**
 * Files a request: writes down the people, opens the case (or turns a reported need into an application), keeps what
 * was told and which wordings were shown, prints the confirmation and queues it by e-mail where an address was given.
 * All in the caller's transaction. Whether a person was known already cannot be told from the answer.
 */
export async function fileRequest(scope: CentreScope, request: ServiceRequest): Promise<Result<FiledRequest, readonly FilingRefusal[]>> {
  const services = await servicesOf(scope, request);
  const personId = request.knownPersonId ?? (await findOrRegisterPerson(scope, request.person));
  const applicantId = request.applicant ? await findOrRegisterPerson(scope, request.applicant) : personId;
  const consents = consentsOf(scope, request);
  const forwardingConsentId = consents.find((each) => each.purpose === 'forwarding')?.id ?? null;
  const data = {
    personId,
    applicantType: request.applicantType,
    applicantId,
    channel: request.channel,
    filedOn: request.receivedOn.toString(),
    serviceIds: [...request.serviceIds],
    forwardingConsentId,
  };
  const person = await getPerson(scope, personId);
  const hasBirthDate = person.birthDate !== null;
  const words = {
    personName: fullName(person),
    serviceNames: services.map((each) => each.name),
    isUrgent: request.isUrgent,
  };
  const known = factsOf(services, request.receivedOn);
  const opened = request.need
    ? await applyForNeed(scope, request.need, data, words, known)
    : await openCase(scope, { type: 'apply', data }, words, known);
  if (!opened.ok) return refuse(opened.refusal);

  const { caseId } = opened.value;
  await insertRequest(scope.tx, {
    id: newId(),
    caseId,
    kind: 'application',
    channel: request.channel,
    receivedOn: request.receivedOn,
    recordedAt: scope.now,
    recordedBy: scope.actor.kind === 'user' ? scope.actor.userId : null,
    applicantType: request.applicantType,
    personId,
    applicantId,
    reporter: null,
    isAnonymous: false,
    serviceIds: [...request.serviceIds],
    situation: request.situation,
    isUrgent: request.isUrgent,
    told: { kind: 'application', person: toldOf(request.person), applicant: request.applicant && toldOf(request.applicant) },
    otherPersonReason: request.otherPersonReason,
  });
  if (consents.length > 0)
    await insertConsents(
      scope.tx,
      consents.map((each) => ({ ...each, caseId })),
    );
  const files = request.filesOf ? await claimAttachments(scope, { owner: request.filesOf, caseId }) : [];
  await sendConfirmation(scope, { ...opened.value, hasBirthDate, request, services, attachments: files.map((each) => each.name) });
  return ok({ ...opened.value, personId, hasBirthDate });
}

type ApplyData = Extract<Parameters<typeof openCase>[1], { type: 'apply' }>['data'];
type Words = Parameters<typeof openCase>[2];

async function applyForNeed(
  scope: CentreScope,
  need: NonNullable<ServiceRequest['need']>,
  data: ApplyData,
  words: Words,
  known: KnownFacts,
): Promise<Result<{ caseId: string; number: string; code: string }, readonly FilingRefusal[]>> {
  const done = await actOnCase(scope, need.caseId, need.version, { type: 'apply', data }, known);
  if (!done.ok) return refuse(done.refusal);
  await setCaseWords(scope, need.caseId, words);
  const { record } = await getCase(scope, need.caseId);
  return ok({ caseId: need.caseId, number: record.number, code: record.code });
}

async function servicesOf(scope: CentreScope, request: ServiceRequest): Promise<CatalogueService[]> {
  const found = await getServices(scope, request.serviceIds);
  return request.serviceIds.flatMap((id) => found.get(id) ?? []);
}

/** Before qualification nothing more is known of a service than whether the centre offers it on the day. */
function factsOf(services: readonly CatalogueService[], on: Temporal.PlainDate): KnownFacts {
  const of = (service: CatalogueService) => ({
    isProgrammeInForce: isOffered(service, on),
    conditions: 'unknown' as const,
    isPlaceFree: false,
    queuePosition: null,
  });
  return { services: Object.fromEntries(services.map((service) => [service.id, of(service)])) };
}

/** Which wordings were shown or read out, and agreed to. */
function consentsOf(scope: CentreScope, request: ServiceRequest): Omit<ConsentRow, 'caseId'>[] {
  const purposes = ['information' as const, ...(request.consentsToForwarding ? ['forwarding' as const] : [])];
  return purposes.map((purpose) => ({
    id: newId(),
    purpose,
    wordingVersion: getWording(purpose, scope.today).version,
    language: scope.lang,
    channel: request.channel,
    givenAt: scope.now,
  }));
}

function toldOf({ pesel, birthDate, ...person }: PersonDetails): ToldPerson {
  return { ...person, birthDate: (birthDate ?? pesel?.birthDate)?.toString() ?? null, hasPesel: pesel !== null };
}
