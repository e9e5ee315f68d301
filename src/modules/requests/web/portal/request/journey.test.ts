import { describe, expect, test } from 'vitest';
import { Pesel } from '#shared/pesel.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { anonymous } from '#shared/actor.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { openApp, type TestApp, type Visitor } from '#tests/support/app.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { listRequestsOfCase } from '../../../index.ts';
import { answerAll } from '../../../testing.ts';

async function inApp<T>(app: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> {
  const { world } = app;
  return inCentre(world.database, centreA.id, (tx) =>
    work(makeScope({ world, tx, centre: centreA, actor: anonymous, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' })),
  );
}
async function withServices(...names: string[]): Promise<{ app: TestApp; ids: string[] }> {
  const app = await openApp();
  const ids = await inApp(app, async (scope) => {
    const made: string[] = [];
    for (const name of names) made.push(await aService(scope, name));
    return made;
  });
  return { app, ids };
}
/** One row behind the product's back. */
const row = (sql: string) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (await client.query(sql)).rows[0] as Record<string, unknown>;
  });
const count = async (sql: string) => Number((await row(`select count(*) from ${sql}`))['count']);
async function atCheck(app: TestApp, visitor: Visitor, services: readonly string[], pesel = '') {
  await answerAll(visitor, app.at, services, { osoba: { pesel } });
  return visitor.get(app.at('/zgloszenie/sprawdz'));
}

/** Walks to the check page as a daughter who looks after her mother. */
async function walkToCheck(app: TestApp, visitor: Visitor, services: readonly string[]) {
  let page = await visitor.get(app.at('/zgloszenie'));
  page = await page.submit({}, { button: 'Zacznij' });
  page = await page.submit({ applicantType: 'actualCarer' }, { button: 'Dalej' });
  page = await page.submit({ services: [...services] }, { button: 'Dalej' });
  page = await page.submit({ givenName: 'Łucja', familyName: 'Święcicka-Żółć', birthDate: '17 maja 1944' }, { button: 'Dalej' });
  // Two pages of one step say so: nobody thinks that they did not move on.
  expect(page.find('.ok-steps-text').textContent).toContain('Krok 3 z 9, część 2 z 2');
  page = await page.submit({ applicantGivenName: 'Żaneta', applicantFamilyName: 'Ćwik' }, { button: 'Dalej' });
  page = await page.submit({ addressLine: 'Źródlana 3', postcode: '00000', town: 'Jodłowo' }, { button: 'Dalej' });
  page = await page.submit(
    { phone: '600 100 200', email: 'zaneta@example.org', preferredContact: 'phone', language: 'pl' },
    { button: 'Dalej' },
  );
  page = await page.submit({ situation: 'Mama mieszka sama.\nNie schodzi po schodach.', urgent: 'no' }, { button: 'Dalej' });
  page = await page.submit({}, { button: 'Dalej' });
  return page.submit({ forwarding: true }, { button: 'Dalej' });
}

describe('asking for several services at once', () => {
  test('a carer asks, checks, sends and gets a code; the letter says neither who nor what', async () => {
    const { app, ids } = await withServices('Opieka w domu', 'Dowóz na badania');
    const visitor = app.as('anonymous');
    const check = await walkToCheck(app, visitor, ids);
    expect(check.heading).toBe('Sprawdź odpowiedzi');
    for (const said of [
      'opiekun faktyczny',
      'Opieka w domu',
      'Dowóz na badania',
      'Łucja Święcicka-Żółć',
      '17 maja 1944',
      'Żaneta Ćwik',
      '00-000',
      'zgoda wyrażona',
    ])
      expect(check.text).toContain(said);

    const sent = await check.submit({}, { button: 'Wyślij zgłoszenie' });
    expect(sent.heading).toBe('Zgłoszenie przyjęte');
    const record = await row('select code, id from cases.record order by opened_at desc, id desc limit 1');
    for (const group of String(record['code']).split('-')) expect(sent.text).toContain(group);
    expect((await sent.follow('Pobierz potwierdzenie (PDF)')).response.headers.get('content-type')).toBe('application/pdf');

    const [request] = await inApp(app, (scope) => listRequestsOfCase(scope, String(record['id'])));
    expect(request).toMatchObject({
      kind: 'application',
      applicantType: 'actualCarer',
      serviceIds: ids,
      isUrgent: false,
      channel: 'online',
    });
    const letter = await row('select * from platform.letter order by created_at desc limit 1');
    expect(letter).toMatchObject({ to_address: 'zaneta@example.org' });
    expect(letter['body']).toContain(record['code']);
    expect(letter['body']).not.toMatch(/Łucja|Święcicka|Opieka|Dowóz/);
    expect((await visitor.get(app.at('/moja-sprawa/przebieg'))).text).toContain('Opieka w domu');
  });

  test('a list of one’s own is asked for with one button, and stands first where services are chosen', async () => {
    const { app, ids } = await withServices('Aerobik', 'Obiady', 'Zakupy');
    const visitor = app.as('anonymous');
    const wanted = ids.slice(1).toReversed();
    for (const id of wanted) await visitor.post(app.at('/moja-lista/dodaj'), new URLSearchParams({ usluga: id }));
    const start = await (await visitor.get(app.at('/moja-lista'))).follow('Poproś o te usługi');
    expect(start.text).toContain('zaznaczymy 2 usługi z Twojej listy');
    let page = await start.submit({}, { button: 'Zacznij' });
    const steps = [page.find('.ok-steps-text').textContent];
    page = await page.submit({ applicantType: 'actualCarer' }, { button: 'Dalej' });
    steps.push(page.find('.ok-steps-text').textContent);
    expect(steps.map((said) => said?.slice(0, 10))).toEqual(['Krok 1 z 9', 'Krok 2 z 9']);
    const boxes = page.findAll('input[name=services]');
    expect(boxes.flatMap((box) => (box.hasAttribute('checked') ? [box.getAttribute('value')] : [])).toSorted()).toEqual(wanted.toSorted());

    // Begun without the list, the request offers what is on it first.
    const other = app.as('anonymous');
    await other.post(app.at('/moja-lista/dodaj'), new URLSearchParams({ usluga: wanted[0] ?? '' }));
    await (await other.get(app.at('/zgloszenie'))).submit({}, { button: 'Zacznij' });
    const choosing = await other.get(app.at('/zgloszenie/uslugi'));
    expect(choosing.findAll('input[name=services]')[0]?.getAttribute('value')).toBe(wanted[0]);
    expect(choosing.text).toContain('Na początku są usługi z Twojej listy.');
  });

  test('a service can be chosen beforehand and an answer changed from the check', async () => {
    const { app, ids } = await withServices('Złota rączka');
    const visitor = app.as('anonymous');
    let page = await (await visitor.get(app.at(`/zgloszenie?usluga=${ids[0]}`))).submit({}, { button: 'Zacznij' });
    page = await page.submit({ applicantType: 'self' }, { button: 'Dalej' });
    expect(page.find(`input[value="${ids[0]}"]`).hasAttribute('checked')).toBe(true);
    expect((await visitor.get(app.at('/zgloszenie'))).text).toContain('Masz już zaczęte zgłoszenie');
    page = await visitor.get(app.at('/zgloszenie/osoba'));
    expect(page.heading).toBe('Twoje dane');
    page = await page.submit({ givenName: 'Jan', familyName: 'Przykładowy', birthDate: '3.05.1948' }, { button: 'Dalej' });
    expect(page.heading).toBe('Gdzie mieszkasz?');
    page = await page.submit({ noAddress: true }, { button: 'Dalej' });
    page = await page.submit({ phone: '52 123 45 67', preferredContact: 'phone' }, { button: 'Dalej' });
    page = await page.submit({ urgent: 'yes' }, { button: 'Dalej' });
    page = await page.submit({}, { button: 'Dalej' });
    page = await page.submit({}, { button: 'Dalej' });
    expect(page.heading).toBe('Sprawdź odpowiedzi');
    page = await page.follow('Zmień');
    page = await visitor.get(app.at('/zgloszenie/osoba?zmiana=1'));
    page = await page.submit({ givenName: 'Janusz' }, { button: 'Dalej' });
    expect(page.heading).toBe('Sprawdź odpowiedzi');
    expect(page.text).toContain('Janusz Przykładowy');
  });

  test('sending twice, also from two windows, files once and answers the same', async () => {
    const { app, ids } = await withServices('Teleopieka');
    const visitor = app.as('anonymous');
    const check = await atCheck(app, visitor, ids);
    const before = await count('cases.record');
    const other = await visitor.get(app.at('/zgloszenie/sprawdz'));
    const [first, second, third] = await Promise.all([check.submit(), check.submit(), other.submit()]);
    for (const answer of [first, second, third]) expect(answer.heading).toBe('Zgłoszenie przyjęte');
    expect(await count('cases.record')).toBe(before + 1);
    expect((await check.submit()).heading).toBe('Zgłoszenie przyjęte');
    expect(await count('cases.record')).toBe(before + 1);
  });

  test('an answer lost on the way is found again by the draft, and not after the case was left', async () => {
    const { app, ids } = await withServices('Obiady');
    const visitor = app.as('anonymous');
    const check = await atCheck(app, visitor, ids);
    const form = check.find('form[action$="/wyslij"]');
    const body = new URLSearchParams([...form.querySelectorAll('input')].map((input) => [input.name, input.value]));
    // The request is filed, but neither the redirect nor the cookie of the case arrives.
    const draftOnly = visitor.cookie('okienko_request') ?? '';
    const lost = await app
      .as('anonymous')
      .send(app.at('/zgloszenie/wyslij'), { method: 'POST', body, headers: { cookie: `okienko_request=${draftOnly}` } });
    expect(lost.status).toBe(303);
    const found = await visitor.get(app.at('/zgloszenie/wyslane'));
    expect(found.heading).toBe('Zgłoszenie przyjęte');
    expect(found.text).toContain('Na wspólnym komputerze zakończ oglądanie');
    expect((await visitor.get(app.at('/zgloszenie/wyslane'))).heading).toBe('Zgłoszenie przyjęte');
    const left = await (await visitor.get(app.at('/moja-sprawa/przebieg'))).submit({}, { button: 'Zakończ oglądanie' });
    expect(left.heading).toBe('Moja sprawa');
    const gone = await visitor.get(app.at('/zgloszenie/wyslane'));
    expect(gone.status).toBe(410);
    expect(gone.heading).toBe('Moja sprawa');
    // It is no success, and says what to do.
    expect(gone.text).toMatch(/^(?!.*Udało się).*Ta strona jest już niedostępna/s);
  });

  test('answers changed in another window are noticed before sending', async () => {
    const { app, ids } = await withServices('Pomoc prawna');
    const visitor = app.as('anonymous');
    const check = await atCheck(app, visitor, ids);
    await (await visitor.get(app.at('/zgloszenie/osoba'))).submit({ givenName: 'Lucyna' }, { button: 'Dalej' });
    const again = await check.submit();
    expect(again.status).toBe(409);
    expect(again.text).toContain('Lucyna');
    expect((await again.submit()).heading).toBe('Zgłoszenie przyjęte');
  });
});

describe('two windows on one draft', () => {
  /** Two pages of the same question, as two devices have them. */
  async function twoPages(step: string) {
    const { app, ids } = await withServices('Pranie', 'Prasowanie');
    const visitor = app.as('anonymous');
    await atCheck(app, visitor, ids);
    const [one, two] = [await visitor.get(app.at(`/zgloszenie/${step}`)), await visitor.get(app.at(`/zgloszenie/${step}`))];
    return { app, visitor, one, two, ids };
  }
  test('the later one is shown both addresses and decides; nothing is replaced unseen', async () => {
    const { app, visitor, one, two } = await twoPages('adres');
    await two.submit({ addressLine: 'ul. Leśna 4/2' }, { button: 'Dalej' });
    const late = await one.submit({ addressLine: 'Inny Adres 9', town: 'Bydgoszcz' }, { button: 'Dalej' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Te odpowiedzi zmieniono w innym oknie');
    const compared = late.findAll('.ok-conflict').map((each) => each.textContent ?? '');
    expect(compared).toHaveLength(2);
    for (const said of ['Ulica i numer', 'ul. Leśna 4/2', 'Inny']) expect(compared[0]).toContain(said);
    expect(late.find('#f-addressLine').getAttribute('value')).toBe('Inny Adres 9');
    // Beside the other text nothing is saved by itself.
    expect(late.findAll('main ok-autosave')).toEqual([]);
    expect((await visitor.get(app.at('/zgloszenie/adres'))).find('#f-addressLine').getAttribute('value')).toBe('ul. Leśna 4/2');
    expect((await late.submit({}, { button: 'Dalej' })).status).toBe(200);
    expect((await visitor.get(app.at('/zgloszenie/adres'))).find('#f-addressLine').getAttribute('value')).toBe('Inny Adres 9');
  });

  test('saving while writing goes on from its own text, and stops at somebody else’s', async () => {
    const { app, visitor, one, two } = await twoPages('sytuacja');
    const save = (situation: string, version: string) =>
      visitor.send(app.at('/zgloszenie/sytuacja?zapis=1'), {
        method: 'POST',
        body: new URLSearchParams({ situation, urgent: 'no', _version: version }),
      });
    const version = one.find('input[name=_version]').getAttribute('value') ?? '';
    const first = await save('Mama', version);
    expect(first.status).toBe(204);
    expect((await save('Mama upadła', first.headers.get('okienko-version') ?? '')).status).toBe(204);
    expect((await save('Co innego', version)).status).toBe(409);
    // The same answer given twice is no conflict.
    expect((await two.submit({ situation: 'Mama upadła', urgent: 'no' }, { button: 'Dalej' })).status).toBe(200);
  });

  test('chosen services are compared by their names', async () => {
    const { one, two, ids } = await twoPages('uslugi');
    await two.submit({ services: ids.slice(0, 1) }, { button: 'Dalej' });
    const late = await one.submit({ services: ids.slice(1) }, { button: 'Dalej' });
    expect(late.status).toBe(409);
    expect(late.find('.ok-conflict').textContent).toMatch(/Pranie.*Prasowanie/);
  });
});

describe('whether a person is known', () => {
  test('cannot be told: the same PESEL leads to the same person, silently, also at the same time', async () => {
    const { app, ids } = await withServices('Opieka wytchnieniowa');
    const pesel = Pesel.compose(Temporal.PlainDate.from('1944-05-17'), 1234).reveal();
    const checks = await Promise.all([app.as('anonymous'), app.as('anonymous')].map((visitor) => atCheck(app, visitor, ids, pesel)));
    const answers = await Promise.all(checks.map((check) => check.submit()));
    expect(answers.map((answer) => answer.heading)).toEqual(['Zgłoszenie przyjęte', 'Zgłoszenie przyjęte']);
    expect(await count(`people.person where pesel = '${pesel}'`)).toBe(1);
    expect(await count(`cases.record where person_id = (select id from people.person where pesel = '${pesel}')`)).toBe(2);
    expect(await count(`requests.request where told::text like '%${pesel}%'`)).toBe(0);
  });
});

describe('finishing later', () => {
  test('the code and the link open the draft on another device; a wrong code opens nothing', async () => {
    const { app, ids } = await withServices('Korepetycje');
    const visitor = app.as('anonymous');
    let page = await (await visitor.get(app.at('/zgloszenie'))).submit({}, { button: 'Zacznij' });
    page = await page.submit({ applicantType: 'self' }, { button: 'Dalej' });
    page = await page.submit({ services: ids }, { button: 'Dalej' });
    // What is not yet right is kept as well.
    const later = await page.submit({ givenName: 'Zoë 🧡', birthDate: 'kiedyś w maju' }, { button: 'Zapisz i dokończ później' });
    expect(later.heading).toBe('Dokończ później');
    const code = /[0-9A-Z]( [0-9A-Z]){3}, [0-9A-Z]( [0-9A-Z]){3}, [0-9A-Z]( [0-9A-Z]){3}/.exec(later.text)?.[0].replace(/[ ,]/g, '') ?? '';
    const mailed = await later.submit({ mailTo: 'ja@example.org' });
    expect(mailed.body).toContain('List jest w drodze');
    expect((await later.submit({ mailTo: 'to nie adres' })).status).toBe(409); // the form was sent already
    expect((await mailed.submit({ mailTo: 'to nie adres' })).status).toBe(422);

    const elsewhere = app.as('anonymous');
    const wrong = await (await elsewhere.get(app.at('/zgloszenie/wznow'))).submit({ code: '0000-0000-0000' });
    expect(wrong.status).toBe(422);
    const opened = await wrong.submit({ code: code.toLowerCase() });
    expect(opened.heading).toBe('Twoje dane');
    expect(opened.find('#f-givenName').getAttribute('value')).toBe('Zoë 🧡');
    expect(opened.find('#f-birthDate').getAttribute('value')).toBe('kiedyś w maju');

    // The page shows the code in groups, so people type it with spaces.
    const inGroups = code.toLowerCase().replace(/.{4}/g, '$& ');
    const dictated = await (await app.as('anonymous').get(app.at('/zgloszenie/wznow'))).submit({ code: inGroups });
    expect(dictated.heading).toBe('Twoje dane');
  });

  test('a draft expires, and what is typed afterwards begins a new one instead of being lost', async () => {
    let now = Temporal.Instant.from('2026-03-02T09:00:00+01:00');
    const app = await openApp({ clock: () => now });
    const visitor = app.as('anonymous');
    const who = await (await visitor.get(app.at('/zgloszenie'))).submit({}, { button: 'Zacznij' });
    now = now.add({ hours: 24 * 31 });
    expect((await visitor.get(app.at('/zgloszenie/osoba'))).heading).toBe('Poproś o usługi');
    const next = await who.submit({ applicantType: 'self' }, { button: 'Dalej' });
    expect(next.heading).toBe('O które usługi prosisz?');
  });
});

const nasty = {
  empty: '',
  overlong: 'ż'.repeat(10_001),
  script: '<script>alert(1)</script>',
  'right-to-left': '\u202Eabc\u202C',
  emoji: '👩🏽‍🦽 pomoc',
  'with NUL': 'a\u0000b',
};

describe('whatever is typed', () => {
  const pages = {
    kto: ['applicantType'],
    uslugi: ['services', 'words'],
    osoba: ['givenName', 'familyName', 'birthDate', 'pesel', 'documentKind', 'documentNumber'],
    zglaszajacy: ['applicantGivenName'],
    adres: ['addressLine', 'postcode', 'town'],
    kontakt: ['phone', 'email', 'preferredContact', 'language'],
    sytuacja: ['situation', 'urgent'],
    zgody: ['forwarding', 'seenConsents'],
  };
  test.each(Object.entries(nasty))('%s text is answered by a page that keeps it', async (_, typed) => {
    const { app } = await withServices('Basen');
    const visitor = app.as('anonymous');
    for (const [step, names] of Object.entries(pages)) {
      const body = new URLSearchParams(names.map((name) => [name, typed]));
      const answer = await visitor.send(app.at(`/zgloszenie/${step}`), { method: 'POST', body });
      expect([303, 422], step).toContain(answer.status);
      const html = await answer.text();
      expect(html).not.toContain('<script>alert');
      if (answer.status === 422 && step !== 'zgody') expect(html).toContain('error-summary-title');
    }
    // All of it is still there, also what was too long or wrong.
    const clean = typed.replace(/[\u0000\u202A-\u202E]/g, '');
    expect((await visitor.get(app.at('/zgloszenie/sytuacja'))).find('#f-situation').textContent).toContain(clean);
    expect((await visitor.get(app.at('/zgloszenie/osoba'))).find('#f-givenName').getAttribute('value')).toBe(clean);
    expect((await visitor.get(app.at('/zgloszenie/sprawdz'))).redirects).toHaveLength(1);
  });

  test('dates and numbers that cannot be are explained one by one', async () => {
    const app = await openApp();
    const visitor = app.as('anonymous');
    await (await visitor.get(app.at('/zgloszenie'))).submit({}, { button: 'Zacznij' });
    const send = async (step: string, typed: Record<string, string>) =>
      (await visitor.send(app.at(`/zgloszenie/${step}`), { method: 'POST', body: new URLSearchParams(typed) })).text();
    const told = (typed: Record<string, string>) => send('osoba', { givenName: 'A', familyName: 'B', ...typed });
    expect(await told({ birthDate: '31.02.1950' })).toContain('Takiego dnia nie ma w kalendarzu');
    expect(await told({ birthDate: 'w maju' })).toContain('Wpisz ją jak 27.03.1951');
    expect(await told({ givenName: '🦄', birthDate: '1.01.1950' })).toContain('Wpisz co najmniej jedną literę');
    expect(await told({ familyName: '-', birthDate: '1.01.1950' })).toContain('Wpisz co najmniej jedną literę');
    expect(await told({ birthDate: '2.03.2027' })).toContain('jeszcze nie nadeszła');
    expect(await told({ birthDate: '1.01.1812' })).toContain('za wczesna');
    expect(await told({ birthDate: '1.01.1950', pesel: '12345678901' })).toContain('Sprawdź PESEL');
    const pesel = Pesel.compose(Temporal.PlainDate.from('1950-01-02'), 77).reveal();
    expect(await told({ birthDate: '1.01.1950', pesel })).toContain('nie zgadza się z numerem PESEL');
    expect(await told({ birthDate: '1.01.1950', documentNumber: 'AB 1' })).toContain('Wybierz rodzaj dokumentu');
    const contact = (typed: Record<string, string>) => send('kontakt', { language: 'pl', ...typed });
    expect(await contact({ preferredContact: 'phone' })).toContain('Wpisz telefon');
    expect(await contact({ preferredContact: 'post' })).toContain('Bez adresu nie wyślemy listu');
    expect(await contact({ phone: '12', email: 'a@b', preferredContact: 'email' })).toContain('Sprawdź numer telefonu');
  });

  test('a foreign, malformed or ended service is refused and named so', async () => {
    const { app } = await withServices('Jedyna');
    const visitor = app.as('anonymous');
    await (await visitor.get(app.at('/zgloszenie'))).submit({}, { button: 'Zacznij' });
    for (const id of ['0192f5a1-0000-7000-8000-00000000beef', "'; drop table cases.record; --", '../..']) {
      const answer = await visitor.send(app.at('/zgloszenie/uslugi'), { method: 'POST', body: new URLSearchParams({ services: id }) });
      expect(answer.status).toBe(422);
    }
    expect((await visitor.get(app.at('/zgloszenie?usluga=xyz'))).status).toBe(200);
    expect((await visitor.get(app.at('/zgloszenie/nie-ma'))).status).toBe(404);
  });

  test('a draft of one centre is not seen in another', async () => {
    const { app } = await withServices('Wycieczki');
    const visitor = app.as('anonymous');
    await (await visitor.get(app.at('/zgloszenie'))).submit({}, { button: 'Zacznij' });
    expect((await visitor.get('/lipowo/zgloszenie/kto')).path).toBe('/lipowo/zgloszenie');
  });
});
