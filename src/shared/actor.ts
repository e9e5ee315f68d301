import type { Role } from './roles.ts';

/**
 * Who acts, as one centre sees them. Roles are those held in the centre of the running request;
 * a person who works for two centres is two actors.
 */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user';
      readonly userId: string;
      readonly name: string;
      readonly roles: readonly Role[];
      /** The provider a provider manager or worker speaks for. */
      readonly providerId: string | null;
      /** False until a required second factor has been given in this session. */
      readonly isStrong: boolean;
    }
  /** Someone who gave a case code and the matching birth date. */
  | { readonly kind: 'caseHolder'; readonly caseId: string }
  /** A provider's worker who came by an expiring link to one order. */
  | { readonly kind: 'orderLink'; readonly orderId: string; readonly linkId: string }
  | { readonly kind: 'system'; readonly task: string };

export const anonymous: Actor = { kind: 'anonymous' };

export function rolesOf(actor: Actor): readonly Role[] {
  return actor.kind === 'user' ? actor.roles : [];
}

/** A stable name of the actor for drafts and repeated submissions; holds no personal data. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return `user:${actor.userId}`;
    case 'caseHolder':
      return `case:${actor.caseId}`;
    case 'orderLink':
      return `link:${actor.linkId}`;
    case 'system':
      return `system:${actor.task}`;
    case 'anonymous':
      return 'anonymous';
  }
}
