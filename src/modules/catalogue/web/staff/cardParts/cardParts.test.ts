import { describe, expect, test } from 'vitest';
import { openApp, type Page, type TestApp } from '#tests/support/app.ts';

const add = async (app: TestApp, typed: Record<string, string | string[]> = {}): Promise<Page> => {
  const form = await app.as('serviceOrganiser').get(app.at('/praca/uslugi/nowa'));
  const valid = { name: 'Klub seniora', areas: ['4'], status: 'active', scope: 'Spotkania przy herbacie.' };
  const added = await form.submit({ ...valid, ...typed }, { button: 'Zapisz kartę' });
  // Another card of this file may have the name: that is asked about first.
  return added.status === 422 ? added.submit({}, { button: 'Zapisz kartę' }) : added;
};
const save = { button: 'Zapisz' };

describe('several prices', () => {
  test('rows are added, filled, moved and removed without scripts; nothing typed is lost on the way', async () => {
    const app = await openApp();
    const costs = await (await add(app)).follow('Opłaty i dokumenty');
    const one = await costs.submit({ 'program.0.name': 'Aktywni' }, { button: 'Dodaj cenę' });
    const two = await one.submit({ 'costOptions.0.option': 'Obiad z dowozem', 'costOptions.0.amount': 'dużo' }, { button: 'Dodaj cenę' });
    expect(two.find('[autofocus] legend').textContent).toMatch(/^Cena 2\b/);
    const turned = await two.submit({ 'costOptions.1.option': 'Obiad', 'costOptions.1.amount': '18,50' }, { button: 'Wyżej: Cena 2' });
    expect(turned.find('input[name="costOptions.0.option"]').getAttribute('value')).toBe('Obiad');
    const wrong = await turned.submit({}, save);
    expect([wrong.status, wrong.text.includes('Cena 2, Kwota: Wpisz kwotę')]).toEqual([422, true]);
    const saved = await wrong.submit(
      { 'costOptions.1.amount': '21', 'costOptions.1.currency': 'EUR', 'costOptions.1.validTo': '31.12.2026' },
      save,
    );
    expect(saved.text).toContain('Zapisano.');
    const card = await saved.follow('Zobacz kartę tak jak mieszkaniec');
    expect(card.text).toMatch(/Obiad: 18,50 zł.*Obiad z dowozem: 21 EUR/);
    expect(card.text).toContain('Aktywni');
    const less = await saved.submit({}, { button: 'Usuń: Cena 1' });
    expect(less.text).toContain('zniknie po zapisaniu');
    expect((await less.submit({}, save)).findAll('input[name$=".amount"]')).toHaveLength(1);
  });

  test('empty rows are left out and contradictions named', async () => {
    const app = await openApp();
    const costs = await (await add(app)).follow('Opłaty i dokumenty');
    const form = await costs.submit({}, { button: 'Dodaj cenę' });
    expect((await form.submit({}, save)).text).toContain('Na razie nic tu nie ma.');
    const another = await costs.submit({}, { button: 'Dodaj cenę' });
    const wrong = await another.submit(
      { 'costOptions.0.amount': '5', 'costOptions.0.validFrom': '2.01.2026', 'costOptions.0.validTo': '1.01.2026' },
      save,
    );
    expect([wrong.status, wrong.text.includes('Data końca nie może być')]).toEqual([422, true]);
  });
});

