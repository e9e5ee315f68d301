import { describe, expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';
import { centreA } from '#tests/support/centres.ts';
import { asOwner } from '#tests/support/database.ts';
import { createCentre, describeCentre, importTerc, loadRegisters, openDemoCentres } from '../../index.ts';

describe('the first page', () => {
  test('tells namesakes apart by kind, powiat and voivodeship', async () => {
    const visitor = (await openApp()).as('anonymous');
    const found = await (await visitor.get('/')).submit({ q: 'brodnica' });
    const words = found.text;
    expect(words).toContain('3 gminy pasują');
    expect(words).toContain('gmina miejska, powiat brodnicki');
    expect(words).toContain('gmina wiejska, powiat brodnicki');
    expect(words).toContain('powiat śremski');
  });

  test('leads to an open centre', async () => {
    const app = await openApp();
    const found = await app.as('anonymous').get('/?q=Jodlowo');
    expect((await found.follow('Przejdź do centrum')).url.pathname).toBe(`/${centreA.slug}`);
  });

  test('guesses a misspelt name and helps when nothing is found', async () => {
    const visitor = (await openApp()).as('anonymous');
    expect((await visitor.get('/?q=Jodłwo')).text).toContain('Czy chodziło o jedną z tych?');
    expect((await visitor.get('/?q=xqzxqz')).text).toContain('112');
  });

  test.each([`<script>alert(1)</script>`, '%00', '%E2%80%AE', 'a'.repeat(300), '😀', `'; drop table x; --`])('stands %s', async (typed) => {
    const visitor = (await openApp()).as('anonymous');
    const page = await visitor.get(`/?q=${typed.startsWith('%') ? typed : encodeURIComponent(typed)}`);
    expect(page.status).toBe(200);
  });

  test('keeps search engines out of a demonstration', async () => {
    const response = await (await openApp()).as('anonymous').send('/robots.txt');
    expect(await response.text()).toBe('User-agent: *\nDisallow: /\n');
  });
});

describe('the accessibility statement', () => {
  const ids = [
    'wstep',
    'podmiot',
    'url',
    'data-publikacja',
    'data-aktualizacja',
    'status',
    'data-sporzadzenie',
    'kontakt',
    'osoba',
    'email',
  ]
    .concat(['telefon', 'procedura', 'architektura', 'data-przeglad', 'aplikacje', 'tresci-niedostepne'])
    .map((name) => `a11y-${name}`);

  test.each(['/dostepnosc', `/${centreA.slug}/dostepnosc`])('has each id once at %s, in each language', async (path) => {
    const visitor = (await openApp()).as('anonymous');
    for (const language of ['pl', 'en', 'uk']) {
      const html = await (await visitor.send(path, { headers: { 'accept-language': language } })).text();
      for (const id of ids) expect([id, html.split(` id="${id}"`).length - 1]).toEqual([id, 1]);
    }
  });

  test('is reached from the foot of a page, and so is privacy', async () => {
    const app = await openApp();
    const home = await app.as('anonymous').get(app.at('/'));
    expect((await home.follow('Deklaracja dostępności')).heading).toBe('Deklaracja dostępności');
    expect((await home.follow('Prywatność')).heading).toBe('Prywatność');
  });
});

describe('the registers', () => {
  const count = (sql: string) =>
    asOwner(async (client) => (await client.query<{ n: number }>(`select (select ${sql})::int as n`)).rows[0]?.n);

  test('load again without a change, and keep a newer state', async () => {
    const { world } = await openApp();
    await loadRegisters(world);
    const before = await count(`max(xmin::text::bigint) from centres.gmina`);
    await loadRegisters(world);
    expect(await count(`max(xmin::text::bigint) from centres.gmina`)).toBe(before);
    const head = 'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA';
    const rows = ['04;;;;KUJAWSKO-POMORSKIE;województwo;2027-01-01', '04;03;;;bydgoski;powiat;2027-01-01'];
    const newer = [head, ...rows, '04;03;08;3;Solec Nowy;gmina miejsko-wiejska;2027-01-01'].join('\n');
    expect(await importTerc(world, newer)).toEqual({ ok: true, value: { gminas: 1, written: 1 } });
    expect(await importTerc(world, newer)).toEqual({ ok: true, value: { gminas: 1, written: 0 } });
    await loadRegisters(world);
    expect(await count(`count(*) from centres.gmina where name = 'Solec Nowy'`)).toBe(1);
    expect(await importTerc(world, 'WOJ;POW\n1;2')).toMatchObject({ ok: false, refusal: { code: 'missing-columns' } });
  });

  test('open the demonstration once, without anybody to call', async () => {
    const { world } = await openApp();
    const slugs = await openDemoCentres(world);
    expect(slugs).toContain('zyrardow');
    expect(await openDemoCentres(world)).toEqual(slugs);
    expect(
      await count(
        `count(*) from centres.centre where is_open and is_demo and (phone is not null or email is not null) and slug = 'zyrardow'`,
      ),
    ).toBe(0);
  });

  test('a centre is made once, at a free address of a known gmina', async () => {
    const { world } = await openApp();
    const input = { slug: 'nowe', name: 'Centrum Usług Społecznych na próbę', teryt: '1438011' };
    const made = await createCentre(world, input);
    expect(made).toMatchObject({ ok: true, value: { slug: 'nowe' } });
    expect(await createCentre(world, input)).toEqual(made);
    const refusals = await Promise.all(
      [
        { ...input, teryt: '0403083' },
        { ...input, slug: 'ui' },
        { ...input, slug: 'Nowe Centrum' },
        { ...input, slug: 'inne', name: ' ' },
        { ...input, slug: 'inne', teryt: '1438014' },
        { ...input, slug: 'inne', teryt: '1499011' },
      ].map((each) => createCentre(world, each)),
    );
    expect(refusals.map((each) => !each.ok && each.refusal)).toEqual([
      'slug-taken',
      'reserved-slug',
      'bad-slug',
      'no-name',
      'not-a-gmina',
      'unknown-gmina',
    ]);
  });
});

describe('what a centre tells of itself', () => {
  test('stands at the foot of each page, outlives the register, and its villages are known to the list of services', async () => {
    const app = await openApp({ isDemo: false });
    const { world } = app;
    await loadRegisters(world);
    const made = await createCentre(world, { slug: 'pluznica', name: 'Centrum w Płużnicy', teryt: '0417042' });
    expect(made.ok).toBe(true);
    const told = {
      phone: '52 123 45 67',
      address: 'ul. Wymyślona 1, Płużnica',
      hours: 'poniedziałek 8–16',
      localities: ['Wymysłowo', ' Wymysłowo'],
    };
    expect(await describeCentre(world, 'pluznica', told)).toMatchObject({ ok: true });
    expect(await describeCentre(world, 'pluznica', { hours: 'wtorek 8–16' })).toMatchObject({ ok: true });
    await loadRegisters(world);
    const visitor = app.as('anonymous');
    const home = await visitor.get('/pluznica');
    for (const said of ['52 123 45 67', 'ul. Wymyślona 1', 'wtorek 8–16', 'Napisz do nas']) expect(home.body).toContain(said);
    expect((await visitor.get('/pluznica/uslugi?blisko=Wymys%C5%82owo')).text).not.toContain('Nie znamy miejsca');
    expect((await visitor.get('/pluznica/uslugi?blisko=Nigdzie')).text).toContain('Nie znamy miejsca „Nigdzie”');
  });
  test('is refused where nobody answers, and when it cannot be right', async () => {
    const real = (await openApp({ isDemo: false })).world;
    expect(await describeCentre(real, centreA.slug, { phone: '52 123 45 67' })).toMatchObject({ refusal: 'demonstration' });
    expect(await describeCentre(real, 'nie-ma', {})).toMatchObject({ refusal: 'no-such-centre' });
    expect(await describeCentre(real, 'pluznica', { phone: 'zadzwoń' })).toMatchObject({ refusal: 'not-a-phone' });
    const demo = await (await openApp()).as('anonymous').get(`/${centreA.slug}`);
    expect(demo.body).toContain('To pokaz: nikt tu nie odbiera.');
  });
});
