import { expect, test } from 'vitest';
import { aService } from '#modules/catalogue/testing.ts';
import { anOffice, aTemplate, seedOffices } from '#modules/templates/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openBrowser, startServer, type Person, type RunningServer } from '#tests/support/browser.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { doDueJobs, prepare } from '#tests/support/prepare.ts';

const at = (path: string) => `/${centreA.slug}${path}`;
const office = anOffice(3, 'rops-przykladowe', centreA.teryt);

/** A centre with a card that a file will change, one that a template will, and two pairs that look like one; a region with a template. */
async function openCentre({ world }: RunningServer): Promise<void> {
  await asOwner((client) => seedOffices(client, [office]));
  await prepare(world, userWithRole('regionalEditor'), (scope) => aTemplate(scope, 'Opieka w domu'), office);
  await prepare(world, userWithRole('serviceOrganiser'), async (scope) => {
    await aService(scope, 'Pomoc sąsiedzka', { scope: 'Zakupy' });
    await aService(scope, 'Opieka po naszemu', { summary: 'Nasze streszczenie' });
    for (const name of ['Warsztaty szycia', 'Gimnastyka']) {
      await aService(scope, name, { provider: { name: 'Koło Gospodyń' }, scope: 'Raz w tygodniu.' });
      await aService(scope, name, { provider: { name: 'Koło Gospodyń' }, contact: { phone: '52 000 11 22' } });
    }
  });
}
let opened: Promise<void> | undefined;
async function aCentre(): Promise<RunningServer> {
  const server = await startServer();
  await (opened ??= openCentre(server));
  return server;
}

