import { auditsNothing, centreDoor, data, NotFound, publicDoor, type CentreContext } from '#platform/http/index.ts';
import { CPSV_CONTEXT, publisherNodes, serviceNodes } from '../../domain/cpsvAp.ts';
import type { Publisher } from '../../domain/linkedData.ts';
import { toSchemaOrg } from '../../domain/schemaOrg.ts';
import { findOne, readVersion, streamAll } from '../../usecases/directory.ts';
import { reachOf, streamText, unlessKnown } from './answer.ts';

const open = {
  method: 'GET',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  openToAnyOrigin: true,
  limit: { attempts: 6000, minutes: 1 },
} as const;
const LD = 'application/ld+json';

export const publisherOf = ({ centre, world }: CentreContext): Publisher => ({
  url: `${world.publicUrl}/${centre.slug}`,
  name: centre.officialName,
  gminaName: centre.gminaName,
  teryt: centre.teryt,
  email: centre.email,
  phone: centre.phone,
  address: centre.address,
});

async function serviceOf(c: CentreContext<{ serviceId: string }>) {
  const found = await findOne(reachOf(c), 'service', c.params.serviceId, {});
  if (!found) throw new NotFound('service');
  return found;
}

/** One service for European catalogues. */
const serviceAsCpsv = centreDoor({
  ...open,
  path: '/uslugi/:serviceId/cpsv-ap.jsonld',
  handle: async (c) =>
    unlessKnown(c, await readVersion(reachOf(c)), null, async (headers) => {
      const publisher = publisherOf(c);
      const graph = [...serviceNodes(await serviceOf(c), publisher), ...publisherNodes(publisher)];
      return data(JSON.stringify({ '@context': CPSV_CONTEXT, '@graph': graph }), LD, { headers });
    }),
});
/** One service for search engines. */
const serviceAsSchemaOrg = centreDoor({
  ...open,
  path: '/uslugi/:serviceId/schema-org.jsonld',
  handle: async (c) =>
    unlessKnown(c, await readVersion(reachOf(c)), null, async (headers) =>
      data(JSON.stringify(toSchemaOrg(await serviceOf(c), publisherOf(c))), LD, { headers }),
    ),
});

/** All services of a centre as one graph, written while it is read. */
const centreAsCpsv = centreDoor({
  ...open,
  path: '/cpsv-ap.jsonld',
  handle: async (c) => unlessKnown(c, await readVersion(reachOf(c)), null, (headers) => data(streamText(graphOf(c)), LD, { headers })),
});

async function* graphOf(c: CentreContext): AsyncGenerator<string> {
  const publisher = publisherOf(c);
  yield `{"@context":${JSON.stringify(CPSV_CONTEXT)},"@graph":[${publisherNodes(publisher)
    .map((node) => JSON.stringify(node))
    .join(',')}`;
  for await (const services of streamAll(reachOf(c), 'service', { full: true }, { publisherId: c.centre.id }))
    yield services.flatMap((service) => serviceNodes(service, publisher).map((node) => `,${JSON.stringify(node)}`)).join('');
  yield ']}';
}

export const linkedDataDoors = [serviceAsCpsv, serviceAsSchemaOrg, centreAsCpsv];
