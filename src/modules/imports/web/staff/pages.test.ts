import pg from 'pg';
import { expect, test } from 'vitest';
import { runDueJobs } from '#platform/jobs/index.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreB, closeAtTheEnd, testDatabase } from '#tests/support/database.ts';

let pool: Promise<pg.Pool> | undefined;
const ownerPool = (): Promise<pg.Pool> =>
  (pool ??= testDatabase().then(({ ownerUrl }) => {
    const opened = new pg.Pool({ connectionString: ownerUrl });
    closeAtTheEnd(() => opened.end());
    return opened;
  }));
const work = async (app: TestApp) => runDueJobs(app.world, await ownerPool());
const file = (name: string, ...lines: string[]) => new File([lines.join('\r\n')], name);

test('an organiser brings in a table: names columns, sees what is wrong, writes the good rows, takes it back', async () => {
  const app = await openApp();
  const organiser = app.as('serviceOrganiser');
  const list = await (await organiser.get(app.at('/praca/uslugi'))).follow('Wczytaj usługi z pliku');
  expect(list.text).toContain('Nie wczytano jeszcze żadnego pliku');
  expect((await list.submit({}, { button: 'Wczytaj plik i sprawdź' })).status).toBe(422);
  const rows = file(
    'Usługi 2026.csv',
    'Nazwa;Opis;Telefon;E-mail;Uwagi',
    'Klub seniora;Spotkania;52 111 22 33;biuro@example.org;x',
    'Zły adres;;;nie-adres;',
    ';Bez nazwy;;;',
  );
  const columns = await list.submit({ file: rows }, { button: 'Wczytaj plik i sprawdź' });
  expect(columns.heading).toContain('Co jest w kolumnach');
  expect(columns.text).toContain('„Klub seniora”');
  expect(columns.text).toContain('Tych kolumn nie wczytamy: „Uwagi”');
  const nameless = await columns.submit({ name: '' }, { button: 'Sprawdź plik' });
  expect([nameless.status, nameless.text.includes('Wskaż kolumnę z nazwą')]).toEqual([422, true]);
  const waiting = await nameless.submit({ name: '0' }, { button: 'Sprawdź plik' });
  expect(waiting.heading).toContain('Sprawdzamy plik');
  expect((await organiser.send(waiting.path)).headers.get('refresh')).toBe('3');
  expect((await organiser.send(`${waiting.path}?na-zywo=1`)).headers.get('refresh')).toBeNull();
  await work(app);
  const report = await organiser.get(waiting.path);
  expect(report.heading).toContain('Tak zmieni się katalog');
  expect(report.text).toContain('2 wiersze z błędami zostaną pominięte');
  expect(report.text).toContain('To nie jest adres e-mail');
  expect((await organiser.get(app.at('/praca/uslugi'))).text).not.toContain('Klub seniora');
  const csv = await (await organiser.send(`${report.path}/bledne.csv`)).text();
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    'Nazwa;Opis;Telefon;E-mail;Uwagi;Co poprawić (tej kolumny nie wczytujemy)',
    'Zły adres;;;nie-adres;;E-mail: To nie jest adres e-mail. Powinien wyglądać jak biuro@example.org.',
  ]);
  const elsewhere = app.as('serviceOrganiser', { centre: centreB });
  expect((await elsewhere.send(report.path.replace('/jodlowo/', '/lipowo/'))).status).toBe(404);

  const stale = await organiser.get(report.path);
  const writing = await report.submit({}, { form: /wczytaj$/ });
  expect(writing.heading).toContain('Zapisujemy usługi');
  await work(app);
  const written = await organiser.get(writing.path);
  expect(written.heading).toContain('Plik jest zapisany');
  expect((await organiser.get(app.at('/praca/uslugi'))).text).toContain('Klub seniora');
  // Whoever decides on a page of yesterday is told.
  expect((await stale.submit({}, { form: /wczytaj$/ })).status).toBe(409);

  const undo = await written.follow('Cofnij to wczytanie');
  expect(undo.text).toContain('1 nowa usługa zniknie z katalogu');
  const undoing = await undo.submit({}, { button: 'Cofnij wczytanie' });
  expect(undoing.heading).toContain('Cofamy wczytanie');
  await work(app);
  const undone = await organiser.get(undoing.path);
  expect(undone.heading).toContain('Wczytanie zostało cofnięte');
  expect((await organiser.get(app.at('/praca/uslugi'))).text).not.toContain('Klub seniora');
  expect((await organiser.get(app.at('/praca/uslugi/import'))).text).toContain('cofnięty');
});

