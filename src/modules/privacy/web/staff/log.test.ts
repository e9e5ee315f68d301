import { expect, test } from 'vitest';
import { newId } from '#shared/uuid.ts';
import { inCentre } from '#platform/db/index.ts';
import { writeAudit } from '#platform/audit/entry.ts';
import { makeScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { caseAppliedFor, testPerson } from '#modules/cases/testing.ts';
import { registerPerson } from '#modules/people/index.ts';
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

test('a case is asked for by its number and a person by their name; the log answers in words', async () => {
  const app = await openApp();
  const [one, two] = await inCentre(app.world.database, centreA.id, async (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    const now = app.world.clock();
    const scope = makeScope({ world: app.world, tx, centre: centreA, actor, now, lang: 'pl', door: 'test', requestId: 'test' });
    const [first, second] = [await caseAppliedFor(scope, 'Opieka'), await caseAppliedFor(scope, 'Obiady')];
    const other = await registerPerson(scope, { ...testPerson, givenName: 'Halina', familyName: 'Wzorcowa' });
    await writeAudit(
      tx,
      [first, second].flatMap(({ caseId, personId }) =>
        [{ kind: 'caseHolder', caseId } as const, { kind: 'anonymous' } as const].map((by) => {
          const subject = by.kind === 'anonymous' ? { caseId } : { caseId, personId };
          return { event: 'cases.file.read', door: 'GET /x', actor: by, subject, at: now, requestId: 'r' };
        }),
      ),
    );
    await writeAudit(tx, [{ event: 'cases.file.read', door: 'GET /x', actor, subject: { personId: other }, at: now, requestId: 'r' }]);
    return [first, second];
  });
  const officer = app.as('dataProtectionOfficer');
  const page = await officer.get(app.at('/praca/dziennik'));
  const ofCase = await page.submit({ sprawa: ` ${one.number.toLowerCase()}` });
  expect(ofCase.findAll('tbody tr')).toHaveLength(2);
  expect(ofCase.find('tbody').textContent).toContain(one.number);
  expect(ofCase.find('tbody').textContent).toContain('Mieszkaniec, po podaniu kodu sprawy');
  expect(ofCase.find('tbody').textContent).toContain('Osoba bez konta');
  expect(ofCase.find('tbody').textContent).not.toMatch(/case:|anonymous|…/);

  const which = await page.submit({ osoba: 'przykladowa lucja' });
  expect(which.text).toContain('O którą chodzi?');
  expect(which.findAll('tbody tr')).toHaveLength(0);
  const chosen = await which.follow(new RegExp(two.number.replaceAll('.', String.raw`\.`)));
  // Also the row that names the case alone.
  expect(chosen.find('tbody').textContent).toContain('Osoba bez konta');
  expect(chosen.find('tbody').textContent).not.toContain(one.number);
  const hers = await page.submit({ osoba: 'Halina Wzorcowa' });
  expect(hers.find('tbody').textContent).toContain('Halina Wzorcowa');
  expect(hers.find('tbody').textContent).toContain('Program, samoczynnie');
  for (const [name, value, said] of [
    ['sprawa', 'CUS.1999.000001', 'Nie ma sprawy o tym numerze'],
    ['osoba', 'Zygfryd Nieznany', 'Nie ma w rejestrze osoby'],
    ['osoba', '440517 00000', 'Numeru PESEL tu nie podawaj'],
  ] as const) {
    const wrong = await page.submit({ [name]: value });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(said);
  }
  const csv = await officer.get(app.at(`/praca/dziennik.csv?sprawa=${one.number}`));
  expect(csv.body).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00;/);
  expect(csv.body).toContain(`;${one.number};Łucja Przykładowa;`);
  // The rows of these readings stay for good, so they do not repeat the name that was looked for.
  expect((await officer.get(app.at('/praca/dziennik.csv?zdarzenie=privacy.log.read'))).body).not.toMatch(/wzorcowa/i);
});
