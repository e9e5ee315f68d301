import { describe, expect, test } from 'vitest';
import { anonymous } from '#shared/actor.ts';
import { Pesel } from '#shared/pesel.ts';
import { inCentre } from '#platform/db/index.ts';
import { findDocument, listDocuments } from '#platform/documents/archive.ts';
import { readPdf } from '#platform/documents/testing.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { getCase } from '#modules/cases/index.ts';
import { registerPerson, type PersonDetails } from '#modules/people/index.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { reportNeed } from '../../index.ts';

const inApp = <T>(app: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(app.world.database, centreA.id, (tx) =>
    work(
      makeScope({
        world: app.world,
        tx,
        centre: centreA,
        actor: anonymous,
        now: app.world.clock(),
        lang: 'pl',
        door: 'test',
        requestId: 'test',
      }),
    ),
  );
const count = (of: string) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return Number((await client.query(`select count(*) from ${of}`)).rows[0].count);
  });
const someone: PersonDetails = {
  givenName: 'Wacław',
  familyName: 'Brzęczyszczak',
  birthDate: Temporal.PlainDate.from('1951-03-27'),
  pesel: null,
  document: null,
  addressLine: null,
  postcode: null,
  town: 'Jodłowo',
  phone: null,
  email: null,
  preferredContact: null,
  language: 'pl',
};
/** The text of a document that was printed into a case. */
const printed = (app: TestApp, caseId: string, wanted = 'confirmation') =>
  inApp(app, async (scope) => {
    const paper = (await listDocuments(scope, caseId)).find(({ kind }) => kind === wanted);
    const found = await findDocument(scope, caseId, paper?.id ?? '');
    return (await readPdf(found?.bytes ?? new Uint8Array())).text;
  });
const caseIdOf = (path: string) => path.split('/').at(-1) ?? '';

describe('taking a request at the desk', () => {
  test('a known person is asked about before being written down again, whatever accents were typed', async () => {
    const app = await openApp();
    const { serviceId, knownId } = await inApp(app, async (scope) => ({
      serviceId: await aService(scope, 'Dowóz'),
      knownId: await registerPerson(scope, someone),
    }));
    const typed = {
      channel: 'phone',
      receivedOn: '1 marca 2026',
      givenName: 'Waclaw',
      familyName: 'Brzeczyszczak',
      birthDate: '27.03.1951',
      services: [serviceId],
      situation: 'Dzwoniła sąsiadka 🧡',
      phone: '600 100 201',
    };
    const desk = app.as('frontDesk');
    const form = await desk.get(app.at('/praca/zgloszenia/nowe'));
    expect(form.text).toContain('W sprawie zostanie zapisane, że tę informację przekazano');
    const asked = await form.submit(typed);
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('Czy to ta sama osoba?');
    expect(asked.find('#f-situation').textContent).toContain('Dzwoniła sąsiadka 🧡');
    expect(await count('cases.record')).toBe(0);

    const undecided = await asked.submit({});
    expect(undecided.text).toContain('Zdecyduj, czy to ta sama osoba');
    const unexplained = await undecided.submit({ samePerson: 'other' });
    expect(unexplained.text).toContain('Napisz, skąd wiadomo');
    const filed = await unexplained.submit({ samePerson: knownId });
    expect(filed.heading).toContain('Wacław Brzęczyszczak');
    expect(filed.text).toContain('Dzwoniła sąsiadka');
    expect(filed.text).toContain('600 100 201 (podany w zgłoszeniu)');
    expect(filed.text).not.toContain('Inne sprawy tej osoby');
    expect(await count('people.person')).toBe(1);
    const twice = await (await desk.get(app.at('/praca/zgloszenia/nowe'))).submit({ ...typed, givenName: 'Wacław', situation: '' });
    const second = await twice.submit({ samePerson: knownId });
    const number = (page: { readonly text: string }) => /CUS\.\d{4}\.\d{6}/.exec(page.text)?.[0] ?? '';
    expect(second.text).toMatch(/Inne sprawy tej osoby/);
    expect((await second.follow(number(filed))).heading).toContain('Wacław');

    const other = await (
      await form.submit(typed)
    ).submit({
      samePerson: 'other',
      otherReason: 'Inny adres i inny ojciec',
    });
    expect(other.text).toContain('Inny adres i inny ojciec');
    expect(await count('people.person')).toBe(2);
  });

  test('the same PESEL is the same person: nothing else can be chosen', async () => {
    const app = await openApp();
    const pesel = Pesel.compose(Temporal.PlainDate.from('1960-01-02'), 3333);
    const { serviceId, knownId } = await inApp(app, async (scope) => {
      const id = await registerPerson(scope, { ...someone, familyName: 'Inny', birthDate: pesel.birthDate, pesel });
      return { serviceId: await aService(scope, 'Teleopieka'), knownId: id };
    });
    const before = await count('people.person');
    const body = new URLSearchParams({
      channel: 'post',
      receivedOn: '1.03.2026',
      applicantType: 'self',
      givenName: 'Zupełnie',
      familyName: 'Ktoś',
      birthDate: '',
      pesel: pesel.reveal(),
      language: 'pl',
      services: serviceId,
      samePerson: 'other',
      otherReason: 'bo tak',
      askedAbout: knownId,
      _key: '0192f5a1-0000-7000-8000-0000000000aa',
    });
    const desk = app.as('frontDesk');
    body.set('receivedOn', '1.03.2016');
    const slip = await desk.send(app.at('/praca/zgloszenia/nowe'), { method: 'POST', body });
    expect([slip.status, (await slip.text()).includes('Sprawdź rok')]).toEqual([422, true]);
    body.set('receivedOn', '1.03.2026');
    const answer = await desk.send(app.at('/praca/zgloszenia/nowe'), { method: 'POST', body });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).not.toContain('name="samePerson" value="other"');
    expect(html).toContain('ten sam PESEL');
    expect(await count('people.person')).toBe(before);
    expect(await count("audit.entry where event = 'requests.person.compared'")).toBeGreaterThan(0);
  });

  test.each([
    ['empty', ''],
    ['overlong', 'ż'.repeat(10_001)],
    ['script', '<script>alert(1)</script>'],
    ['right-to-left and NUL', '\u202Ea\u0000b'],
  ])('%s texts come back with explanations', async (_, typed) => {
    const app = await openApp();
    const names = [
      'channel',
      'receivedOn',
      'applicantType',
      'givenName',
      'familyName',
      'birthDate',
      'pesel',
      'services',
      'situation',
      'samePerson',
      'reporter',
      'description',
    ];
    for (const path of ['/praca/zgloszenia/nowe', '/praca/zgloszenia/potrzeba', '/potrzeba']) {
      const body = new URLSearchParams([...names.map((name): [string, string] => [name, typed]), ['_key', crypto.randomUUID()]]);
      const visitor = path === '/potrzeba' ? app.as('anonymous') : app.as('serviceOrganiser');
      const answer = await visitor.send(app.at(path), { method: 'POST', body });
      expect(answer.status, path).toBe(422);
      const html = await answer.text();
      expect(html).toContain('error-summary-title');
      expect(html).not.toContain('<script>alert');
    }
  });
});