const table = (...lines: string[]) => ({ mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
const choosesFile = (person: Person, name: string, ...lines: string[]) =>
  person.page.locator('input[type=file]').setInputFiles({ name, ...table(...lines) });

/** Presses a button that starts work, and sees its bar, which the page keeps moving. */
async function start(person: Person, button: string): Promise<void> {
  const bar = person.page.waitForURL(/na-zywo=1/);
  await person.page.getByRole('button', { name: button, exact: true }).click();
  await bar;
  expect(await person.page.getByRole('progressbar').count()).toBe(1);
  await person.finish();
}
/** Waits until the page has moved on by itself to what came of the work. */
async function movesOnTo(person: Person, heading: RegExp): Promise<void> {
  await person.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await person.finish();
}

/** Opens pages again in narrow windows: on a telephone, and with letters four times as large. */
async function visitNarrowly(server: RunningServer, pages: Iterable<string>): Promise<void> {
  for (const window of [{ phone: true }, { zoom: 4 }]) {
    const again = await openBrowser(server, { as: 'serviceOrganiser', ...window });
    for (const path of pages) expect([path, await again.open(path)]).toEqual([path, 200]);
  }
}

test('a file with a broken row comes in, a card is corrected and restored, and the file is taken back', { timeout: 500_000 }, async () => {
  const server = await aCentre();
  const organiser = await openBrowser(server, { as: 'serviceOrganiser' });
  const main = new Set<string>();
  const remember = () => void main.add(organiser.path().replace(/[?&]na-zywo=1/, ''));

  // A file with columns to be named and a row that is wrong.
  await organiser.open(at('/praca/uslugi'));
  remember();
  await organiser.follow('Wczytaj usługi z pliku');
  remember();
  await choosesFile(
    organiser,
    'Usługi 2026.csv',
    'Jak się nazywa;Opis;Telefon;E-mail;Uwagi',
    'Dowóz do lekarza;Zawieziemy i przywieziemy.;52 111 22 33;biuro@example.org;x',
    'Klub seniora;Spotkania;;;',
    'Pomoc sąsiedzka;Zakupy i spacery;;;',
    'Zły adres;;;nie-adres;',
  );
  await organiser.press('Wczytaj plik i sprawdź');
  await organiser.select(/^Nazwa usługi/, 'Jak się nazywa');
  await start(organiser, 'Sprawdź plik');
  await doDueJobs(server.world);
  await movesOnTo(organiser, /Tak zmieni się katalog/);
  const report = organiser.path();
  const checked = await organiser.text();
  expect(checked).toContain('1 wiersz z błędem zostanie pominięty');
  expect(checked).toContain('To nie jest adres e-mail');
  await organiser.open(`${report}?wiersze=changed`);
  await organiser.follow('Pokaż różnice');
  expect(await organiser.text()).toContain('i spacery');
  await organiser.open(report);
  await start(organiser, 'Zapisz dobre wiersze');
  await doDueJobs(server.world);
  await movesOnTo(organiser, /Plik jest zapisany/);
  remember();

  // A card is corrected by what it lacks.
  await organiser.open(`${report}?wiersze=added`);
  await organiser.follow('Dowóz do lekarza');
  const card = organiser.path();
  remember();
  await organiser.page.getByText(/^Kompletność karty/).click();
  const lacking = async () => (await organiser.page.locator('details li').allInnerTexts()).join();
  expect(await lacking()).toContain('Dla kogo');
  await organiser.type(/^Dla kogo/, 'Osoby, które same nie dojadą');
  await organiser.press('Zapisz kartę');
  // A file need not say under which part of the law a service falls; whoever keeps the card does.
  expect(await organiser.text()).toContain('Wybierz choć jeden zakres: ten, do którego usłudze najbliżej');
  await organiser.choose(/^4\. /);
  await organiser.press('Zapisz kartę');
  await organiser.page.getByText(/^Kompletność karty/).click();
  expect(await lacking()).not.toContain('Dla kogo');

  // What was written by mistake goes back.
  await organiser.open(card);
  await organiser.page.getByText('Więcej stron tej usługi').click();
  await organiser.follow('Wersje');
  await organiser.follow('Porównaj z poprzednią');
  remember();
  await organiser.press('Przywróć wersję 1');
  expect(await organiser.text()).toContain('przywrócenie wersji 1');

  // The whole file goes back, the card that was changed since only because it is chosen.
  await organiser.open(at('/praca/uslugi/import'));
  await organiser.follow('Usługi 2026.csv');
  await organiser.follow('Cofnij to wczytanie');
  remember();
  expect(await organiser.text()).toContain('1 nowa usługa zniknie z katalogu.');
  await visitNarrowly(server, main);

  await organiser.choose('Dowóz do lekarza');
  await start(organiser, 'Cofnij wczytanie');
  await doDueJobs(server.world);
  await movesOnTo(organiser, /Wczytanie zostało cofnięte/);
  await organiser.open(at('/praca/uslugi'));
  const left = await organiser.text();
  expect(left).not.toContain('Klub seniora');
  expect(left).toMatch(/Dowóz do lekarza\s+zakończona/);
  await organiser.follow('Pomoc sąsiedzka');
  expect(await organiser.page.locator('textarea[name=scope]').inputValue()).toBe('Zakupy');
});

test('an editor merges a repeated card and takes the text of the region', { timeout: 500_000 }, async () => {
  const server = await aCentre();
  const organiser = await openBrowser(server, { as: 'serviceOrganiser' });
  const main = new Set<string>();
  const remember = () => void main.add(organiser.path());

  // Two cards of one service become one.
  await organiser.open(at('/praca/uslugi/powtorzone'));
  await organiser.follow('„Warsztaty szycia” i „Warsztaty szycia”');
  expect(await organiser.text()).toContain('52 000 11 22');
  await organiser.follow('Zostaw tę: pierwsza');
  await organiser.press('Tak, scal karty');
  expect(await organiser.text()).toContain('Scalono karty.');
  await organiser.follow('Warsztaty szycia');
  expect(await organiser.page.getByRole('textbox', { name: /^Telefon/ }).inputValue()).toBe('52 000 11 22');
  await organiser.open(at('/praca/uslugi/powtorzone'));
  expect(await organiser.text()).not.toContain('Warsztaty szycia');
  await organiser.follow('„Gimnastyka” i „Gimnastyka”');
  remember();

  // The region's text comes into a card; what it governs is not typed there any more.
  await organiser.open(at('/praca/uslugi/wzory'));
  remember();
  await organiser.follow('Opieka w domu');
  await organiser.select(/^Usługa/, 'Opieka po naszemu');
  await organiser.press('Pokaż różnice');
  expect(await organiser.text()).toContain('Nasze streszczenie');
  await organiser.press('Przyłącz do wzoru');
  expect(await organiser.text()).toContain('zgodna ze wzorem');
  remember();
  await organiser.follow('Karta');
  expect(await organiser.text()).toContain('Tekst wspólny regionu, wersja 1');
  expect(await organiser.page.locator('textarea[name=summary]').count()).toBe(0);

  await visitNarrowly(server, main);
});

test('a file is brought in on a telephone without scripts', { timeout: 200_000 }, async () => {
  const server = await aCentre();
  const organiser = await openBrowser(server, { as: 'serviceOrganiser', phone: true, javaScript: false });
  await organiser.open(at('/praca/uslugi/import'));
  await organiser.press('Wczytaj plik i sprawdź');
  expect(await organiser.text()).toContain('Wybierz plik.');
  await choosesFile(organiser, 'mały.csv', 'Nazwa;E-mail', 'Czytanie na głos;biuro@example.org', 'Zły adres;nie-adres');
  await organiser.press('Wczytaj plik i sprawdź');
  expect(await organiser.heading()).toContain('Co jest w kolumnach');
  await organiser.press('Sprawdź plik');
  expect(await organiser.heading()).toContain('Sprawdzamy plik');
  await doDueJobs(server.world);
  await movesOnTo(organiser, /Tak zmieni się katalog/);
  expect(await organiser.text()).toContain('To nie jest adres e-mail');
  await organiser.press('Zapisz dobre wiersze');
  await doDueJobs(server.world);
  await movesOnTo(organiser, /Plik jest zapisany/);
  await organiser.open(at('/praca/uslugi'));
  expect(await organiser.text()).toContain('Czytanie na głos');
});
