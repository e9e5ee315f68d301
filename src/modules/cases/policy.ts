import { allowed, denied, rolesMay, type Decision, type Permission } from '#shared/policy.ts';
import { caseHolderMay } from '#shared/policy.ts';
import { staffRoles, type Role } from '#shared/roles.ts';
import { rolesOf, type Actor } from '#shared/actor.ts';

/** Staff who work with people's cases. Accountants and administrators do not need what is in them. */
export const mayReadCases: Permission = rolesMay('cases.read', ['frontDesk', 'planCoordinator', 'serviceOrganiser', 'director']);
export const mayListCases: Permission = rolesMay('cases.list', ['frontDesk', 'planCoordinator', 'serviceOrganiser', 'director']);
/** Every member of the staff has a page to start from; what it shows follows from their roles. */
export const mayStartWork: Permission = rolesMay('work.start', staffRoles);
export const mayAssignCoordinator: Permission = rolesMay('cases.coordinator.assign', [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'director',
]);
export const maySeeOwnCase: Permission = caseHolderMay('cases.own.read');

/** A kept document as the policy sees it. */
export interface DocumentInQuestion {
  /** What was printed: `confirmation`, `refusalDecision`, `plan` and so on. */
  readonly kind: string;
  /** True for a decision that nobody has recorded as delivered yet. */
  readonly awaitsDelivery: boolean;
}

/** Those who decide about help. They read whatever was printed in a case. */
const deciders: readonly Role[] = ['planCoordinator', 'serviceOrganiser', 'director'];

/**
 * Which printed documents of a case each member of its staff opens. The front desk hands over the confirmation, the
 * request to complete and, until
 * its delivery is recorded, a refusal. Cards, letters about the queue, plans, summaries and orders tell of health, income and
 * needs, and the front desk needs none of them; nor a kind unknown here. Whoever may not read cases reads no documents either.
 */
export function mayOpenDocument(actor: Actor, document: DocumentInQuestion): Decision {
  const reads = mayReadCases.allows(actor);
  if (!reads.allowed) return reads;
  if (rolesOf(actor).some((role) => deciders.includes(role))) return allowed;
  switch (document.kind) {
    case 'confirmation':
    case 'summons':
      return allowed;
    case 'refusalDecision':
      return document.awaitsDelivery ? allowed : denied('already-delivered');
    default:
      return denied('sensitive-data');
  }
}

/** Who adds what came on paper, and says that a file is in the wrong place. */
export const mayAddAttachments: Permission = rolesMay('cases.attachments.add', ['frontDesk', 'planCoordinator', 'serviceOrganiser']);

/** A file that somebody attached, as the policy sees it. */
export interface AttachmentInQuestion {
  /** The member of the staff who added it; null when the resident sent it. */
  readonly addedBy: string | null;
  readonly isWithdrawn: boolean;
  /** The front desk still checks whether the request is complete. */
  readonly isInIntake: boolean;
}
/** Statuses in which the front desk works on a case. */
export const isInIntake = (status: string): boolean => ['NEED_REPORTED', 'APPLIED', 'INCOMPLETE'].includes(status);

/**
 * Certificates tell of health. Those who decide about help read them; the front desk does while it takes the request in,
 * and later only what it added itself. Providers have no door to them.
 */
export function mayOpenAttachment(actor: Actor, file: AttachmentInQuestion): Decision {
  const reads = mayReadCases.allows(actor);
  if (!reads.allowed) return reads;
  if (file.isWithdrawn) return denied('withdrawn');
  if (rolesOf(actor).some((role) => deciders.includes(role))) return allowed;
  return file.isInIntake || isOwn(actor, file) ? allowed : denied('sensitive-data');
}
/** Taking a file out of use: those who lead the case, and whoever added it by mistake. */
export function mayWithdrawAttachment(actor: Actor, file: AttachmentInQuestion): Decision {
  const adds = mayAddAttachments.allows(actor);
  if (!adds.allowed) return adds;
  if (file.isWithdrawn) return denied('withdrawn');
  if (rolesOf(actor).some((role) => deciders.includes(role))) return allowed;
  return isOwn(actor, file) ? allowed : denied('not-own');
}
const isOwn = (actor: Actor, { addedBy }: AttachmentInQuestion) => actor.kind === 'user' && actor.userId === addedBy;