describe('a need that somebody reports', () => {
  test('is asked about at the desk as of somebody else, also when a mistake is shown', async () => {
    const app = await openApp();
    const form = await app.as('frontDesk').get(app.at('/praca/zgloszenia/potrzeba'));
    const wrong = await form.submit({ channel: 'phone', anonymous: 'no' });
    for (const page of [form, wrong]) expect(page.text).not.toMatch(/jesteś|Twoje|Twój|Tobą|Chcę|podajesz|żebyśmy/);
    expect(form.text).toContain('Kto zgłasza potrzebę?');
    expect(wrong.text).toContain('Zaznacz, kto zgłasza potrzebę.');
  });

  test('comes from the portal without any personal data, is thanked for, and becomes a request of a person', async () => {
    const app = await openApp();
    const serviceId = await inApp(app, (scope) => aService(scope, 'Obiady'));
    const visitor = app.as('anonymous');
    const thanks = await (
      await visitor.get(app.at('/potrzeba'))
    ).submit({
      reporter: 'neighbour',
      description: 'Pani z parteru od tygodnia nie wychodzi.',
      urgent: 'yes',
      personName: 'Halina Zmyślona',
      anonymous: 'yes',
      ownEmail: 'ktos@example.org',
    });
    expect(thanks.heading).toBe('Dziękujemy za wiadomość');
    expect(thanks.text).toContain('9 marca 2026');
    expect(thanks.text).toContain('oznaczone jako pilne');
    expect(await count('platform.letter')).toBe(0); // anonymous means anonymous

    const desk = app.as('frontDesk');
    const inbox = await desk.get(app.at('/praca/sprawy?stan=NEED_REPORTED'));
    expect(inbox.text).toContain('Pilne');
    expect(thanks.find('.ok-notice p a[href="tel:112"]').textContent).toBe('112');
    const file = await inbox.follow(/Halina Zmyślona \(dane niepotwierdzone\)/);
    expect(file.heading).toContain('Halina Zmyślona (dane niepotwierdzone)');
    expect(file.text).toContain('nie wychodzi');
    expect(file.body).not.toContain('ktos@example.org');
    // Whoever comes after sees how the desk tried to reach her.
    const contact = await file.follow('Zapisz próbę kontaktu');
    const wrong = await contact.submit({ kind: 'attempt', madeOn: '1.01.2020', madeAt: '25:00' });
    expect(wrong.status).toBe(422);
    for (const told of ['Tego dnia nie było jeszcze sprawy', 'Wpisz godzinę jak 14:30', 'Zaznacz, w jaki sposób'])
      expect(wrong.text).toContain(told);
    const typedContact = { kind: 'attempt', way: 'visit', madeOn: '2.03.2026', madeAt: '', note: 'Nikt nie otwiera, powiadomiono policję' };
    const attempted = await wrong.submit(typedContact);
    expect(attempted.text).toContain('Próba bez skutku – wizyta pod adresem');
    expect(attempted.text).toContain('powiadomiono policję');
    expect((await (await attempted.follow('Zapisz próbę kontaktu')).submit({ kind: 'handedOver' })).text).toContain('kto przejął sprawę');
    const form = await file.follow('Zapisz jako zgłoszenie o usługi');
    expect(form.find('#f-familyName').getAttribute('value')).toBe('Zmyślona');
    // The neighbour was promised that nobody will learn of them: their words stay with the staff.
    expect(form.find('#f-situation').textContent?.trim()).toBe('');
    expect(form.text).toContain('od tygodnia nie wychodzi');
    expect(form.document.querySelectorAll('input[name=applicantType][checked]')).toHaveLength(0);
    const unasked = await form.submit({ channel: 'visit', receivedOn: '2.03.2026', services: [serviceId] });
    expect(unasked.text).toContain('Zaznacz, w czyim imieniu jest prośba.');
    const typed = { channel: 'visit', receivedOn: '2.03.2026', applicantType: 'self', services: [serviceId] };
    const filed = await unasked.submit(typed);
    expect(filed.heading).toContain('Halina Zmyślona');
    expect(filed.text).toMatch(/Brakuje daty urodzenia: kod \S+ zadziała/);
    const paper = await printed(app, caseIdOf(filed.url.pathname));
    expect(paper).not.toContain('nie wychodzi');
    expect(paper).toContain('Nie znamy jeszcze daty urodzenia');
    const { state, record } = await inApp(app, (scope) => getCase(scope, caseIdOf(filed.url.pathname)));
    expect(state.status).toBe('APPLIED');
    expect(record.searchText).toContain('halina zmyslona');
    // The old form again: the need is a request already.
    expect((await form.submit({ ...typed, situation: 'znowu' })).status).toBe(409);
  });

  test('may end with information; two windows do not both end it', async () => {
    const app = await openApp();
    const need = await inApp(app, async (scope) => {
      const reported = await reportNeed(scope, {
        reporter: 'school',
        isAnonymous: false,
        channel: 'phone',
        receivedOn: scope.today,
        description: 'Uczeń często głodny',
        isUrgent: false,
        told: { person: { name: null, contact: null, whereabouts: null }, reporter: { name: 'Szkoła', phone: null, email: null } },
      });
      if (!reported.ok) throw new Error('refused');
      return reported.value.caseId;
    });
    const desk = app.as('frontDesk');
    const [one, two] = [
      await desk.get(app.at(`/praca/sprawy/${need}/informacja`)),
      await desk.get(app.at(`/praca/sprawy/${need}/informacja`)),
    ];
    expect((await one.submit({ note: '' })).status).toBe(422);
    expect((await one.submit({ note: 'Rozmowa z mamą' })).body).toContain('Zapisano udzielenie informacji');
    const late = await two.submit({ note: 'Rozmowa z tatą' });
    expect(late.status).toBe(409);
    expect(late.find('#f-note').textContent).toContain('Rozmowa z tatą');
  });
});

