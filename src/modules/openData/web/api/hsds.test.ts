import { beforeAll, describe, expect, it } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import { changeCare, getCare, putService } from '#modules/catalogue/index.ts';
import { aService, aServiceRecord } from '#modules/catalogue/testing.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA, centreB } from '#tests/support/database.ts';
import { publishCatalogue } from '../../usecases/publish.ts';

let app: TestApp;
const ids: Record<string, string> = {};

const place = { name: 'Dom Sąsiedzki', street: 'ul. Przykładowa 1', postcode: '86-050', town: 'Jodłowo' };

function inOne<T>(centre: Centre, work: (scope: CentreScope) => Promise<T>): Promise<T> {
  const { world } = app;
  return inCentre(world.database, centre.id, (tx) =>
    work(
      makeScope({
        world,
        tx,
        centre,
        actor: { kind: 'system', task: 'test' },
        now: world.clock(),
        lang: 'pl',
        door: 'test',
        requestId: 'test',
      }),
    ),
  );
}
async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return app.as('anonymous').send(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
}
interface ListPage {
  readonly total_items: number;
  readonly contents: readonly Record<string, unknown>[];
  readonly [name: string]: unknown;
}
const list = async (path: string): Promise<ListPage> => (await (await ask(path)).json()) as ListPage;
const names = async (path: string): Promise<unknown[]> => (await list(path)).contents.map((each) => each['name']).toSorted();

beforeAll(async () => {
  app = await openApp();
  await inOne(centreA, async (scope) => {
    const add = async (name: string, card: Readonly<Record<string, unknown>> = {}) => void (ids[name] = await aService(scope, name, card));
    await add('Teleopieka', {
      provider: { name: 'Fundacja Przykład', kind: 'ngo' },
      minimumAge: 60,
      places: [place],
      keywords: ['opaska'],
      scope: 'Opaska wzywająca pomoc osobom starszym.',
    });
    await add('Asystent rodziny', { areas: [2], provider: { name: 'Fundacja Przykład', kind: 'ngo' }, maximumAge: 17.5 });
    await add('Szkic', { status: 'draft' });
    await add('Zakończona', { status: 'ended' });
    await add('Minęła', { validTo: '2026-03-01' });
    await add('Dopiero będzie', { validFrom: '2026-03-03' });
    await add('Do dziś', { validTo: '2026-03-02', validFrom: '2026-03-02' });
    await publishCatalogue(scope);
  });
  await inOne(centreB, async (scope) => {
    await aService(scope, 'Klub w dwóch miejscach', {
      places: [
        { ...place, name: 'Rynek', postcode: '00-001', latitude: 53.08, longitude: 18.22 },
        // About 1,100 metres to the north.
        { ...place, name: 'Osiedle', postcode: '00-002', latitude: 53.09, longitude: 18.22 },
      ],
      schedules: [
        { freq: 'WEEKLY', byday: 'MO,WE', opensAt: '8:00', closesAt: '16:00' },
        { freq: 'WEEKLY', byday: 'SA', opensAt: '10:00', closesAt: '12:30' },
      ],
    });
    ids['Dowóz'] = await aService(scope, 'Dowóz do lekarza', { provider: { name: 'Fundacja Przykład', kind: 'ngo' } });
    await publishCatalogue(scope);
  });
});

