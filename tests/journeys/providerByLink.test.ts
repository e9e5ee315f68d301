import { expect, it } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { listLetters } from '#platform/mail/letterStore.ts';
import { anOrderPlaced } from '#modules/orders/testing.ts';
import { centreA } from '#tests/support/database.ts';
import { openBrowser, startServer } from '#tests/support/browser.ts';

it('a provider answers from a letter and writes down a visit, on a phone and without an account', async () => {
  const server = await startServer();
  const { world } = server;
  const link = await inCentre(world.database, centreA.id, async (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    const scope = makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' });
    await anOrderPlaced(scope);
    const [letter] = await listLetters(tx, { limit: 1 });
    return /https?:\/\/\S+/.exec(letter?.body ?? '')?.[0] ?? '';
  });
  const worker = await openBrowser(server, { phone: true });
  await worker.open(new URL(link).pathname);
  expect(worker.path()).toBe(`/${centreA.slug}/odpowiedz/zlecenie`);
  await worker.press('Przyjmujemy');
  await worker.type('Kto wykonał', 'Ewa Pracowita');
  await worker.page.locator('label', { hasText: /^osoba$/ }).click();
  await worker.press('Zapisz wykonanie');
  expect(await worker.text()).toContain('Ewa Pracowita');
  expect(await worker.text()).toContain('w realizacji');
}, 120_000);