test('what is missing is asked for and completed by the resident, who also takes the consent back', async () => {
  const app = await openApp();
  const serviceId = await inApp(app, (scope) => aService(scope, 'Korepetycje'));
  const desk = app.as('frontDesk');
  const filed = await (
    await desk.get(app.at('/praca/zgloszenia/nowe'))
  ).submit({
    channel: 'inPerson',
    receivedOn: '2026-03-02',
    givenName: 'Maja',
    familyName: 'Wymyślona',
    email: 'maja@example.org',
    services: [serviceId],
    forwarding: true,
  });
  const asking = await filed.follow('Poproś o uzupełnienie');
  expect(asking.text).toContain('7 dni');
  const file = await asking.submit({ note: 'numer PESEL\n\n  adres ' });
  expect(file.text).toContain('numer PESEL');
  const letter = await asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (await client.query("select body from platform.letter where subject like 'Prosimy%'")).rows[0] as { body: string };
  });
  expect(letter.body).not.toContain('PESEL');

  const resident = app.as({ kind: 'caseHolder', caseId: caseIdOf(file.url.pathname) });
  const mine = await resident.get(app.at('/moja-sprawa/przebieg'));
  expect(mine.text).toContain('Zgoda na przekazanie zgłoszenia: wyrażona');
  const empty = await mine.submit({ note: ' ' });
  expect(empty.status).toBe(422);
  const done = await empty.submit({ note: 'Adres: Jodłowo 3' });
  expect(done.body).toContain('Uzupełnienie przyjęte');
  const withdrawn = await done.submit({}, { form: app.at('/moja-sprawa/zgoda') });
  expect(withdrawn.text).toContain('cofnięta 2 marca 2026');
});

