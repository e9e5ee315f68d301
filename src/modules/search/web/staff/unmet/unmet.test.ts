import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';
import { flushUnmet } from '../../../usecases/unmetSearches.ts';

test('what three callers searched for in vain reaches the editors, and a single one does not', async () => {
  const app = await openApp();
  const search = (words: string) => app.as('anonymous').get(app.at(`/uslugi?${new URLSearchParams({ q: words })}`));
  for (const words of ['nurkowanie', 'Nurkowania!', 'nurkowanie']) await search(words);
  await search('spadochron');
  const once = app.as('anonymous');
  for (const at of [1, 2, 3]) await once.get(app.at(`/uslugi?q=lotnia&x=${at}`));
  await flushUnmet(app.world);

  const organiser = app.as('serviceOrganiser');
  const list = await organiser.get(app.at('/praca/szukane'));
  expect(list.text).toContain('nurkowanie');
  expect(list.text).not.toContain('spadochron');
  expect(list.text).not.toContain('lotnia');

  const settled = await list.submit({}, { button: /^Załatwione/ });
  expect(settled.text).toContain('Nic tu nie ma');
  await search('nurkowanie');
  await flushUnmet(app.world);
  expect((await organiser.get(app.at('/praca/szukane'))).text).not.toContain('nurkowanie');
  for (const words of ['nurkowanie', 'nurkowania']) await search(words);
  await flushUnmet(app.world);
  expect((await organiser.get(app.at('/praca/szukane'))).text).toContain('nurkowanie');
  expect((await app.as('frontDesk').get(app.at('/praca/szukane'))).status).toBe(403);
}, 60_000);
