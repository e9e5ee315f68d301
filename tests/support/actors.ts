import { anonymous, type Actor } from '#shared/actor.ts';
import { roles, type Role } from '#shared/roles.ts';
import { caseCookie, caseCookieValue, linkCookie, linkCookieValue, type Centre } from '#platform/http/index.ts';
import { cookieHeader } from '#platform/http/cookies.ts';
import type { World } from '#platform/world.ts';

/** Who a test may visit as: a role of the centre's staff, nobody, or exactly this actor. */
export type Who = Role | 'anonymous' | Actor;
export interface WhoOptions {
  readonly providerId?: string;
  readonly userId?: string;
}

/** The member of a centre with this role and a second factor; the same identifier each time, so that rows can belong to them. */
export function userWithRole(role: Role, { providerId, userId }: WhoOptions = {}): Extract<Actor, { kind: 'user' }> {
  const number = String(roles.indexOf(role) + 1).padStart(12, '0');
  return {
    kind: 'user',
    userId: userId ?? `0192f5a1-0000-7000-8000-${number}`,
    name: `Osoba Testowa (${role})`,
    roles: [role],
    providerId: providerId ?? null,
    isStrong: true,
  };
}

export function actorOf(who: Who, options: WhoOptions = {}): Actor {
  if (who === 'anonymous') return anonymous;
  return typeof who === 'string' ? userWithRole(who, options) : who;
}

const actorHeader = 'x-test-actor';

/** What a browser must carry to be recognised: a header for signed-in people, a signed cookie for holders of a code or link. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  /** `Set-Cookie` values. */
  readonly cookies: readonly string[];
}
export interface TestActors {
  readonly world: World;
  credentialsOf(actor: Actor, centre: Centre): Credentials;
}

/**
 * A world that recognises actors of tests beside those who really signed in. Roles hold in one centre
 * only: to any other centre the same person is someone signed in without a role.
 */
export function recogniseTestActors(base: World): TestActors {
  const known: { actor: Actor; centreId: string }[] = [];
  const world: World = {
    ...base,
    async authenticate(request, centre) {
      const number = request.headers.get(actorHeader);
      if (number === null) return base.authenticate(request, centre);
      const entry = known[Number(number)];
      if (!entry) return anonymous;
      const { actor } = entry;
      const isAtHome = centre?.id === entry.centreId || actor.kind !== 'user' || actor.roles.includes('platformAdministrator');
      return isAtHome ? actor : { ...actor, roles: [], providerId: null };
    },
  };
  return {
    world,
    credentialsOf(actor, centre) {
      const later = world.clock().add({ hours: 1 });
      const signed = (name: string, value: string) => ({
        headers: {},
        cookies: [cookieHeader(world.secret, name, value, { secure: false })],
      });
      if (actor.kind === 'anonymous') return { headers: {}, cookies: [] };
      if (actor.kind === 'caseHolder') return signed(caseCookie, caseCookieValue(centre, actor.caseId, later));
      if (actor.kind === 'orderLink') return signed(linkCookie, linkCookieValue(centre, actor.orderId, actor.linkId, later));
      known.push({ actor, centreId: centre.id });
      return { headers: { [actorHeader]: String(known.length - 1) }, cookies: [] };
    },
  };
}