test('a changed service shows its difference before anything is written', async () => {
  const app = await openApp();
  const organiser = app.as('centreAdministrator');
  const form = await organiser.get(app.at('/praca/uslugi/nowa'));
  await form.submit({ name: 'Pomoc sąsiedzka', areas: ['4'], status: 'active', scope: 'Zakupy' }, { button: 'Zapisz kartę' });
  const list = await organiser.get(app.at('/praca/uslugi/import'));
  const columns = await list.submit(
    { file: file('a.csv', 'Nazwa,Opis', 'Pomoc sąsiedzka,Zakupy i spacery') },
    { button: 'Wczytaj plik i sprawdź' },
  );
  const waiting = await columns.submit({}, { button: 'Sprawdź plik' });
  await work(app);
  const difference = await (await organiser.get(waiting.path)).follow('Pokaż różnice');
  expect(difference.text).toContain('spacery');
  const dropped = await (await organiser.get(waiting.path)).submit({}, { form: /porzuc$/ });
  expect(dropped.heading).toContain('porzucony');
});

test('services without an area of the Act are told, and get one for all', async () => {
  const app = await openApp();
  const organiser = app.as('serviceOrganiser');
  const list = await organiser.get(app.at('/praca/uslugi/import'));
  const services = [
    { id: 'szachy', name: 'Klub szachowy', status: 'active' },
    { id: 'chor', name: 'Chór', status: 'active', fax: '1' },
  ];
  const waiting = await list.submit({ file: file('uslugi.json', JSON.stringify(services)) }, { button: 'Wczytaj plik i sprawdź' });
  await work(app);
  const report = await organiser.get(waiting.path);
  expect(report.text).toContain('2 usługi nie mają zakresu według ustawy');
  expect(report.text).toContain('Brakuje zakresu według ustawy.');
  expect(report.text).toContain('Nie rozpoznaliśmy zakresu według ustawy.');
  expect(report.text).toContain('Pola „fax” nie używamy');
  const empty = await report.submit({}, { form: /zakres$/ });
  expect([empty.status, empty.text.includes('Wybierz z listy zakres')]).toEqual([422, true]);
  const chosen = await empty.submit({ area: '9' }, { form: /zakres$/ });
  expect(chosen.text).toContain('dostaną wybrany');
  expect(chosen.text).not.toContain('Brakuje zakresu');
  await chosen.submit({}, { form: /wczytaj$/ });
  await work(app);
  const card = await (await organiser.get(`${report.path}?wiersze=added`)).follow('Chór');
  // The editor saves it as it came.
  expect((await card.submit({ summary: 'Próby w czwartki.' }, { button: 'Zapisz kartę' })).status).toBe(200);
  // The file that knows no areas leaves the chosen one.
  const again = await (
    await organiser.get(app.at('/praca/uslugi/import'))
  ).submit({ file: file('uslugi.json', JSON.stringify([services[0]])) }, { button: 'Wczytaj plik i sprawdź' });
  await work(app);
  expect((await organiser.get(again.path)).text).toContain('Ten plik niczego nie zmienia');
});