test('a schedule of the first Tuesday of a month, and one of every second week, come to the card', async () => {
  const app = await openApp();
  const times = await (await add(app, { fromMO: '8', toMO: '15' })).follow('Terminy');
  const first = await times.submit({}, { button: 'Dodaj termin' });
  const incomplete = await first.submit({ 'schedules.0.repeats': 'weekday', 'schedules.0.opensAt': '10' }, save);
  for (const words of ['co najmniej jeden dzień tygodnia', 'który to dzień', 'obie godziny']) expect(incomplete.text).toContain(words);
  const second = await incomplete.submit(
    { 'schedules.0.weekdays': ['TU'], 'schedules.0.nth': ['1'], 'schedules.0.closesAt': '12.30' },
    { button: 'Dodaj termin' },
  );
  const saved = await second.submit(
    { 'schedules.1.repeats': 'week', 'schedules.1.days': ['FR'], 'schedules.1.interval': '2', 'schedules.1.from': '2.01.2026' },
    save,
  );
  const card = await saved.follow('Zobacz kartę tak jak mieszkaniec');
  for (const words of ['Poniedziałek 8:00–15:00', 'Pierwszy wtorek miesiąca 10:00–12:30', 'Co drugi tydzień: piątek'])
    expect(card.text).toContain(words);
  const again = await saved.submit({}, save);
  expect((await again.follow('Zobacz kartę tak jak mieszkaniec')).text).toContain('Pierwszy wtorek miesiąca');
});

test('telephones and people are told with their languages and places', async () => {
  const app = await openApp();
  const contacts = await (await add(app, { placeName: 'Świetlica', phone: '52 000 00 00' })).follow('Kontakt');
  const form = await (await contacts.submit({}, { button: 'Dodaj telefon' })).submit({}, { button: 'Dodaj osobę' });
  const wrong = await form.submit({ 'phones.0.extension': '12', 'contacts.0.languages': ['uk'] }, save);
  for (const words of [
    'Telefon 1, Numer:',
    'Osoba 1, Imię i nazwisko: Wpisz imię i nazwisko albo funkcję',
    'języki zapisujemy przy numerze',
  ])
    expect(wrong.text).toContain(words);
  const place = wrong.find('select[name="phones.0.where"] option:last-child').getAttribute('value') ?? '';
  const saved = await wrong.submit(
    {
      'phones.0.number': '52 000 11 22',
      'phones.0.description': 'zapisy',
      'phones.0.where': place,
      'phones.0.languages': ['pl', 'uk'],
      'contacts.0.name': 'Anna Przykładowa',
      'contacts.0.jobTitle': 'koordynatorka',
      'contacts.0.phones': '600 000 100 – po 12.00',
      'contacts.0.email': 'anna@example.org',
    },
    save,
  );
  expect(saved.find('textarea[name="contacts.0.phones"]').textContent).toContain('600 000 100 – po 12.00');
  const card = await saved.follow('Zobacz kartę tak jak mieszkaniec');
  for (const words of ['52 000 11 22', 'zapisy', 'ukraiński', 'Anna Przykładowa, koordynatorka', '600 000 100', 'po 12.00'])
    expect(card.text).toContain(words);
});

test('a schedule that is over, or of a day that never comes, is asked about where it is saved; residents read that it is over', async () => {
  const app = await openApp({ clock: () => Temporal.Instant.from('2026-03-09T09:00:00Z') });
  const times = await (await add(app)).follow('Terminy');
  const form = await times.submit({}, { button: 'Dodaj termin' });
  const fifth = { 'schedules.0.repeats': 'weekday', 'schedules.0.weekdays': ['MO'], 'schedules.0.nth': ['5'] };
  const typed = { ...fifth, 'schedules.0.opensAt': '10', 'schedules.0.closesAt': '12', 'schedules.0.from': '1.02.2026' };
  const over = await form.submit({ ...typed, 'schedules.0.to': '20.02.2026' }, save);
  expect(over.status).toBe(422);
  expect(over.text).toContain('Ten termin już się skończył');
  expect(over.text).toContain('Piąty poniedziałek miesiąca 10:00–12:00, od 1 lutego 2026 do 20 lutego 2026');
  const never = await over.submit({ 'schedules.0.from': '1.02.2027', 'schedules.0.to': '20.02.2027' }, save);
  expect([never.status, never.text.includes('Taki dzień nie wypada ani razu')]).toEqual([422, true]);
  const again = await never.submit({ 'schedules.0.from': '1.02.2026', 'schedules.0.to': '20.02.2026' }, save);
  const saved = again.status === 422 ? await again.submit({}, save) : again;
  expect(saved.text).toContain('Zapisano.');
  expect(saved.text).toContain('Ten termin już się skończył');
  expect((await saved.follow('Zobacz kartę tak jak mieszkaniec')).text).toContain('do 20 lutego 2026 – już się skończyło');
  // What is known is not asked about again.
  expect((await saved.submit({}, save)).status).toBe(200);
});

