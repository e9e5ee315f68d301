import { roles } from '#shared/roles.ts';
import type { Door } from '#platform/http/index.ts';
import { addressOf, doorName } from '#platform/http/server.ts';
import { modules } from '#apps/modules.ts';
import { userWithRole, type Who } from '#tests/support/actors.ts';
import type { TestApp, Visitor } from '#tests/support/app.ts';
import { centreA, centreB } from '#tests/support/centres.ts';

/** A kind of person who may stand before a door. */
export interface Kind {
  readonly name: string;
  readonly who: Who;
  /** Where they are at home; centreA unless told. All doors are those of centreA. */
  readonly centre?: typeof centreA;
}

const someId = '0192f5a3-0000-7000-8000-000000000001';
const director = userWithRole('director');

/** Everybody who may stand before a door; an order link and a case code name a case that is not there. */
export function listKinds(id = someId): readonly Kind[] {
  return [
    { name: 'anonymous', who: 'anonymous' },
    ...roles.map((role) => ({ name: role, who: /^provider/.test(role) ? userWithRole(role, { providerId: id }) : role })),
    { name: 'caseHolder', who: { kind: 'caseHolder', caseId: id } },
    { name: 'orderLink', who: { kind: 'orderLink', orderId: id, linkId: id } },
    { name: 'signedInWithoutRole', who: { ...director, userId: '0192f5a3-0000-7000-8000-000000000002', roles: [] } },
    { name: 'directorWithoutSecondFactor', who: { ...director, isStrong: false } },
    { name: 'directorOfAnotherCentre', who: 'director', centre: centreB },
    { name: 'caseHolderOfAnotherCentre', who: { kind: 'caseHolder', caseId: id }, centre: centreB },
    { name: 'orderLinkOfAnotherCentre', who: { kind: 'orderLink', orderId: id, linkId: id }, centre: centreB },
  ];
}

export interface NamedDoor {
  readonly name: string;
  readonly door: Door;
}
/** Every door of every module, in the order of addresses. */
export const doors: readonly NamedDoor[] = modules
  .flatMap((module) => module.doors ?? [])
  .map((door) => ({ name: doorName(door), door }))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));

export const paramsOf = (door: Door): string[] => [...door.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

/** The address of a door in centreA with a value for each parameter. */
export function pathTo(door: Door, valueOf: (param: string) => string): string {
  return addressOf(door).replace(/:(\w+)/g, (_, param: string) => (param === 'slug' ? centreA.slug : encodeURIComponent(valueOf(param))));
}

/** Knocks once as a program would: no form was read before, every answer may be a refusal. */
export function knock(visitor: Visitor, door: Door, path: string, accept = 'application/json'): Promise<Response> {
  if (door.method === 'GET') return visitor.send(path, { headers: { accept } });
  return visitor.send(path, { method: 'POST', headers: { accept }, body: new URLSearchParams({ _key: crypto.randomUUID() }) });
}

/** A visitor nobody has counted yet: limits of attempts are told elsewhere. */
export const visitorOf = (app: TestApp, { who, centre = centreA }: Kind): Visitor => app.as(who, { centre });
