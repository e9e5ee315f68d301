import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { newId } from '#shared/uuid.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { asOwner, centreA, centreB } from '#tests/support/database.ts';
import { act, caseAppliedFor } from '../../../testing.ts';

const inApp = <T>(app: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(app.world.database, centreA.id, (tx) =>
    work(
      makeScope({
        world: app.world,
        tx,
        centre: centreA,
        actor: userWithRole('frontDesk'),
        now: app.world.clock(),
        lang: 'pl',
        door: 'test',
        requestId: 'test',
      }),
    ),
  );
const rows = (statement: string) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (await client.query(statement)).rows as Record<string, unknown>[];
  });
const pdf = (name: string, words = 'x') => new File([`%PDF-1.7\n% ${words}\n1 0 obj\n<<>>\nendobj\n`], name);
/** The smallest picture that is one. */
const png = (name: string) =>
  new File(
    [Uint8Array.fromBase64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')],
    name,
  );

async function withCase() {
  const app = await openApp();
  const opened = await inApp(app, (scope) => caseAppliedFor(scope, 'Opieka'));
  return {
    app,
    ...opened,
    file: app.at(`/praca/sprawy/${opened.caseId}`),
    resident: app.as({ kind: 'caseHolder', caseId: opened.caseId }),
  };
}

test('what the resident sends later is new to the staff, read with a trace, and then no longer new', async () => {
  const { app, caseId, number, file, resident } = await withCase();
  const mine = await resident.get(app.at('/moja-sprawa/przebieg'));
  const form = await mine.follow('Dołącz dokument');
  expect((await form.submit({})).text).toContain('Wybierz co najmniej jeden plik');
  const sent = await form.submit({ files: [pdf('../../orzeczenie \u202Efdp.exe'), png('zdjęcie 🧡.png')] });
  expect(sent.body).toContain('Pliki są już w sprawie');
  expect(sent.text).toContain('zdjęcie 🧡.png');

  const coordinator = app.as('planCoordinator');
  const inbox = await coordinator.get(app.at('/praca/sprawy?nowe=1'));
  expect(inbox.text).toContain(number);
  expect(inbox.text).toContain('Nowy załącznik');
  expect(inbox.text).toContain('1 sprawa');
  const open = await coordinator.get(file);
  expect(open.text).toContain('Przejrzyj nowe załączniki');
  expect(open.text).toContain('orzeczenie fdp.pdf');

  const download = await open.follow(/^Pobierz orzeczenie/);
  expect(download.response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''orzeczenie%20fdp.pdf");
  const shown = await open.follow(/^Pokaż zdjęcie/);
  for (const { response } of [download, shown]) {
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
  expect(shown.response.headers.get('content-disposition')).toMatch(/^inline;/);
  // A document is never drawn by the browser within our address.
  const asked = await coordinator.send(`${new URL(download.url).pathname}?pokaz=1`);
  expect(asked.headers.get('content-disposition')).toMatch(/^attachment;/);
  const read = await rows(`select detail, actor_label from audit.entry where event = 'cases.attachment.read' and case_id = '${caseId}'`);
  expect(read).toHaveLength(3);
  expect(JSON.stringify(read)).not.toContain('orzeczenie');

  const reviewed = await open.submit({}, { form: /przejrzane$/ });
  expect(reviewed.text).not.toContain('Przejrzyj nowe załączniki');
  expect(await coordinator.get(app.at('/praca/sprawy?nowe=1')).then((page) => page.text)).toContain('Nic nie pasuje');
});

test('good files are kept although others are bad, and each bad one is named', async () => {
  const { app, resident } = await withCase();
  const form = await resident.get(app.at('/moja-sprawa/zalaczniki'));
  const again = await form.submit({
    files: [
      pdf('dobry.pdf'),
      new File([], 'pusty.pdf'),
      new File(['<html><script>alert(1)</script></html>'], 'zdjecie.jpg'),
      new File(['%PDF-1.7', new Uint8Array(10 * 1024 * 1024)], 'duzy.pdf'),
    ],
  });
  expect(again.status).toBe(422);
  for (const said of [
    '„pusty.pdf” jest pusty',
    '„zdjecie.jpg” nie przyjmiemy',
    '„duzy.pdf” jest za duży. Jeden plik może mieć najwyżej 10 MB',
  ])
    expect(again.text).toContain(said);
  expect(again.findAll('.ok-files-item').map((each) => each.textContent)).toEqual([expect.stringContaining('dobry.pdf')]);
  // Sending the good one again adds nothing.
  const repeated = await again.submit({ files: [pdf('dobry.pdf')] });
  expect(repeated.findAll('#zalaczniki ~ * .ok-files-item, section[aria-labelledby=zalaczniki] .ok-files-item')).toHaveLength(1);
});

test('a resident cannot fill the disk: so many files and no more', async () => {
  const { app, resident } = await withCase();
  const form = await resident.get(app.at('/moja-sprawa/zalaczniki'));
  const answer = await form.submit({ files: Array.from({ length: 21 }, (_, n) => pdf(`strona ${n + 1}.pdf`, String(n))) });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('„strona 21.pdf” już nie dodamy: można dołączyć najwyżej 20');
  expect(answer.findAll('.ok-files-item')).toHaveLength(20);
});

test('a closed case takes nothing more from the resident', async () => {
  const { app, caseId, resident } = await withCase();
  const form = await resident.get(app.at('/moja-sprawa/zalaczniki'));
  await inApp(app, (scope) =>
    act(scope, caseId, 'frontDesk', {
      type: 'close',
      data: { ending: 'withdrawn', occurredOn: scope.today.toString(), note: 'rezygnacja' },
    }),
  );
  const late = await form.submit({ files: [pdf('za późno.pdf')] });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Sprawa jest zakończona');
  expect((await resident.get(app.at('/moja-sprawa/przebieg'))).text).not.toContain('Dołącz dokument');
});

test('staff add what came on paper, and take back with a reason what was put there by mistake', async () => {
  const { app, caseId, file, resident } = await withCase();
  const desk = app.as('frontDesk');
  const added = await (await (await desk.get(file)).follow('Dodaj załącznik')).submit({ files: [pdf('skan.pdf'), pdf('cudzy.pdf', 'b')] });
  expect(added.text).toContain('skan.pdf');
  // What the staff added is not for the resident's page.
  expect((await resident.get(app.at('/moja-sprawa/przebieg'))).text).not.toContain('skan.pdf');
  const [ours] = await rows(`select id from platform.attachment where case_id = '${caseId}' and name = 'skan.pdf'`);
  expect((await resident.send(app.at(`/moja-sprawa/zalaczniki/${String(ours?.['id'])}`))).status).toBe(404);

  const withdrawing = await added.follow(/^Wycofaj cudzy/);
  expect((await withdrawing.submit({ reason: ' ' })).status).toBe(422);
  const done = await withdrawing.submit({ reason: 'plik innej osoby' });
  expect(done.text).toContain('Powód: plik innej osoby');
  expect(done.links().some(([text]) => /^Pobierz cudzy/.test(text))).toBe(false);
  const gone = await rows(`select id from platform.attachment where case_id = '${caseId}' and name = 'cudzy.pdf'`);
  expect((await app.as('director').send(`${file}/zalaczniki/${String(gone[0]?.['id'])}`)).status).toBe(404);
});

test('only those who need a file open it', async () => {
  const { app, caseId, file, resident } = await withCase();
  const form = await resident.get(app.at('/moja-sprawa/zalaczniki'));
  await form.submit({ files: [pdf('orzeczenie.pdf')] });
  const [row] = await rows(`select id from platform.attachment where case_id = '${caseId}'`);
  const address = `${file}/zalaczniki/${String(row?.['id'])}`;
  const status = async (who: Parameters<TestApp['as']>[0]) => (await app.as(who).send(address)).status;
  expect(await status('frontDesk')).toBe(200);
  await inApp(app, (scope) =>
    act(scope, caseId, 'planCoordinator', { type: 'startAssessment', data: { place: 'centre', plannedOn: scope.today.toString() } }),
  );
  expect(await status('frontDesk')).toBe(403);
  for (const role of ['planCoordinator', 'serviceOrganiser', 'director'] as const) expect(await status(role)).toBe(200);
  for (const role of ['providerManager', 'providerWorker', 'accountant', 'centreAdministrator'] as const)
    expect(await status(role)).toBe(403);
  // In another case, in another centre, by another case code, or made up: there is no such file.
  const other = await inApp(app, (scope) => caseAppliedFor(scope, 'Inna'));
  const coordinator = app.as('planCoordinator');
  expect((await coordinator.send(app.at(`/praca/sprawy/${other.caseId}/zalaczniki/${String(row?.['id'])}`))).status).toBe(404);
  expect((await coordinator.send(`${file}/zalaczniki/${newId()}`)).status).toBe(404);
  const elsewhere = app.as('planCoordinator', { centre: centreB });
  expect((await elsewhere.send(address.replace(centreA.slug, centreB.slug))).status).toBe(404);
  const stranger = app.as({ kind: 'caseHolder', caseId: other.caseId });
  expect((await stranger.send(app.at(`/moja-sprawa/zalaczniki/${String(row?.['id'])}`))).status).toBe(404);
});

test('the program itself can neither change nor delete a file of a case', async () => {
  const { app, caseId, resident } = await withCase();
  await (await resident.get(app.at('/moja-sprawa/zalaczniki'))).submit({ files: [pdf('zostaje.pdf')] });
  const run = (statement: string) => inApp(app, (scope) => sql.raw(statement).execute(scope.tx.db));
  await expect(run(`update platform.attachment set name = 'inny.pdf'`)).rejects.toThrow(/permission denied/);
  await run(`delete from platform.attachment where case_id = '${caseId}'`);
  expect(await rows(`select 1 from platform.attachment where case_id = '${caseId}'`)).toHaveLength(1);
});
