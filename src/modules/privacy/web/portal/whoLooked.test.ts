import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { caseAppliedFor } from '#modules/cases/testing.ts';
import { centreA } from '#tests/support/database.ts';
import { openApp } from '#tests/support/app.ts';

test('the resident reads who looked into the case, in what role and what for, and nothing about others', async () => {
  const app = await openApp();
  const [mine, other] = await inCentre(app.world.database, centreA.id, async (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    const scope = makeScope({
      world: app.world,
      tx,
      centre: centreA,
      actor,
      now: app.world.clock(),
      lang: 'pl',
      door: 'test',
      requestId: 'test',
    });
    return [await caseAppliedFor(scope, 'Opieka w domu'), await caseAppliedFor(scope, 'Transport')];
  });
  for (const _ of [1, 2]) await app.as('planCoordinator').get(app.at(`/praca/sprawy/${mine.caseId}`));
  // Each reader in between, so that the rows are many; all but the newest are folded.
  for (const role of ['frontDesk', 'serviceOrganiser', 'frontDesk', 'serviceOrganiser'] as const)
    await app.as(role).get(app.at(`/praca/sprawy/${mine.caseId}`));
  await app.as('director').get(app.at(`/praca/sprawy/${other.caseId}`));
  const page = await app.as({ kind: 'caseHolder', caseId: mine.caseId }).get(app.at('/moja-sprawa/przebieg'));
  expect(page.text).toContain('Kto oglądał moje dane i dlaczego');
  expect(page.text).toContain('Pracownik otworzył sprawę, żeby ją prowadzić');
  expect(page.text).toContain('Osoba Testowa (planCoordinator), koordynacja IPUS');
  expect(page.text).toContain('Razem 2 razy z rzędu');
  expect(page.text).not.toContain('Osoba Testowa (director)');
  const again = await app.as({ kind: 'caseHolder', caseId: mine.caseId }).get(app.at('/moja-sprawa/przebieg'));
  const log = again.find('section[aria-labelledby=who-looked]');
  expect(log.querySelectorAll('.ok-stack > * > .ok-timeline > li, .ok-stack > .ok-timeline > li')).toHaveLength(3);
  const folded = [...log.querySelectorAll('details')].map((each) => each.textContent ?? '');
  expect(folded[0]).toMatch(/Pokaż \d+ wcześniejsz.*planCoordinator/);
  expect(folded.at(-1)).toContain('Ty, po podaniu kodu sprawy');
});