describe('what is published', () => {
  it('is what may be asked for today: no drafts, nothing ended, nothing outside its dates', async () => {
    expect(await names('/jodlowo/hsds/services')).toEqual(['Asystent rodziny', 'Do dziś', 'Teleopieka']);
  });
  it('is read for one centre or for all', async () => {
    expect(await names('/lipowo/hsds/services')).toEqual(['Dowóz do lekarza', 'Klub w dwóch miejscach']);
    expect((await list('/hsds/services')).total_items).toBe(5);
    expect((await ask(`/lipowo/hsds/services/${ids['Teleopieka']}`)).status).toBe(404);
    expect((await ask(`/hsds/services/${ids['Teleopieka']}`)).status).toBe(200);
    expect((await ask(`/hsds/services/${ids['Szkic']}`)).status).toBe(404);
  });
  it('tells who copied a service that it is withdrawn, and which one follows', async () => {
    const ended = `/jodlowo/hsds/services/${ids['Zakończona']}`;
    expect((await ask(ended)).status).toBe(410);
    expect((await ask(`/lipowo/hsds/services/${ids['Zakończona']}`)).status).toBe(404);
    expect((await ask(`/hsds/services/${ids['Minęła']}`)).status).toBe(410);
    expect((await ask(`/hsds/services/${ids['Dopiero będzie']}`)).status).toBe(404);
    await inOne(centreA, async (scope) => {
      const { serviceId: _, version, isMerged: __, ...care } = await getCare(scope, ids['Zakończona'] ?? '');
      await changeCare(scope, ids['Zakończona'] ?? '', version, { ...care, successorId: ids['Teleopieka'] ?? null });
    });
    expect(await (await ask(ended)).json()).toMatchObject({ status: 410, successor_id: ids['Teleopieka'] });
  });
  it('shows an organization once, however many services it has, and as each centre knows it', async () => {
    const own = await list('/jodlowo/hsds/organizations?full=true&search=fundacja');
    expect(own.contents.map((each) => [each['name'], (each['services'] as unknown[]).length])).toEqual([['Fundacja Przykład', 2]]);
    expect((await list('/hsds/organizations?search=fundacja')).total_items).toBe(2);
  });
  it('is the centre’s own service where the card names no provider', async () => {
    const [service] = (await list('/jodlowo/hsds/services?search=dziś')).contents;
    expect(service?.['organization']).toMatchObject({ id: centreA.id, name: centreA.officialName });
  });
  it('follows the catalogue: a changed card, a withdrawn one, terms that nobody carries any more', async () => {
    const passing = (card: Readonly<Record<string, unknown>>) => aServiceRecord('Na chwilę', card);
    await inOne(centreA, async (scope) => {
      await putService(scope, passing({ keywords: ['chwilowe'] }));
      await publishCatalogue(scope);
    });
    expect(await names('/jodlowo/hsds/taxonomy_terms?search=chwilowe')).toEqual(['chwilowe']);
    const before = (await ask('/jodlowo/hsds/services')).headers.get('etag');
    await inOne(centreA, async (scope) => {
      await putService(scope, passing({ status: 'ended' }));
      expect(await publishCatalogue(scope)).toBe(1);
      expect(await publishCatalogue(scope)).toBe(0);
    });
    expect(await names('/jodlowo/hsds/taxonomy_terms?search=chwilowe')).toEqual([]);
    expect(await names('/jodlowo/hsds/services')).toEqual(['Asystent rodziny', 'Do dziś', 'Teleopieka']);
    expect((await ask('/jodlowo/hsds/services')).headers.get('etag')).not.toBe(before);
  });
});

