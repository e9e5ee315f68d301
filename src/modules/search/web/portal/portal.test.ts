import { describe, expect, test } from 'vitest';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA, centreB } from '#tests/support/centres.ts';
import { testWorld } from '#tests/support/world.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import { derivedId } from '#shared/uuid.ts';
import { putServices } from '#modules/catalogue/index.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';
import { servedAssets } from '#apps/web/assets.ts';
import { searchServices } from '../../index.ts';

/** Work that another process of the product commits: its own world, its own connections. */
async function elsewhere<T>(work: (scope: CentreScope) => Promise<T>, centre: Centre = centreA): Promise<T> {
  const world = await testWorld();
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
const publish = (...records: Parameters<typeof aServiceRecord>[]) =>
  elsewhere((scope) =>
    putServices(
      scope,
      records.map(([name, card]) => aServiceRecord(name, card)),
    ),
  );

const care = 'Usługi opiekuńcze w domu';
async function openPortal(): Promise<TestApp> {
  const app = await openApp();
  await publish(
    [
      care,
      {
        areas: [4],
        targetGroups: ['SENIORS', 'DEPENDENT'],
        scope: 'Opieka nad osobą starszą, także z demencją.',
        fee: { kind: 'by-income' },
      },
    ],
    [
      'Dowóz do lekarza',
      {
        areas: [6],
        targetGroups: ['DISABLED'],
        everydayNames: ['taksówka dla babci'],
        limits: [{ amount: 2, unit: 'ride', per: 'month' }],
      },
    ],
    [
      'Porady logopedy',
      {
        areas: [7],
        targetGroups: ['CHILDREN'],
        scope: 'Ćwiczenia mowy.',
        fee: { kind: 'free', text: 'Bezpłatnie.' },
        translations: { uk: { name: 'Логопед', summary: 'Поради логопеда.' } },
      },
    ],
    ['Zajęcia ruchowe', { areas: [10], targetGroups: ['EVERYONE'] }],
    ['Przygotowywana', { status: 'draft' }],
    ['Wstrzymana', { status: 'paused' }],
    ['Dawna', { validTo: '2020-01-01' }],
  );
  return app;
}
const cards = (page: { findAll(selector: string): Element[] }) => page.findAll('.ok-card-anchor').map((link) => link.textContent);

describe('finding a service', () => {
  test('by own words from the first page, inflected, without accents, with a slip', async () => {
    const app = await openPortal();
    const home = await app.as('anonymous').get(app.at('/'));
    const found = await home.submit({ q: 'opieki dla mamy z demencja' });
    expect(cards(found)[0]).toBe(care);
    expect(found.text).toContain('Pasuje do:');
    expect(found.text).toContain('demencja');
    const slip = await home.submit({ q: 'logopoda' });
    expect(cards(slip)[0]).toBe('Porady logopedy');
  });

  test('by area and by group; what is for everyone belongs to each group', async () => {
    const app = await openPortal();
    const visitor = app.as('anonymous');
    const list = await visitor.get(app.at('/uslugi'));
    expect(cards(list)).toEqual(['Dowóz do lekarza', 'Porady logopedy', care, 'Zajęcia ruchowe']);
    expect(cards(await list.submit({ sprawa: '7' }))).toEqual(['Porady logopedy']);
    expect(cards(await list.submit({ dla: 'CHILDREN' }))).toEqual(['Porady logopedy', 'Zajęcia ruchowe']);
    const both = await visitor.get(app.at('/uslugi?q=opieka&sprawa=7'));
    expect(cards(both)).not.toContain(care);
  });

  test('nothing found leads on', async () => {
    const app = await openPortal();
    const nothing = await app.as('anonymous').get(app.at('/uslugi?q=xqzxqz&sprawa=3'));
    expect(nothing.heading).toBe('Usługi');
    expect(nothing.text).toContain('Nie znaleźliśmy takiej usługi');
    expect(cards(await nothing.follow('przejrzeć wszystkie usługi'))).toHaveLength(4);
  });

  test.each(['?q=%00%F0%9F%98%80', '?sprawa=99&dla=OBCY', '?po=x', `?q=${'a'.repeat(3000)}`, '?q=<b>x</b>&po=%00', '?q=%E2%80%AE', '?q=%'])(
    'stands the address %s',
    async (query) => {
      const app = await openPortal();
      expect((await app.as('anonymous').get(app.at(`/uslugi${query}`))).status).toBe(200);
    },
  );

  test('a change made elsewhere is found at once, an ending too, and nothing of another centre', async () => {
    const app = await openPortal();
    const visitor = app.as('anonymous');
    const ask = async () => cards(await visitor.get(app.at('/uslugi?q=garncarstwo')));
    expect(await ask()).toEqual([]);
    await elsewhere((scope) => putServices(scope, [aServiceRecord('Garncarstwo gdzie indziej')]), centreB);
    expect(await ask()).toEqual([]);
    await publish(['Garncarstwo']);
    expect(await ask()).toEqual(['Garncarstwo']);
    await publish(['Garncarstwo', { status: 'ended' }]);
    expect(await ask()).toEqual([]);
  });

  test('what was rolled back is forgotten', async () => {
    await openPortal();
    const found = async (scope: CentreScope) => (await searchServices(scope, 'lutowanie')).map(({ service }) => service.name);
    const undone = elsewhere(async (scope) => {
      await putServices(scope, [aServiceRecord('Lutowanie')]);
      expect(await found(scope)).toContain('Lutowanie');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await elsewhere(found)).not.toContain('Lutowanie');
  });

  test('a long list goes page by page, each service once', async () => {
    const app = await openApp();
    await elsewhere(
      (scope) =>
        putServices(
          scope,
          Array.from({ length: 60 }, (_, index) => aServiceRecord(`Zajęcia numer ${index}`)),
        ),
      centreB,
    );
    const visitor = app.as('anonymous', { centre: centreB });
    const seen: (string | null)[] = [];
    let page = await visitor.get(app.at('/uslugi', centreB));
    for (;;) {
      seen.push(...cards(page));
      if (!page.has('a[rel=next]')) break;
      page = await page.follow('Następne');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(60);
  });
});

describe('the card of a service', () => {
  const idOf = (name: string) => derivedId('test service', name);

  test('shows what centres publish, says what is missing, and leads to the request', async () => {
    const app = await openPortal();
    const card = await app.as('anonymous').get(app.at(`/uslugi/${idOf('Dowóz do lekarza')}`));
    expect(card.heading).toBe('Dowóz do lekarza');
    for (const label of ['Na czym polega', 'Dla kogo', 'Zakres według ustawy', 'Jak decydujemy', 'Ile kosztuje', 'Kto ją wykonuje'])
      expect(card.text.toLowerCase()).toContain(label.toLowerCase());
    expect(card.text).toContain('2 przejazdy w miesiącu na osobę');
    expect(card.text).toMatch(/Tego karta jeszcze nie mówi: .*Zapytaj w centrum:/);
    expect(card.links()).toContainEqual(['Poproś o tę usługę', app.at(`/zgloszenie?usluga=${idOf('Dowóz do lekarza')}`)]);
  });

  test('hides a draft; keeps what was paused or has ended, without asking for it', async () => {
    const app = await openPortal();
    const visitor = app.as('anonymous');
    expect((await visitor.get(app.at(`/uslugi/${idOf('Przygotowywana')}`))).status).toBe(404);
    const paused = await visitor.get(app.at(`/uslugi/${idOf('Wstrzymana')}`));
    expect(paused.text).toContain('Ta usługa jest teraz wstrzymana');
    expect(paused.links().map(([text]) => text)).not.toContain('Poproś o tę usługę');
    expect((await visitor.get(app.at(`/uslugi/${idOf('Dawna')}`))).text).toContain('Ta usługa już się skończyła');
    expect((await visitor.get(app.at(`/uslugi/${idOf('Dawna')}`, centreB))).status).toBe(404);
  });

  test('speaks the language of the reader as far as the card does', async () => {
    const app = await openPortal();
    const html = await (
      await app.as('anonymous').send(app.at(`/uslugi/${idOf('Porady logopedy')}`), { headers: { 'accept-language': 'uk' } })
    ).text();
    expect(html).toContain('Логопед');
    expect(html).toContain('lang="pl"');
    // Parts in Polish say so, and what is known is said in the reader's language.
    expect(html).toContain('Ця частина польською мовою.');
    expect(html).toContain('Послуга безкоштовна.');
    expect(html).not.toContain('Bezpłatnie.');
  });
});

describe('the weight of a page', () => {
  test('is at most 60 kB over the wire, with styles, script and fonts, in each language', async () => {
    const app = await openPortal();
    const { files, links } = servedAssets();
    const wire = (address: string) => files.get(address)?.brotli?.length ?? files.get(address)?.plain.length ?? Number.NaN;
    const visitor = app.as('anonymous');
    const service = derivedId('test service', care);
    for (const path of [
      '/',
      app.at('/'),
      app.at('/uslugi'),
      app.at('/uslugi?q=opieka'),
      app.at(`/uslugi/${service}`),
      app.at('/dostepnosc'),
    ]) {
      for (const language of ['pl', 'en', 'uk']) {
        const response = await visitor.send(path, { headers: { 'accept-encoding': 'br, gzip', 'accept-language': language } });
        expect(response.headers.get('content-encoding')).toBe('br');
        const page = (await response.arrayBuffer()).byteLength;
        const cyrillic = language === 'uk' ? [...files.keys()].filter((address) => address.includes('cyrylica')) : [];
        const all = [links.css, links.js, ...links.preloadFonts, ...cyrillic].map(wire);
        const total = all.reduce((sum, each) => sum + each, page);
        expect([path, language, total < 60_000, total]).toEqual([path, language, true, total]);
      }
    }
  });

  test('a browser that packs nothing gets the page as it is; one without brotli gets gzip', async () => {
    const visitor = (await openApp()).as('anonymous');
    const plain = await visitor.send('/', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const length = (await plain.arrayBuffer()).byteLength;
    const small = await visitor.send('/', { headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect((await small.arrayBuffer()).byteLength).toBeLessThan(length);
  });
});
