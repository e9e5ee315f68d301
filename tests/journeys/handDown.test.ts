import { expect, it } from 'vitest';
import { runJobEverywhere } from '#platform/jobs/index.ts';
import { anOffice, seedOffices } from '#modules/templates/testing.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { openBrowser, startServer } from '#tests/support/browser.ts';

it('a region hands a template down: a centre uses it on a phone without scripts, and the next text comes by itself', async () => {
  const office = anOffice(3, 'rops-przykladowe', centreA.teryt);
  await asOwner((client) => seedOffices(client, [office]));
  const server = await startServer();
  const editor = await openBrowser(server, { as: 'regionalEditor', centre: office });
  await editor.open(`/${office.slug}`);
  await editor.follow('Wzory usług');
  await editor.follow('Napisz nowy wzór');
  await editor.type('Nazwa wzoru', 'Teleopieka');
  await editor.type(/^Jedno zdanie do listy/, 'Opaska, która woła pomoc.');
  await editor.page.locator('label[for=f-wspolne-scope]').click();
  await editor.press('Zapisz treść');
  await editor.follow('Publikacja');
  await editor.press('Opublikuj wersję 1');

  const organiser = await openBrowser(server, { as: 'serviceOrganiser', phone: true, javaScript: false });
  await organiser.open(`/${centreA.slug}/praca/uslugi/wzory`);
  await organiser.follow('Teleopieka');
  await organiser.type('Nazwa usługi', 'Teleopieka u nas');
  await organiser.press('Utwórz usługę z tego wzoru');
  expect(await organiser.text()).toContain('Tekst wspólny regionu, wersja 1');
  const card = organiser.path();

  await editor.follow('Treść');
  await editor.type(/^Jedno zdanie do listy/, 'Opaska, która o każdej porze woła pomoc.');
  await editor.press('Zapisz treść');
  await editor.follow('Publikacja');
  expect(await editor.text()).toContain('o każdej porze');
  await editor.type(/^Co się zmieniło i dlaczego/, 'Prościej o opasce.');
  await editor.press('Opublikuj wersję 2');
  for (const job of server.world.modules.flatMap(({ jobs }) => jobs ?? []).filter(({ name }) => name === 'templates.follow'))
    expect([...(await runJobEverywhere(server.world, job))]).toEqual([]);

  await organiser.open(card);
  expect(await organiser.text()).toContain('Opaska, która o każdej porze woła pomoc.');
  await organiser.page.getByText('Więcej stron tej usługi').click();
  await organiser.follow('Wersje');
  expect(await organiser.text()).toContain('tekst ze wzoru');
  await organiser.page.getByText('Więcej stron tej usługi').click();
  await organiser.follow('Wzór');
  expect(await organiser.text()).toContain('zgodna ze wzorem');
}, 120_000);