test('a row that comes again from the file of broken rows asks to be ticked; a heading that stands twice is told by its number', async () => {
  const app = await openApp();
  const organiser = app.as('serviceOrganiser');
  const bring = async (...lines: string[]) => {
    const list = await organiser.get(app.at('/praca/uslugi/import'));
    const columns = await list.submit({ file: file('gliny.csv', ...lines) }, { button: 'Wczytaj plik i sprawdź' });
    expect(columns.text).toContain('Tych kolumn nie wczytamy: „Nazwa” (kolumna 3)');
    const waiting = await columns.submit({}, { button: 'Sprawdź plik' });
    await work(app);
    return organiser.get(waiting.path);
  };
  const head = 'Nazwa;Opis;Nazwa;Cena';
  const first = await bring(head, 'Lepienie z gliny;Garnki', 'Lepienie z gliny;Powtórzony', 'Szachy;;;-20', 'Warcaby;;;bezpłatna');
  expect(first.text).toContain('Ta sama usługa jest już w wierszu 2');
  expect(first.text).toContain('Wpisano: -20 Cena nie może być mniejsza od zera');
  await first.submit({}, { form: /wczytaj$/ });
  await work(app);
  const report = await bring(head, 'Lepienie z gliny;Powtórzony');
  expect(report.text).toMatch(/Wiersz 2: Lepienie z gliny Zapisano z pliku „gliny.csv”, /);
  const refused = await report.submit({}, { form: /wczytaj$/ });
  expect([refused.status, refused.text.includes('Zaznacz wiersze, które mają zmienić')]).toEqual([422, true]);
  expect((await organiser.get(app.at('/praca/uslugi/import'))).text).toContain('Kod pocztowy');
  const sample = await organiser.send(app.at('/praca/uslugi/import/wzor.csv'));
  expect([sample.status, sample.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
});

test('a trial that a later import has overtaken says so and offers nothing to take back; objects are told in the terms of the standard', async () => {
  const app = await openApp();
  const organiser = app.as('serviceOrganiser');
  const objects = [{ id: 'warcaby', name: 'Warcaby' }, { id: 'brydz' }];
  const bring = async () => {
    const list = await organiser.get(app.at('/praca/uslugi/import'));
    const waiting = await list.submit({ file: file('gry.json', JSON.stringify(objects)) }, { button: 'Wczytaj plik i sprawdź' });
    await work(app);
    return organiser.get(waiting.path);
  };
  const [older, later] = [await bring(), await bring()];
  expect(older.text).toContain('name Nie ma tej wartości Brakuje wartości');
  for (const report of [later, older]) {
    await report.submit({}, { form: /wczytaj$/ });
    await work(app);
  }
  expect((await organiser.get(later.path)).text).toContain('Cofnij to wczytanie');
  const overtaken = await organiser.get(`${older.path}?wiersze=overtaken`);
  expect(overtaken.text).toContain('Ktoś dodał, zmienił albo usunął tę usługę po sprawdzeniu pliku.');
  expect(overtaken.text).not.toContain('Cofnij to wczytanie');
});

test.each([
  ['stary.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), 'stary format XLS'],
  ['pismo.pdf', new TextEncoder().encode('%PDF-1.7'), 'To jest PDF'],
  ['uslugi.json', new TextEncoder().encode('{"id": '), 'nie jest poprawnym plikiem JSON'],
  ['zepsuty.xlsx', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'nie da się otworzyć'],
  ['inny.json', new TextEncoder().encode('{"a":1}'), 'nie ma usług zapisanych według standardu HSDS'],
  ['pusty.csv', new Uint8Array(), 'jest pusty'],
  ['tylko-naglowki.csv', new TextEncoder().encode('Nazwa;Opis\r\n'), 'nie ma żadnej usługi'],
])('%s is refused in plain words', async (name, bytes, words) => {
  const app = await openApp();
  const list = await app.as('serviceOrganiser').get(app.at('/praca/uslugi/import'));
  const again = await list.submit({ file: new File([bytes], name) }, { button: 'Wczytaj plik i sprawdź' });
  expect([again.status, again.text.includes(words)]).toEqual([422, true]);
});