test('hours that end before they begin are asked about; those of each week say where they are kept', async () => {
  const app = await openApp();
  const times = await (await add(app)).follow('Terminy');
  const form = await times.submit({}, { button: 'Dodaj termin' });
  const weekly = { 'schedules.0.repeats': 'week', 'schedules.0.days': ['MO'], 'schedules.0.opensAt': '10' };
  const turned = await form.submit({ ...weekly, 'schedules.0.closesAt': '9' }, save);
  expect([turned.status, turned.text.includes('kończą się wcześniej, niż zaczynają: Poniedziałek 10:00–9:00')]).toEqual([422, true]);
  const saved = await turned.submit({ 'schedules.0.closesAt': '12' }, save);
  expect(saved.text).toContain('zapisaliśmy tam: Poniedziałek 10:00–12:00');
  const week = await saved.follow('Zobacz godziny na stronie „Karta”');
  expect(week.find('input[name=toMO]').getAttribute('value')).toBe('12:00');
});

test('a number that cannot be called is refused together with the other mistakes of its row', async () => {
  const app = await openApp();
  const contacts = await (await add(app)).follow('Kontakt');
  const form = await (await contacts.submit({}, { button: 'Dodaj telefon' })).submit({}, { button: 'Dodaj osobę' });
  const wrong = await form.submit(
    { 'phones.0.number': 'nie wiem', 'phones.0.extension': 'x', 'contacts.0.name': 'Anna Przykładowa', 'contacts.0.phones': 'zadzwoń' },
    save,
  );
  expect(wrong.status).toBe(422);
  for (const words of ['Telefon 1, Numer: Pod taki numer', 'Telefon 1, Wewnętrzny: Wpisz liczbę', 'Osoba 1, Telefony: Pod taki numer'])
    expect(wrong.text).toContain(words);
});

test('what few cards hold can be kept too', async () => {
  const app = await openApp();
  let form = await (await add(app)).follow('Inne dane');
  for (const button of ['Dodaj limit', 'Dodaj liczbę', 'Dodaj teren', 'Dodaj język', 'Dodaj hasło'])
    form = await form.submit({}, { button });
  const saved = await form.submit(
    {
      'limits.0.amount': '2',
      'limits.0.unit': 'ride',
      'limits.0.per': 'month',
      'capacities.0.unitName': 'łóżko',
      'capacities.0.available': '3',
      'capacities.0.maximum': '8',
      'serviceAreas.0.name': 'Otorowo',
      'languages.0.code': 'sr',
      'attributes.0.termName': 'Opieka dzienna',
      'attributes.0.taxonomy': 'Słownik krajowy',
      'formal.0.licenses': 'Wpis 12/2024',
    },
    save,
  );
  const card = await saved.follow('Zobacz kartę tak jak mieszkaniec');
  for (const words of ['2 przejazdy w miesiącu na osobę', 'łóżko: 3 / 8', 'Otorowo', 'serbski']) expect(card.text).toContain(words);
  expect(saved.find('input[name="attributes.0.termName"]').getAttribute('value')).toBe('Opieka dzienna');
  expect(saved.find('textarea[name="formal.0.licenses"]').textContent).toContain('Wpis 12/2024');
  // Rows that stay empty, and what stands as it was, make no version of the card.
  const versionOf = async () => (await app.as('serviceOrganiser').get(saved.path)).find('input[name="_version"]').getAttribute('value');
  const before = await versionOf();
  form = saved;
  for (const button of ['Dodaj limit', 'Dodaj liczbę', 'Dodaj teren', 'Dodaj język', 'Dodaj hasło'])
    form = await form.submit({}, { button });
  expect((await form.submit({}, save)).text).toContain('Nic się nie zmieniło');
  expect(await versionOf()).toBe(before);
});

