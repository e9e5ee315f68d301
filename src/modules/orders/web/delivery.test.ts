import { beforeAll, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { centreA } from '#tests/support/database.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import type { Page } from '#tests/support/page.ts';
import { anOrderAccepted, type PlacedOrder } from '../testing.ts';

let app: TestApp;
let order: PlacedOrder;
let page: Page;
const button = 'Zapisz wykonanie';
beforeAll(async () => {
  app = await openApp();
  order = await inCentre(app.world.database, centreA.id, (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    const scope: CentreScope = makeScope({
      world: app.world,
      tx,
      centre: centreA,
      actor,
      now: app.world.clock(),
      lang: 'pl',
      door: 'test',
      requestId: 'test',
    });
    return anOrderAccepted(scope, { unit: 'hour', limit: { amount: 9, per: 'week' } });
  });
});
const fresh = () => app.as('providerManager', { providerId: order.providerId }).get(app.at(`/wykonawca/zlecenia/${order.orderId}`));
const visit = { on: '2.03.2026', worker: 'Ewa Zmyślona', confirmedBy: 'person' } as const;

test('time is written as people say it, and what cannot be read is told with an example', async () => {
  page = await fresh();
  expect(
    page
      .find('[name=on]')
      .closest('.ds-field, div')
      ?.textContent?.match(/Na przykład/g),
  ).toHaveLength(1);
  const unread = await page.submit({ ...visit, hours: 'półtorej' }, { button });
  expect(unread.text).toContain('Wpisz godziny, na przykład 2 albo 1,5');
  const twice = await unread.submit({ hours: '1,5', minutes: '30' }, { button });
  expect(twice.status).toBe(422);
  expect(twice.text).toContain('Wpisz czas raz');
  const saved = await twice.submit({ minutes: '' }, { button });
  expect(saved.text).toContain('Zapisano: 1 godz. 30 min, 2 marca 2026');
});

test('an entry that is there already is asked about, and added when it is meant', async () => {
  page = await fresh();
  expect(page.findAll('[name=again]')).toHaveLength(0);
  const first = { ...visit, worker: 'Jan Zmyślony', hours: '1', minutes: '30' };
  const recorded = await page.submit(first, { button });
  expect(recorded.text).toContain('Zapisano: 1 godz. 30 min');
  const entries = (text: string) => text.match(/Jan Zmyślony/g)?.length;
  const before = entries((await fresh()).text);
  page = await fresh();
  const same = { ...first, worker: ' jan zmyslony', hours: '1,5', minutes: '' };
  const asked = await page.submit(same, { button });
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('Taki zapis już jest: 2 marca 2026, Jan Zmyślony');
  expect(entries((await fresh()).text)).toBe(before);
  const other = await asked.submit({ hours: '2', minutes: '0' }, { button });
  expect(other.text).toContain('Zapisano: 2 godz.');
  const askedAgain = await (await fresh()).submit(same, { button });
  const meant = await askedAgain.submit({ again: 'tak' }, { button });
  expect(meant.text).toContain('Zapisano: 1 godz. 30 min');
});

test('a sentence that ends with a shortened word ends once', async () => {
  page = await fresh();
  const tooMuch = await page.submit({ ...visit, on: '1.03.2026', hours: '23', minutes: '' }, { button });
  expect(tooMuch.text).toContain('a wpisano: 23 godz.');
  expect(tooMuch.text).not.toContain('godz..');
});

test('a month is closed only by somebody who says that the sums were checked', async () => {
  const month = await app.as('providerManager', { providerId: order.providerId }).get(`${app.at('/wykonawca/miesiac')}?miesiac=2026-02`);
  const slip = await month.submit({}, { button: 'Zamknij miesiąc' });
  expect(slip.status).toBe(422);
  expect(slip.text).toContain('Zaznacz, że sumy są sprawdzone');
  const closed = await slip.submit({ sure: 'tak' }, { button: 'Zamknij miesiąc' });
  expect(closed.text).toContain('Miesiąc zamknięty.');
});
