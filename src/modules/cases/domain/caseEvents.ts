/**
 * What can happen to a case. Events are appended and never changed; they are stored as JSON and
 * read back through `caseEventSchema`. Unknown keys are refused: nothing of a history may be lost
 * silently. Events name people and services by id; personal data stays in its own tables.
 */
import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '#shared/isoTime.ts';
import { roles } from '#shared/roles.ts';
import { endings } from './caseStatus.ts';

const id = z.string().min(1).max(64);
const words = z.string().trim().min(1).max(5000);
const maybeWords = z.string().max(5000).nullable();

/** Who did it: the role they acted in and their account (null for a resident without one, or the system). */
export const caseActorSchema = z.strictObject({ role: z.enum([...roles, 'system']), id: id.nullable() });
export type CaseActor = z.infer<typeof caseActorSchema>;
export type CaseRole = CaseActor['role'];

export const channels = ['online', 'inPerson', 'phone', 'email', 'post', 'epuap', 'visit'] as const;
export const reporterKinds = ['self', 'family', 'neighbour', 'school', 'institution', 'communityOrganiser', 'other'] as const;
/** In whose right the application is filed: own, statutory representative's or actual carer's. */
export const applicantTypes = ['self', 'statutoryRepresentative', 'actualCarer'] as const;
export const forwardRecipients = ['socialAssistanceTeam', 'otherTeam', 'gminaOffice', 'gminaUnit'] as const;
export const meetingPlaces = ['centre', 'whereThePersonStays', 'phone'] as const;
export const suspensionReasons = ['hospital', 'absence', 'providerGap', 'personAsked', 'other'] as const;
export const refusalReasons = ['conditionsNotMet', 'outsideProgramme', 'notEntitled', 'notResident', 'programmeEnded', 'other'] as const;
/** How far a goal of the plan was reached, decided at the summary talk. */
export const goalResults = ['achieved', 'partlyAchieved', 'notAchieved', 'givenUp'] as const;
export const monitoringKinds = ['visit', 'phone', 'talk', 'provider'] as const;

const refusalReason = z.strictObject({ code: z.enum(refusalReasons), inOwnWords: z.string().max(5000) });
/** What must follow the end of a case; the use case carries it out in the same transaction. */
const consequences = z.strictObject({
  ordersToCancel: z.array(id),
  placesToFree: z.array(id),
  queuesToLeave: z.array(id),
  feesStopOn: isoDateSchema.nullable(),
});

