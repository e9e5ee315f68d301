import type { Permission } from '#shared/policy.ts';
import type { CentreContext, PlatformContext } from './context.ts';
import type { Reply } from './reply.ts';

/** A door that anybody may open, with the reason why that is safe. */
export interface PublicAccess {
  readonly kind: 'public';
  readonly because: string;
}
export const publicDoor = (because: 'no personal data' | 'personal data given by its own owner' | 'signs in'): PublicAccess => ({
  kind: 'public',
  because,
});

/** What a door writes to the audit log each time it opens. */
export type AuditRule = { readonly kind: 'event'; readonly event: string } | { readonly kind: 'nothing'; readonly because: string };
/** `event` is `module.thing.verb`; its words for residents are in the texts of `audit`. */
export const audits = (event: string): AuditRule => ({ kind: 'event', event });
export const auditsNothing = (because: 'no personal data' | 'the use case writes it' | 'unsent text of its own author'): AuditRule => ({
  kind: 'nothing',
  because,
});

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
export type PathParams<Path extends string> = { readonly [K in ParamNames<Path>]: string };

interface DoorBase {
  readonly method: 'GET' | 'POST';
  /** Who may open it. There is no default. */
  readonly may: Permission | PublicAccess;
  readonly audit: AuditRule;
  /** Attempts counted per caller's address, over the door alone. */
  readonly limit?: { readonly attempts: number; readonly minutes: number };
  /**
   * A POST that may safely be repeated needs no submission key (autosave, sign-out, a search
   * that should not travel in the address); says why.
   */
  readonly repeatable?: string;
  /**
   * Long text typed into this form is kept while it is written (by its `draftDoor`), and dropped here once it was sent.
   */
  readonly keepsDraft?: true;
  /** Programs of any site may read the answers (CORS); only for what is public and changes nothing. */
  readonly openToAnyOrigin?: true;
  /** Greatest body in bytes; 256 KiB unless told. */
  readonly maxBody?: number;
}
export interface CentreDoor<Path extends string = string> extends DoorBase {
  readonly scope: 'centre';
  /** Below the centre's address, e.g. `/uslugi/:serviceId`. Parameters named `…Id` must be UUIDs, or it is a 404. */
  readonly path: Path;
  handle(c: CentreContext<PathParams<Path>>): Promise<Reply> | Reply;
}
export interface PlatformDoor<Path extends string = string> extends DoorBase {
  readonly scope: 'platform';
  /** Parameters named `…Id` must be UUIDs, or it is a 404. */
  readonly path: Path;
  handle(c: PlatformContext<PathParams<Path>>): Promise<Reply> | Reply;
}
export type Door = CentreDoor | PlatformDoor;

/**
 * A door of a centre: its handler runs in one transaction bound to the centre; the audit row,
 * jobs and mail are written in the same transaction.
 */
export function centreDoor<const Path extends string>(door: Omit<CentreDoor<Path>, 'scope'>): CentreDoor {
  return { ...door, scope: 'centre' } as unknown as CentreDoor;
}
/** A door that belongs to no centre (choosing a centre, health, gallery). It sees registers only. */
export function platformDoor<const Path extends string>(door: Omit<PlatformDoor<Path>, 'scope'>): PlatformDoor {
  return { ...door, scope: 'platform' } as unknown as PlatformDoor;
}
