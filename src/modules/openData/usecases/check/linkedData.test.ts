import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { listShippedServices, putServices } from '#modules/catalogue/index.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA } from '#tests/support/database.ts';
import { publishCatalogue } from '../publish.ts';
import { quadsOfJsonLd, readShapes } from './linkedData.ts';

const folder = process.env['OKIENKO_CPSV_AP'];
let app: TestApp;

beforeAll(async () => {
  app = await openApp();
  const { world } = app;
  await inCentre(world.database, centreA.id, async (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    const scope = makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' });
    const full = aServiceRecord('Wszystko naraz', {
      provider: { name: 'Fundacja Przykład', kind: 'ngo' },
      scope: 'Opis.',
      recipients: 'Osoby starsze',
      minimumAge: 60,
      keywords: ['opaska'],
      targetGroups: ['SENIORS'],
      qualification: { text: 'Rozmowa', documents: ['dowód osobisty'] },
      fee: { kind: 'flat-per-unit', price: 1250, per: 'hour', text: '12,50 zł za godzinę' },
      contact: { phone: '+48 22 000 00 00', email: 'a@example.org', url: 'https://example.org/usluga' },
      schedule: 'pn–pt 8–16',
      places: [{ name: 'Dom', street: 'ul. Przykładowa 1', postcode: '86-050', town: 'Jodłowo' }],
      translations: { en: { name: 'Everything at once' }, uk: { name: 'Все одразу' } },
    });
    await putServices(scope, [...listShippedServices('solec-kujawski'), full, aServiceRecord('Nic poza nazwą')]);
    await publishCatalogue(scope);
  });
});

const read = async (path: string) => {
  const response = await app.as('anonymous').send(path, { headers: { accept: 'application/ld+json' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/ld+json']);
  return (await response.json()) as { '@graph': Record<string, unknown>[] };
};
const services = async () => {
  const response = await app.as('anonymous').send('/jodlowo/hsds/services?per_page=1000');
  return ((await response.json()) as { contents: { id: string; name: string }[] }).contents;
};

describe('linked data of services', () => {
  test('is complete: names in every language, who, for whom, how, how much', async () => {
    const id = (await services()).find(({ name }) => name === 'Wszystko naraz')?.id ?? '';
    const graph = (await read(`/jodlowo/uslugi/${id}/cpsv-ap.jsonld`))['@graph'];
    const kinds = new Set(graph.map((node) => String(node['@type'])));
    for (const kind of [
      'cpsv:PublicService',
      'cv:Channel',
      'cv:ContactPoint',
      'cv:Cost',
      'cv:EvidenceType',
      'cv:Participation',
      'cv:Requirement',
    ])
      expect(kinds).toContain(kind);
    expect(graph[0]?.['dct:title']).toHaveLength(3);
    const plain = await read(`/jodlowo/uslugi/${id}/schema-org.jsonld`);
    expect(plain).toMatchObject({
      '@type': 'GovernmentService',
      name: 'Wszystko naraz',
      audience: { suggestedMinAge: 60 },
      offers: [{ price: 12.5, priceCurrency: 'PLN' }],
    });
  });
  test('of all services of a centre is one document with the same nodes', async () => {
    const graph = (await read('/jodlowo/cpsv-ap.jsonld'))['@graph'];
    expect(graph.filter((node) => node['@type'] === 'cpsv:PublicService')).toHaveLength((await services()).length);
  });
  test('is reached from the card', async () => {
    const [first] = await services();
    const path = `/jodlowo/uslugi/${first?.id ?? ''}`;
    const asked = await app.as('anonymous').send(path, { headers: { accept: 'application/ld+json' } });
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `${path}/cpsv-ap.jsonld`]);
    const page = await app.as('anonymous').send(path);
    expect([page.status, page.headers.get('link')]).toEqual([200, expect.stringContaining(`<${path}/schema-org.jsonld>; rel="alternate"`)]);
    expect(page.headers.get('vary')).toContain('accept');
  });
  test('stands in the card itself for search engines, and only there', async () => {
    const [first] = await services();
    const page = await app.as('anonymous').get(`/jodlowo/uslugi/${first?.id ?? ''}`);
    const told = page.findAll('script[type="application/ld+json"]').map((each) => JSON.parse(each.textContent ?? '') as unknown);
    expect(told).toEqual([await read(`/jodlowo/uslugi/${first?.id ?? ''}/schema-org.jsonld`)]);
    expect((await app.as('anonymous').get('/jodlowo/uslugi')).has('script[type="application/ld+json"]')).toBe(false);
  });
});

describe.runIf(folder !== undefined)('against the shapes of CPSV-AP 3.2.0', () => {
  const shapes = () => readShapes(folder ?? '');
  test('the official example does not conform: it has its six faults', async () => {
    const faults = await shapes().faultsOf(readFileSync(join(folder ?? '', 'examples/example-rdf_public_service.ttl'), 'utf8'));
    expect(faults).toHaveLength(6);
    const properties = faults.map((fault) => / (\w+):/.exec(fault)?.[1]).toSorted();
    expect(properties).toEqual(['evidenceTypeClassification', 'frequency', 'frequency', 'spatial', 'type', 'type']);
  });
  test('every service conforms', async () => {
    const all = await services();
    expect(all.length).toBeGreaterThan(5);
    const held = shapes();
    for (const { id } of all)
      expect(await held.faultsOf(await quadsOfJsonLd(await read(`/jodlowo/uslugi/${id}/cpsv-ap.jsonld`)))).toEqual([]);
  });
  test('and the whole centre; a node without its class is found', async () => {
    const document = await read('/jodlowo/cpsv-ap.jsonld');
    expect(await shapes().faultsOf(await quadsOfJsonLd(document))).toEqual([]);
    const broken = { ...document, '@graph': document['@graph'].filter((node) => node['@type'] !== 'dct:LinguisticSystem') };
    expect((await shapes().faultsOf(await quadsOfJsonLd(broken))).length).toBeGreaterThan(0);
  });
});