const dataSchemas = {
  needReported: z.strictObject({
    reporter: z.enum(reporterKinds),
    isAnonymous: z.boolean(),
    channel: z.enum(channels),
    personId: id.nullable(),
    description: words,
    contactDueOn: isoDateSchema,
  }),
  informed: z.strictObject({ note: words, serviceIds: z.array(id) }),
  applied: z.strictObject({
    personId: id,
    applicantType: z.enum(applicantTypes),
    applicantId: id,
    channel: z.enum(channels),
    filedOn: isoDateSchema,
    serviceIds: z.array(id).min(1),
    planDueOn: isoDateSchema,
  }),
  consentGiven: z.strictObject({ consentId: id, purpose: z.enum(['forwarding']), givenOn: isoDateSchema }),
  consentWithdrawn: z.strictObject({ consentId: id, withdrawnOn: isoDateSchema }),
  /** Who coordinates the case from now on; null when nobody does. */
  coordinatorAssigned: z.strictObject({ coordinatorId: id.nullable() }),
  markedIncomplete: z.strictObject({ missing: z.array(words).min(1), dueOn: isoDateSchema }),
  completed: z.strictObject({ note: maybeWords }),
  forwarded: z.strictObject({
    serviceIds: z.array(id).min(1),
    recipient: z.enum(forwardRecipients),
    recipientName: words,
    consentId: id,
    note: maybeWords,
  }),
  /** The talk about needs as it is agreed on; agreeing again changes it. Hour and exact place came later than the rest. */
  assessmentStarted: z.strictObject({
    place: z.enum(meetingPlaces),
    plannedOn: isoDateSchema.nullable(),
    plannedAt: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .nullish(),
    where: maybeWords.optional(),
  }),
  assessmentRecorded: z.strictObject({ assessmentId: id, version: z.int().min(1), heldOn: isoDateSchema }),
  serviceQualified: z.strictObject({ serviceId: id, cardNumber: z.string().min(1).max(64) }),
  serviceWaitlisted: z.strictObject({ serviceId: id, position: z.int().min(1) }),
  refusalProposed: z.strictObject({ serviceId: id, reasons: z.array(refusalReason).min(1) }),
  refusalSentBack: z.strictObject({ serviceId: id, note: words }),
  serviceRefused: z.strictObject({
    serviceId: id,
    reasons: z.array(refusalReason).min(1),
    decisionNumber: z.string().trim().min(1).max(64),
  }),
  refusalDelivered: z.strictObject({ serviceId: id, deliveredOn: isoDateSchema, appealUntil: isoDateSchema }),
  placeOffered: z.strictObject({ serviceId: id, cardNumber: z.string().min(1).max(64) }),
  serviceWithdrawn: z.strictObject({ serviceId: id, note: maybeWords }),
  coordinationDecided: z.strictObject({
    from: isoDateSchema,
    to: isoDateSchema,
    isPlanObligatory: z.boolean(),
    withPlan: z.boolean(),
    note: maybeWords,
  }),
  planDrafted: z.strictObject({ planId: id, version: z.int().min(1), startsOn: isoDateSchema, endsOn: isoDateSchema }),
  planAgreed: z.strictObject({ planId: id, version: z.int().min(1), agreedOn: isoDateSchema, agreedBy: z.enum(applicantTypes) }),
  planNotAgreed: z.strictObject({ planId: id, version: z.int().min(1), note: maybeWords }),
  planReturned: z.strictObject({ planId: id, version: z.int().min(1), note: words }),
  planApproved: z.strictObject({ planId: id, version: z.int().min(1), approvedOn: isoDateSchema }),
  planRevised: z.strictObject({ planId: id, version: z.int().min(2), startsOn: isoDateSchema, endsOn: isoDateSchema, reason: words }),
  revisionDropped: z.strictObject({ planId: id, version: z.int().min(2), note: maybeWords }),
  ordersPlaced: z.strictObject({ orders: z.array(z.strictObject({ orderId: id, serviceId: id, providerId: id })).min(1) }),
  serviceStarted: z.strictObject({ orderId: id, startedOn: isoDateSchema }),
  suspended: z.strictObject({ reason: z.enum(suspensionReasons), from: isoDateSchema, to: isoDateSchema.nullable(), note: maybeWords }),
  resumed: z.strictObject({ on: isoDateSchema, note: maybeWords }),
  monitored: z.strictObject({ on: isoDateSchema, kind: z.enum(monitoringKinds), note: words, nextOn: isoDateSchema.nullable() }),
  summaryHeld: z.strictObject({
    heldOn: isoDateSchema,
    course: words,
    results: z.array(z.strictObject({ goalId: id, result: z.enum(goalResults), description: z.string().max(5000) })),
  }),
  closed: z.strictObject({ ending: z.enum(endings), occurredOn: isoDateSchema, note: maybeWords, consequences }),
};

export type CaseEventType = keyof typeof dataSchemas;
export const caseEventTypes = Object.keys(dataSchemas) as readonly CaseEventType[];
export type CaseEventData<T extends CaseEventType> = z.infer<(typeof dataSchemas)[T]>;
export type CaseEventOf<T extends CaseEventType> = {
  readonly type: T;
  /** When it was recorded. */
  readonly at: string;
  readonly actor: CaseActor;
  readonly data: CaseEventData<T>;
};
export type CaseEvent = { [T in CaseEventType]: CaseEventOf<T> }[CaseEventType];
export type ClosingConsequences = z.infer<typeof consequences>;
export type RefusalReason = z.infer<typeof refusalReason>;

const envelope = z.strictObject({
  type: z.enum(caseEventTypes as [CaseEventType, ...CaseEventType[]]),
  at: isoInstantSchema,
  actor: caseActorSchema,
  data: z.unknown(),
});

/** Reads one stored event; throws a ZodError when the stored value is not a whole event. */
export const caseEventSchema = envelope.transform((stored, context): CaseEvent => {
  const data = dataSchemas[stored.type].safeParse(stored.data);
  if (data.success) return { ...stored, data: data.data } as CaseEvent;
  for (const issue of data.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: ['data', ...issue.path] });
  return z.NEVER;
});

/** Parts of an event that `decide` works out itself; a command does not carry them. */
const workedOut = ['contactDueOn', 'planDueOn', 'dueOn', 'position', 'appealUntil', 'isPlanObligatory', 'consequences'];

/**
 * Paths of fields in a command's data that could not become the event: empty or overlong texts,
 * impossible dates, wrong numbers. Fields named in `unlessBlank` are left out while they are blank.
 */
export function findInvalidPaths(type: CaseEventType, data: object, unlessBlank: readonly string[]): readonly string[] {
  const parsed = dataSchemas[type].safeParse(data);
  if (parsed.success) return [];
  const blank = Object.entries(data)
    .filter(([, value]) => isBlank(value))
    .map(([name]) => name);
  const skipped = new Set([...workedOut, ...unlessBlank.filter((name) => blank.includes(name))]);
  const paths = parsed.error.issues
    .filter((issue) => issue.path.length > 0 && !skipped.has(String(issue.path[0])))
    .map((issue) => issue.path.join('.'));
  return [...new Set(paths)];
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}
