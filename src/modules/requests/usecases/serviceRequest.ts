import type { applicantTypes, channels } from '#modules/cases/index.ts';
import type { PersonDetails } from '#modules/people/index.ts';

export type Channel = (typeof channels)[number];
export type ApplicantType = (typeof applicantTypes)[number];

/** One request of one person for one or more services, as it came. */
export interface ServiceRequest {
  readonly applicantType: ApplicantType;
  readonly channel: Channel;
  /** The day it came; deadlines run from it. Never in the future. */
  readonly receivedOn: Temporal.PlainDate;
  readonly serviceIds: readonly string[];
  /** Whom the services are for, as told. */
  readonly person: PersonDetails;
  /** The person of the centre that staff recognised; null lets the PESEL decide, or writes a new person down. */
  readonly knownPersonId: string | null;
  /** Why a person who resembles a known one is another. */
  readonly otherPersonReason: string | null;
  /** Who asks, when it is not the person. */
  readonly applicant: PersonDetails | null;
  readonly situation: string | null;
  readonly isUrgent: boolean;
  readonly consentsToForwarding: boolean;
  /** The owner under whose name files wait that belong to this request. */
  readonly filesOf?: string;
  /** The reported need that this request follows, at the version that was seen. */
  readonly need: { readonly caseId: string; readonly version: number } | null;
}