describe('two at once', () => {
  test('whoever changes another part of the card is not in the way', async () => {
    const app = await openApp();
    const editor = await add(app);
    const costs = await editor.follow('Opłaty i dokumenty');
    expect((await editor.submit({ scope: 'Nowy opis' }, { button: 'Zapisz kartę' })).status).toBe(200);
    const saved = await costs.submit({ 'program.0.name': 'Aktywni' }, save);
    expect(saved.status).toBe(200);
    const card = await saved.follow('Zobacz kartę tak jak mieszkaniec');
    expect([card.text.includes('Nowy opis'), card.text.includes('Aktywni')]).toEqual([true, true]);
  });

  test('whoever changes the same part second sees both, keeps theirs, and loses no part', async () => {
    const app = await openApp();
    const costs = await (await add(app)).follow('Opłaty i dokumenty');
    const price = (option: string) => ({ 'costOptions.0.option': option });
    const mine = await (await costs.submit({}, { button: 'Dodaj cenę' })).submit(price('Obiad'), save);
    const theirs = await app.as('centreAdministrator').get(mine.path);
    await theirs.submit(price('Obiad domowy'), save);
    const conflict = await mine.submit(price('Obiad mały'), save);
    expect([conflict.status, conflict.text.includes('Obiad domowy')]).toEqual([409, true]);
    expect(conflict.find('input[name="costOptions.0.option"]').getAttribute('value')).toBe('Obiad mały');
    const saved = await conflict.submit({}, save);
    expect(saved.find('input[name="costOptions.0.option"]').getAttribute('value')).toBe('Obiad mały');
  });

  test('unsent rows come back', async () => {
    const app = await openApp();
    const costs = await (await add(app)).follow('Opłaty i dokumenty');
    await costs.submit({ 'program.0.description': 'Nie zdążyłam' }, { button: 'Dodaj cenę' });
    const again = await app.as('serviceOrganiser').get(costs.path);
    expect(again.find('textarea[name="program.0.description"]').textContent).toContain('Nie zdążyłam');
    expect(again.findAll('input[name$=".option"]')).toHaveLength(1);
    expect(again.text).toContain('jeszcze nie wysłano');
  });
});

describe('translations', () => {
  test('residents read the card in their language, and a changed Polish text is flagged to the editor', async () => {
    const app = await openApp();
    const editor = await add(app, { feeText: 'Bez opłat.' });
    const english = await editor.follow('Po angielsku');
    expect((await english.submit({ 'en.0.scope': 'Meetings over tea.' }, save)).text).toContain('Przetłumacz też nazwę');
    const saved = await english.submit({ 'en.0.name': 'Seniors’ club', 'en.0.scope': 'Meetings over tea.' }, save);
    expect(saved.text).toContain('Bez tłumaczenia: opłata słowami');
    const path = new URL((await saved.follow('Zobacz kartę tak jak mieszkaniec')).url).pathname;
    const resident = app.as('anonymous');
    await resident.post('/ustawienia', new URLSearchParams({ jezyk: 'en', wroc: path }));
    const card = await resident.get(path);
    expect(card.text).toContain('Meetings over tea.');
    expect(card.text).toContain('Part of this description is in Polish.');
    expect(card.findAll('[lang=pl]').some((part) => part.textContent?.includes('Bez opłat.'))).toBe(true);
    await (await editor.follow('Karta')).submit({ scope: 'Spotkania i wycieczki.' }, { button: 'Zapisz kartę' });
    const flagged = await editor.follow('Po angielsku');
    for (const words of ['1 tekst zmienił się po przetłumaczeniu', 'Tak się zmienił', 'i wycieczki']) expect(flagged.text).toContain(words);
    expect((await resident.get(path)).text).toContain('translated from an earlier Polish text');
    const untouched = await flagged.submit({}, save);
    expect(untouched.text).toContain('1 tekst zmienił się');
    const confirmed = await untouched.submit({ 'en.0.still-scope': 'tak' }, save);
    expect(confirmed.text).not.toContain('tekst zmienił się');
  });
});
