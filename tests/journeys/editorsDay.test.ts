import { expect, test } from 'vitest';
import { openBrowser, startServer, type Person } from '#tests/support/browser.ts';
import { centreA } from '#tests/support/database.ts';
import { doDueJobs } from '#tests/support/prepare.ts';

const at = (path: string) => `/${centreA.slug}${path}`;

const table = (...lines: string[]) => ({ mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
const choosesFile = (person: Person, name: string, ...lines: string[]) =>
  person.page.locator('input[type=file]').setInputFiles({ name, ...table(...lines) });

/** Waits until the page has moved on by itself to what came of the work. */
async function movesOnTo(person: Person, heading: RegExp): Promise<void> {
  await person.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await person.finish();
}

test('a file is brought in on a telephone without scripts', { timeout: 200_000 }, async () => {
  const server = await startServer();
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