test('without an e-mail the desk learns that nobody knows yet, prints a letter, and keeps the day from which the time runs', async () => {
  const app = await openApp();
  const serviceId = await inApp(app, (scope) => aService(scope, 'Pranie'));
  const filed = await (
    await app.as('frontDesk').get(app.at('/praca/zgloszenia/nowe'))
  ).submit({
    channel: 'phone',
    receivedOn: '2026-03-02',
    givenName: 'Roch',
    familyName: 'Beznadawcy',
    phone: '600 100 203',
    services: [serviceId],
  });
  const asked = await (await filed.follow('Poproś o uzupełnienie')).submit({ note: 'zaświadczenie lekarza' });
  expect(asked.text).toContain('nikt jeszcze o tym nie wie');
  expect(asked.text).toContain('zadzwoń (600 100 203) albo wyślij pismo');
  const caseId = caseIdOf(asked.url.pathname);
  const letter = await printed(app, caseId, 'summons');
  for (const part of ['Roch Beznadawcy', 'zaświadczenie lekarza', '7 dni']) expect(letter).toContain(part);
  const told = await (
    await asked.follow('Zapisz, kiedy się dowiedziała')
  ).submit({ kind: 'toldWhatIsMissing', way: 'phone', madeOn: '2.03.2026' });
  expect(told.text).toContain('Ma czas do 9 marca 2026 włącznie');
  expect(told.text).not.toContain('Nikt jeszcze nie zapisał, że osoba wie');
});

describe('unsent text at the desk', () => {
  const kept = { givenName: 'Wacław', familyName: 'Testowy', situation: 'Dzwoni po raz drugi <script>' };
  test('is offered to its author and put into the form only when asked for: the next caller is somebody else', async () => {
    const app = await openApp();
    const desk = app.as('frontDesk');
    for (const [path, typed, field] of [
      ['/praca/zgloszenia/nowe', kept, 'situation'],
      ['/praca/zgloszenia/potrzeba', { description: 'Sąsiadka mówi, że <b>' }, 'description'],
    ] as const) {
      const address = app.at(path);
      expect((await desk.get(address)).find('main ok-autosave').getAttribute('address')).toBe(`${address}/szkic`);
      await desk.send(`${address}/szkic`, { method: 'POST', body: new URLSearchParams(typed) });
      const offered = await desk.get(address);
      expect(offered.find(`textarea[name=${field}]`).textContent?.trim()).toBe('');
      const loaded = await offered.follow('Wczytaj go do formularza');
      expect(loaded.find(`textarea[name=${field}]`).textContent).toContain(Object.values(typed).at(-1));
      expect((await app.as('frontDesk', { userId: '0192f5a1-0000-7000-8000-000000000077' }).get(address)).text).not.toContain('niewysłany');
      const blank = await offered.submit({}, { form: /szkic/ });
      expect(blank.text).not.toContain('niewysłany');
    }
  });

  test('a request from a need that somebody else took meanwhile comes back whole', async () => {
    const app = await openApp();
    const serviceId = await inApp(app, (scope) => aService(scope, 'Dowóz do lekarza'));
    const told = {
      person: { name: 'Wacława Testowa', whereabouts: 'ul. Źródlana 3', contact: null },
      reporter: { name: null, phone: null, email: null },
    };
    const reported = await inApp(app, (scope) =>
      reportNeed(scope, {
        reporter: 'neighbour',
        isAnonymous: true,
        channel: 'phone',
        receivedOn: scope.today,
        description: 'Nie wychodzi z domu',
        isUrgent: false,
        told,
      }),
    );
    if (!reported.ok) throw new Error(JSON.stringify(reported.refusal));
    const address = `${app.at('/praca/zgloszenia/nowe')}?sprawa=${reported.value.caseId}`;
    const [first, second] = [await app.as('frontDesk').get(address), await app.as('frontDesk').get(address)];
    const typed = {
      channel: 'phone',
      receivedOn: '1 marca 2026',
      applicantType: 'self',
      givenName: 'Wacława',
      familyName: 'Testowa',
      birthDate: '27.03.1951',
      services: [serviceId],
      phone: '600 100 200',
    };
    expect((await first.submit(typed)).status).toBe(200);
    const late = await second.submit({ ...typed, situation: 'Druga osoba zapisała więcej' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Ktoś zmienił tę sprawę');
    expect(late.find('textarea[name=situation]').textContent).toContain('Druga osoba zapisała więcej');
  });
});
