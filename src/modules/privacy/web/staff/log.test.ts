import { expect, test } from 'vitest';
import { newId } from '#shared/uuid.ts';
import { inCentre } from '#platform/db/index.ts';
import { writeAudit } from '#platform/audit/entry.ts';
import type { World } from '#platform/world.ts';
import { centreA, centreB } from '#tests/support/database.ts';
import { openApp } from '#tests/support/app.ts';

const caseId = newId();
async function write(
  world: World,
  count: number,
  { centreId = centreA.id, event = 'law.value.changed', at = world.clock(), label = 'Ewa Długa' } = {},
): Promise<void> {
  const actor = { kind: 'user', userId: newId(), name: label, roles: ['planCoordinator'], providerId: null, isStrong: true } as const;
  await inCentre(world.database, centreId, (tx) =>
    writeAudit(
      tx,
      Array.from({ length: count }, () => ({
        event,
        door: 'GET /x',
        actor,
        subject: { caseId, detail: { formula: '=1+1' } },
        at,
        requestId: 'r',
      })),
    ),
  );
}

test('the officer filters the log, pages through it and sees nothing of another centre', async () => {
  const app = await openApp();
  await write(app.world, 60);
  await write(app.world, 1, { centreId: centreB.id, label: 'Obcy Człowiek' });
  await write(app.world, 1, { at: app.world.clock().subtract({ hours: 24 * 30 }), label: 'Dawna Osoba' });
  const officer = app.as('dataProtectionOfficer');
  const first = await officer.get(app.at('/praca/dziennik'));
  expect(first.findAll('tbody tr')).toHaveLength(50);
  expect(first.text).not.toContain('Obcy Człowiek');
  const filtered = await first.submit({ kto: 'dawna', do: '10 lutego 2026' });
  expect(filtered.findAll('tbody tr')).toHaveLength(1);
  const ofCase = await officer.get(app.at(`/praca/dziennik?sprawa=${caseId}`));
  const rest = await ofCase.follow(/Następna|Dalej|następn/i);
  expect(rest.findAll('tbody tr')).toHaveLength(11);
  const wrong = await officer.get(app.at('/praca/dziennik?sprawa=abc&od=kiedyś'));
  expect(wrong.status).toBe(422);
  expect(wrong.findAll('.ok-field-error')).toHaveLength(2);
});

test('reading and exporting the log is in the log; formulas do not run in a spreadsheet', async () => {
  const app = await openApp();
  await write(app.world, 1, { label: '=HYPERLINK("http://evil.example")' });
  const officer = app.as('dataProtectionOfficer');
  const csv = await officer.get(app.at('/praca/dziennik.csv?kto=hyperlink'));
  expect(csv.body).toContain(`'=HYPERLINK`);
  const page = await officer.get(app.at('/praca/dziennik?zdarzenie=privacy.log.exported'));
  expect(page.findAll('tbody tr')).toHaveLength(1);
  expect(page.text).toContain('Osoba Testowa (dataProtectionOfficer)');
});

test('nobody else reads it', async () => {
  const app = await openApp();
  for (const role of ['director', 'centreAdministrator', 'planCoordinator', 'providerManager'] as const)
    expect((await app.as(role).get(app.at('/praca/dziennik'))).status).toBe(403);
});

test('opening the first page counts as reading cases only for those who see some there', async () => {
  const app = await openApp();
  const officer = app.as('dataProtectionOfficer');
  const reads = async () => (await officer.get(app.at('/praca/dziennik?zdarzenie=cases.list.read'))).findAll('tbody tr').length;
  await officer.get(app.at('/praca'));
  await app.as('accountant').get(app.at('/praca'));
  expect(await reads()).toBe(0);
  await app.as('frontDesk').get(app.at('/praca'));
  expect(await reads()).toBe(1);
});
