import type { Actor } from '#shared/actor.ts';
import { startOfDayInWarsaw } from '#shared/polishDate.ts';
import type { Role } from '#shared/roles.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import type { PersonDetails } from '#modules/people/index.ts';
import type { DemoCast } from '../usecases/makeAccounts.ts';

/** Services of a demonstration by what they are for; each centre has its own under another name. */
export type ServiceKey = 'care' | 'rides' | 'respite' | 'repairs' | 'psychologist' | 'meetings' | 'family' | 'speech';

/** What a story is told with: one centre, its people, and one resident. */
export interface Setting {
  /** The transaction of the story, at the moment of loading. */
  readonly scope: CentreScope;
  readonly cast: DemoCast;
  readonly resident: PersonDetails;
  serviceId(key: ServiceKey): string;
}

/** Where a story stands; it changes as it is told. */
export interface CaseInHand {
  caseId: string;
  /** Ids of orders by the service they are for. */
  orders: Map<ServiceKey, string>;
}

/**
 * The same transaction, a number of days ago, in the hands of somebody with the role (or of this actor). Each step of a
 * story is a few minutes after the one before, so that what happens on one day has an order.
 */
export function at({ scope, cast }: Setting, daysAgo: number, step: number, who: Role | Actor): CentreScope {
  const now =
    daysAgo === 0
      ? scope.now.subtract({ minutes: 240 - step * 4 })
      : startOfDayInWarsaw(scope.today.subtract({ days: daysAgo })).add({ minutes: 9 * 60 + step * 4 });
  const { world, tx, centre } = scope;
  const actor = typeof who === 'string' ? actorWith(cast, who) : who;
  return makeScope({ world, tx, centre, actor, now, lang: 'pl', door: 'okienko demo', requestId: 'demo' });
}

function actorWith(cast: DemoCast, role: Role): Actor {
  const member = cast.staff.get(role);
  if (!member) throw new Error(`the demonstration has nobody with the role ${role}`);
  const isOfProvider = role === 'providerManager' || role === 'providerWorker';
  const providerId = isOfProvider ? cast.providerId : null;
  return { kind: 'user', userId: member.userId, name: member.name, roles: [role], providerId, isStrong: true };
}
