import { rolesOf, type Actor } from './actor.ts';
import type { Role } from './roles.ts';

/** The answer of a policy. The reason is a stable code; its words are in the texts. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

export const allowed: Decision = { allowed: true };
export const denied = (reason: string): Decision => ({ allowed: false, reason });

/** What a door asks before it opens. Pure: the same answer drives the page, the door and the API. */
export interface Permission {
  readonly kind: 'permission';
  readonly name: string;
  /** Listed in docs/authorization.md. */
  readonly holders: readonly (Role | 'caseHolder' | 'orderLink' | 'signedIn')[];
  allows(actor: Actor): Decision;
}

/** A permission held by some roles of the centre. */
export function rolesMay(name: string, holders: readonly Role[]): Permission {
  return {
    kind: 'permission',
    name,
    holders,
    allows(actor) {
      if (actor.kind === 'anonymous') return denied('sign-in-first');
      if (!rolesOf(actor).some((role) => holders.includes(role))) return denied('role-not-allowed');
      if (actor.kind === 'user' && !actor.isStrong) return denied('second-factor-first');
      return allowed;
    },
  };
}

/** Anybody signed in to this product, whatever their role. */
export function signedInMay(name: string): Permission {
  return {
    kind: 'permission',
    name,
    holders: ['signedIn'],
    allows: (actor) => (actor.kind === 'user' ? allowed : denied('sign-in-first')),
  };
}

/** Those who hold a case code and birth date; which case they may see is decided by the use case. */
export function caseHolderMay(name: string): Permission {
  return {
    kind: 'permission',
    name,
    holders: ['caseHolder'],
    allows: (actor) => (actor.kind === 'caseHolder' ? allowed : denied('give-case-code-first')),
  };
}

/** Those who came by an expiring link to one order. */
export function orderLinkMay(name: string): Permission {
  return {
    kind: 'permission',
    name,
    holders: ['orderLink'],
    allows: (actor) => (actor.kind === 'orderLink' ? allowed : denied('link-not-valid')),
  };
}