describe('parameters', () => {
  it.each([
    ['search=teleopiece', ['Teleopieka']],
    ['search=TELEOPIEKĄ', ['Teleopieka']],
    ['search=opaski starsi', ['Teleopieka']],
    ['search=opaska psa', []],
    ['search=opaska starszym', ['Teleopieka']],
    ['search=opaska&minimum_age=60', ['Teleopieka']],
    ['maximum_age=10', ['Asystent rodziny', 'Do dziś']],
    ['minimum_age=18', ['Do dziś', 'Teleopieka']],
    ['minimum_age=17.5&maximum_age=17.5', ['Asystent rodziny', 'Do dziś']],
    ['postcode=86-050', ['Teleopieka']],
    ['postcode=86050', ['Teleopieka']],
    ['postcode=86-051', []],
    ['modified_after=2026-03-02', ['Asystent rodziny', 'Do dziś', 'Teleopieka']],
    ['modified_after=2026-03-02T08:00:01Z', []],
    ['day=MO', []],
    ['per_page=1&page=9', []],
  ])('%s', async (query, expected) => {
    expect(await names(`/jodlowo/hsds/services?${query}`)).toEqual(expected);
  });

  it.each([
    ['day=MO', true],
    ['day=TU', false],
    ['day=MO&start_time=08:00&end_time=16:00', true],
    ['day=MO&start_time=08:01', false],
    ['day=SA&end_time=12:30', true],
    ['end_time=12:00', false],
    ['start_time=10:00', true],
    ['postcode=00-001', true],
    ['postcode=00-001&proximity=10', true],
    ['postcode=00-002&proximity=10&day=MO', true],
    ['postcode=00-002&proximity=10&day=TU', false],
  ])('%s, for what has hours and a known position', async (query, isFound) => {
    expect(await names(`/lipowo/hsds/services?${query}`)).toEqual(isFound ? ['Klub w dwóch miejscach'] : []);
  });
  it('a distance counts places, each by itself', async () => {
    const found = async (metres: number) =>
      (await list(`/hsds/locations?postcode=00-001&proximity=${metres}`)).contents.map((each) => each['name']);
    expect(await found(1000)).toEqual(['Rynek']);
    expect((await found(1200)).toSorted()).toEqual(['Osiedle', 'Rynek']);
  });

  it('narrow together, also by terms and organizations found in other lists', async () => {
    const [organization] = (await list('/jodlowo/hsds/organizations?search=fundacja')).contents;
    const [term] = (await list('/jodlowo/hsds/taxonomy_terms?search=wspieranie rodziny')).contents;
    const path = `/jodlowo/hsds/services?organization_id=${String(organization?.['id'])}`;
    expect(await names(path)).toEqual(['Asystent rodziny', 'Teleopieka']);
    expect(await names(`${path}&taxonomy_term_id=${String(term?.['id'])}`)).toEqual(['Asystent rodziny']);
    expect(await names(`${path}&taxonomy_id=${String(term?.['taxonomy_id'])}&search=tele`)).toEqual(['Teleopieka']);
  });

  it.each([
    ['page=0', 'page'],
    ['page=abc', 'page'],
    ['per_page=1001', 'per_page'],
    ['format=xml', 'format'],
    ['taxonomy_term_id=4', 'taxonomy_term_id'],
    ['modified_after=wczoraj', 'modified_after'],
    ['modified_after=2026-02-30', 'modified_after'],
    ['full=yes', 'full'],
    ['proximity=100', 'proximity'],
    ['start_time=10:00&end_time=09:00', 'end_time'],
    ['minimum_age=-1', 'minimum_age'],
    ['day=poniedziałek', 'day'],
    ['search=', 'search'],
    ['search=!?', 'search'],
    ['kolor=czerwony', 'kolor'],
    ['page=1&page=2', 'page'],
    ['minimum_age=70&maximum_age=20', 'maximum_age'],
    ['format=ndjson&page=2', 'page'],
    ['format=ndjson&per_page=3', 'per_page'],
  ])('%s is refused by its name', async (query, parameter) => {
    const response = await ask(`/hsds/services?${query}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    const body = (await response.json()) as { status: number; errors: { parameter: string }[] };
    expect([body.status, body.errors.map((each) => each.parameter)]).toEqual([400, [parameter]]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('a distance from a postcode that nobody knows is refused as such', async () => {
    const response = await ask('/hsds/services?postcode=86-050&proximity=500');
    expect([response.status, ((await response.json()) as { errors: { code: string }[] }).errors[0]?.code]).toEqual([422, 'no-position']);
  });

  it('come in the body of a POST as well, from any site and without a form of ours', async () => {
    const post = (body: BodyInit, type: string) =>
      ask('/hsds/services', {
        method: 'POST',
        body,
        headers: { 'content-type': type, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      });
    const whole = (await (
      await post(JSON.stringify({ search: 'teleopieka', per_page: 1, full: true }), 'application/json')
    ).json()) as ListPage;
    expect(whole.contents[0]?.['organization']).toMatchObject({ name: 'Fundacja Przykład' });
    expect(((await (await post('search=teleopieka', 'application/x-www-form-urlencoded')).json()) as ListPage).total_items).toBe(1);
    expect((await post('{', 'application/json')).status).toBe(400);
    expect((await post('[]', 'application/json')).status).toBe(400);
    expect((await post('x', 'text/plain')).status).toBe(415);
    expect((await post(JSON.stringify({ per_page: '1', page: null }), 'application/json')).status).toBe(400);
  });
});

describe('refusals', () => {
  it.each(['modified_after=yesterday', 'postcode=abc', 'start_time=25:00', 'search=%20'])('%s is refused in words', async (query) => {
    const { detail } = (await (await ask(`/hsds/services?${query}`)).json()) as { detail: string };
    expect(detail).toMatch(/: Expected /);
    expect(detail).not.toMatch(/pattern|[\\^$;]/);
  });
  it.each([
    [404, 'GET', '/hsds/services/0192f5a0-0000-4000-8000-000000000000', 'No service with this id is published here.'],
    [404, 'GET', '/hsds/services/zzz', 'Nothing is published under this id; ids are UUIDs in small letters.'],
    [404, 'GET', '/hsds/nothing', 'There is no such address.'],
    [404, 'GET', '/lipowo/hsds/nothing/at/all', 'There is no such address.'],
    [404, 'GET', '/nie-ma-takiego/hsds/services', 'There is no centre of this name.'],
    [404, 'GET', '/hsds/csv/nothing.csv', 'There is no such table; /hsds/csv lists them.'],
    [405, 'PUT', '/hsds/services', 'This address takes: GET, HEAD, POST, OPTIONS.'],
    [405, 'DELETE', '/lipowo/hsds/services/zzz', 'This address takes: GET, HEAD, OPTIONS.'],
    [405, 'POST', '/hsds/services/zzz', 'This address takes: GET, HEAD, OPTIONS.'],
    [413, 'POST', '/hsds/services', 'The body may have 262144 bytes at most.'],
    [400, 'GET', '/hsds/taxonomies/0192f5a0-0000-4000-8000-000000000000?x=1', 'x: This address takes no parameters.'],
  ])('%i to %s %s speaks to programs', async (status, method, path, detail) => {
    // Even where a browser asks, in Polish.
    const headers = { accept: 'text/html', 'accept-language': 'pl', 'content-type': 'application/json' };
    const body = status === 413 ? 'x'.repeat(300_000) : null;
    const response = await ask(path, { method, headers, body });
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ status, detail });
    expect(response.headers.get('allow')).toBe(status === 405 ? /: (.*)\.$/.exec(detail)?.[1] : null);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
  it('an address with a slash at its end leads on, and says nothing else', async () => {
    const response = await ask('/hsds/');
    expect([response.status, response.headers.get('location'), response.headers.get('content-type')]).toEqual([301, '/hsds', null]);
  });
});

describe('tables', () => {
  it('are listed, and known by their file and by their objects', async () => {
    const { tables } = (await (await ask('/lipowo/hsds/csv')).json()) as { tables: { name: string; file: string; url: string }[] };
    const service = tables.find(({ name }) => name === 'service');
    expect(service?.url).toMatch(/\/lipowo\/hsds\/csv\/services\.csv$/);
    const texts = await Promise.all(['service.csv', 'services.csv'].map(async (file) => (await ask(`/lipowo/hsds/csv/${file}`)).text()));
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toContain('Dowóz do lekarza');
  });
});

describe('pages', () => {
  it('hold every object once and say where they are', async () => {
    const first = await list('/hsds/services?per_page=3');
    const second = await list('/hsds/services?per_page=3&page=2');
    expect({ ...first, contents: [] }).toEqual({
      total_items: 5,
      total_pages: 2,
      page_number: 1,
      size: 3,
      first_page: true,
      last_page: false,
      empty: false,
      contents: [],
    });
    expect([second.size, second.first_page, second.last_page]).toEqual([2, false, true]);
    expect(new Set([...first.contents, ...second.contents].map((each) => each['id'])).size).toBe(5);
    expect(await list('/hsds/services?search=nicniema')).toMatchObject({ total_items: 0, total_pages: 0, empty: true, last_page: true });
  });
  it('stream as lines, and in short', async () => {
    const response = await ask('/hsds/services?format=ndjson&full=true');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { name: string }).name).toSorted()).toEqual([
      'Asystent rodziny',
      'Do dziś',
      'Dowóz do lekarza',
      'Klub w dwóch miejscach',
      'Teleopieka',
    ]);
    const minimal = await list('/hsds/services?minimal=true');
    expect(minimal.contents.map((each) => Object.keys(each))).toEqual(Array.from({ length: 5 }, () => ['id', 'last_modified']));
  });
});

describe('for programs', () => {
  it('any site may read, with a check before', async () => {
    const before = await ask('/hsds/services', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } });
    expect([before.status, before.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect((await ask('/hsds')).headers.get('access-control-allow-origin')).toBe('*');
    const moved = await ask('/hsds/services/?page=1');
    expect([moved.status, moved.headers.get('location'), moved.headers.get('access-control-allow-origin')]).toEqual([
      301,
      '/hsds/services?page=1',
      '*',
    ]);
    expect((await ask('/hsds/services/not-an-id')).headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask('/jodlowo')).headers.get('access-control-allow-origin')).toBeNull();
  });
  it('an answer that has not changed is not sent again', async () => {
    for (const path of [
      '/hsds',
      '/hsds/openapi.json',
      '/hsds/profile',
      '/jodlowo/hsds/services?per_page=2',
      `/hsds/services/${ids['Teleopieka']}`,
    ]) {
      const etag = (await ask(path)).headers.get('etag') ?? '';
      const again = await ask(path, { headers: { 'if-none-match': etag } });
      expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
    }
  });
  it('full answers tell what changed and when, brief ones do not; people who were taken off a card stay off', async () => {
    const person = { contacts: [{ name: 'Anna Przykładowa', email: 'anna@example.org' }] };
    const id = (ids['Z historią'] = await inOne(centreA, (scope) => aService(scope, 'Z historią', { scope: 'Dawny opis', ...person })));
    await inOne(centreA, async (scope) => {
      const changed = { id, slug: `usluga-${id}`, scope: 'Nowy opis' };
      await putService(scope, aServiceRecord('Z historią', changed));
      await publishCatalogue(scope);
    });
    const one = (await (await ask(`/jodlowo/hsds/services/${id}`)).json()) as { metadata: Record<string, unknown>[] };
    expect(one.metadata.find((each) => each['field_name'] === 'description')).toMatchObject({
      resource_id: id,
      last_action_type: 'update',
      previous_value: 'Dawny opis',
      replacement_value: 'Nowy opis',
      updated_by: centreA.displayName,
    });
    expect(one.metadata.map((each) => each['field_name'])).toContain('contacts');
    expect(JSON.stringify(one)).not.toContain('Anna');
    const [brief] = (await list('/jodlowo/hsds/services?search=historia')).contents;
    const [full] = (await list('/jodlowo/hsds/services?search=historia&full=true')).contents;
    expect([brief?.['metadata'], Array.isArray(full?.['metadata'])]).toEqual([undefined, true]);
  });
  it('says what it is', async () => {
    expect(await (await ask('/jodlowo/hsds')).json()).toMatchObject({
      version: '3.1',
      profile: 'http://localhost/hsds/profile',
      openapi_url: 'http://localhost/jodlowo/hsds/openapi.json',
      publisher: { name: centreA.officialName, email: centreA.email },
    });
  });
});
