import { auditsNothing, centreDoor, data, platformDoor, publicDoor, type Door, type Reply } from '#platform/http/index.ts';
import { describeApi } from '../../domain/openApi.ts';
import { HSDS_VERSION, PROFILE, PROFILE_OVERLAY } from '../../domain/profile.ts';
import { ROUTES } from '../../domain/routes.ts';
import { describePackage, TABLES } from '../../domain/tables.ts';
import { readVersion } from '../../usecases/directory.ts';
import { findTable, writeTable } from '../../usecases/tables.ts';
import { answerList, answerOne, baseOf, problem, reachOf, streamText, unlessKnown, type ApiContext } from './answer.ts';

const open = {
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  openToAnyOrigin: true,
  limit: { attempts: 6000, minutes: 1 },
} as const;

type Answer = (c: ApiContext) => Promise<Reply> | Reply;
/** The same address for all centres and for one. */
const both = (method: 'GET' | 'POST', path: string, handle: Answer, repeatable?: string): Door[] => {
  const door = { ...open, method, path, handle, ...(repeatable !== undefined && { repeatable }) } as const;
  return [platformDoor(door), centreDoor(door)];
};

const publisherOf = (c: ApiContext): string => c.centre?.officialName ?? 'Okienko';
/** Changes only with the program and its address. */
const fixed = (c: ApiContext, body: unknown, contentType = 'application/json'): Promise<Reply> =>
  unlessKnown(c, `fixed ${JSON.stringify(body).length}`, null, (headers) => data(JSON.stringify(body), contentType, { headers }));

function details(c: ApiContext): Promise<Reply> {
  const base = baseOf(c);
  const { centre } = c;
  return fixed(c, {
    version: HSDS_VERSION,
    profile: `${c.world.publicUrl}/hsds/profile`,
    openapi_url: `${base}/openapi.json`,
    description: centre
      ? `Services published by ${centre.officialName}, as open data (${PROFILE.name} ${PROFILE.version}).`
      : `Services published by the Social Services Centres of this installation, as open data (${PROFILE.name} ${PROFILE.version}).`,
    publisher: {
      name: publisherOf(c),
      ...(centre && { identifier: `TERYT ${centre.teryt}` }),
      ...(centre?.email && { email: centre.email }),
      website: `${c.world.publicUrl}${centre ? `/${centre.slug}` : '/'}`,
    },
  });
}

const description: Answer = (c) =>
  fixed(c, describeApi({ base: baseOf(c), publisher: publisherOf(c), contact: `${c.world.publicUrl}/zgodnosc` }));

const profile: Answer = (c) =>
  fixed(c, {
    name: PROFILE.name,
    version: PROFILE.version,
    standard: `HSDS ${HSDS_VERSION}`,
    attribution: 'Human Services Data Specification: an Open Referral resource (https://openreferral.org/)',
    overlay: PROFILE_OVERLAY,
  });

const packageDescription: Answer = (c) => fixed(c, describePackage(`Services: ${publisherOf(c)}`));

const listTables: Answer = (c) =>
  fixed(c, {
    datapackage: `${baseOf(c)}/csv/datapackage.json`,
    tables: TABLES.map(({ name, file }) => ({ name, file, url: `${baseOf(c)}/csv/${file}` })),
  });

async function table(c: ApiContext): Promise<Reply> {
  const wanted = findTable((c.params as Readonly<Record<string, string>>)['file'] ?? '');
  if (!wanted) return problem(404, 'Nothing here', [], 'There is no such table; /hsds/csv lists them.');
  const reach = reachOf(c);
  return unlessKnown(c, await readVersion(reach), null, (headers) =>
    data(streamText(writeTable(reach, wanted)), 'text/csv; charset=utf-8; header=present', { headers }),
  );
}

const readOnly = 'a question that should not travel in the address; nothing is changed';

/** HSDS 3.1: no key, any origin, published services alone. */
export const hsdsDoors: readonly Door[] = [
  ...both('GET', '/hsds', details),
  ...both('GET', '/hsds/openapi.json', description),
  platformDoor({ ...open, method: 'GET', path: '/hsds/profile', handle: profile }),
  ...both('GET', '/hsds/csv', listTables),
  ...both('GET', '/hsds/csv/datapackage.json', packageDescription),
  ...both('GET', '/hsds/csv/:file', table),
  ...ROUTES.flatMap((route) => [
    ...both('GET', `/hsds${route.path}`, (c) => answerList(c, route)),
    ...both('POST', `/hsds${route.path}`, (c) => answerList(c, route), readOnly),
    ...both('GET', `/hsds${route.path}/:${route.idName}`, (c) =>
      answerOne(c, route, (c.params as Readonly<Record<string, string>>)[route.idName] ?? ''),
    ),
  ]),
];
