import { describe, expect, test } from 'vitest';
import type { CentreScope } from '#platform/http/index.ts';
import { getLocation, getServices, listProviders, listServices } from '#modules/catalogue/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { inTestCentre } from '#tests/support/database.ts';
import type { Module } from '#platform/module.ts';
import { searchServices } from '#modules/search/index.ts';
import { importAtOnce, undoAtOnce } from './importAtOnce.ts';
import { brokenRowsOfTable } from '../web/staff/run/brokenCsv.ts';
import { getBrokenRows } from './brokenRows.ts';
import { confirmRun, planUndo, startUndo } from './decide.ts';
import { doWork } from './doWork.ts';
import { getRun, listRows } from './runs.ts';
import { nameColumns, uploadFile, viewColumns } from './uploadFile.ts';

const organiser = { actor: userWithRole('serviceOrganiser') };
const csv = (...lines: string[]) => new File([lines.join('\r\n')], 'uslugi.csv');
const json = (value: unknown) => new File([JSON.stringify(value)], 'uslugi.json');
const head = 'Nazwa;Opis;Zakres wg ustawy;Wykonawca;NIP;Telefon';
const care = 'Usługi opiekuńcze;Pomoc w domu;pomoc społeczna;Fundacja Jodła;;52 111 22 33';
const ride = 'Dowóz do lekarza;;wspieranie osób niepełnosprawnych;;;';

async function uploaded(scope: CentreScope, file: File): Promise<string> {
  const done = await uploadFile(scope, file);
  if (!done.ok) throw new Error(done.refusal);
  const { id } = done.value;
  if ((await getRun(scope, id)).state === 'uploaded') {
    const view = await viewColumns(scope, id);
    if (!view) throw new Error('no columns');
    await nameColumns(scope, id, view);
  }
  await doWork(scope, id);
  return id;
}
async function imported(scope: CentreScope, file: File): Promise<string> {
  const id = await uploaded(scope, file);
  expect(await confirmRun(scope, id)).toMatchObject({ ok: true });
  await doWork(scope, id);
  return id;
}
async function undone(scope: CentreScope, id: string, chosen: readonly string[] = []): Promise<void> {
  expect(await startUndo(scope, id, chosen)).toMatchObject({ ok: true });
  await doWork(scope, id);
}
const counts = async (scope: CentreScope, id: string) => {
  const { state, added, changed, unchanged, broken } = await getRun(scope, id);
  return [state, added, changed, unchanged, broken];
};
const namesOf = async (scope: CentreScope) => (await listServices(scope)).map(({ name }) => name);
/** What the catalogue says, without versions and moments. */
const told = async (scope: CentreScope) =>
  (await listServices(scope)).map(({ version: _, updatedAt: __, revision: ___, createdAt: ____, ...service }) => service);

describe('a file of services', () => {
  test('a dry run tells each row and writes nothing; the import writes the good ones; the same file again changes nothing', () =>
    inTestCentre(async (scope) => {
      const file = csv(head, care, ';bez nazwy;;;;', ride, 'Zła;;;Firma;5252248480;');
      const id = await uploaded(scope, file);
      expect(await counts(scope, id)).toEqual(['checked', 2, 0, 0, 2]);
      expect(await namesOf(scope)).toEqual([]);
      const { rows } = await listRows(scope, id, { outcome: 'broken', limit: 10 });
      expect(rows.map(({ number, problems }) => [number, problems[0]?.field, problems[0]?.code])).toEqual([
        [3, 'name', 'required'],
        [5, 'nip', 'number-wrong-checksum'],
      ]);
      await confirmRun(scope, id);
      await doWork(scope, id);
      expect(await counts(scope, id)).toEqual(['imported', 2, 0, 0, 2]);
      expect(await namesOf(scope)).toEqual(['Dowóz do lekarza', 'Usługi opiekuńcze']);
      const again = await uploaded(scope, file);
      expect(await counts(scope, again)).toEqual(['checked', 0, 0, 2, 2]);
      expect(await confirmRun(scope, again)).toMatchObject({ ok: false, refusal: 'not-now' });
      expect((await viewColumns(scope, again))?.sameImported?.id).toBe(id);
    }, organiser));

  test('a repeated row that comes again from the file of broken rows overwrites nothing unless it is chosen', () =>
    inTestCentre(async (scope) => {
      const again = 'Usługi opiekuńcze;Powtórzony wiersz;pomoc społeczna;Fundacja Jodła;;';
      const scopeOf = async () => (await listServices(scope)).map((service) => service.scope);
      await imported(scope, csv(head, care, again));
      expect(await scopeOf()).toEqual(['Pomoc w domu']);
      const alone = await uploaded(scope, csv(head, again));
      expect(await counts(scope, alone)).toEqual(['checked', 0, 1, 0, 0]);
      expect((await listRows(scope, alone, { outcome: 'changed', limit: 9 })).rows[0]?.problems).toMatchObject([
        { code: 'written-before', value: 'uslugi.csv', at: scope.now.toString() },
      ]);
      expect(await confirmRun(scope, alone)).toMatchObject({ ok: false, refusal: 'none-chosen' });
      const mixed = await imported(scope, csv(head, again, ride));
      expect(await getRun(scope, mixed)).toMatchObject({ added: 1, changed: 0, overtaken: 1 });
      expect(await scopeOf()).toEqual([null, 'Pomoc w domu']);
      const bytes = new TextEncoder().encode([head, again].join('\r\n'));
      expect(await importAtOnce(scope, { name: 'a.csv', bytes, skipBroken: true, isDryRun: false })).toMatchObject({
        ok: true,
        value: { changed: 0, run: null, problems: [{ row: 2, code: 'written-before' }] },
      });
      const chosen = await uploaded(scope, csv(head, again));
      const [row] = (await listRows(scope, chosen, { outcome: 'changed', limit: 9 })).rows;
      expect(await confirmRun(scope, chosen, [row?.serviceId ?? ''])).toMatchObject({ ok: true });
      await doWork(scope, chosen);
      expect(await scopeOf()).toEqual([null, 'Powtórzony wiersz']);
    }, organiser));

  test('whoever runs the program reads what is wrong in plain words, with the name of the row', () =>
    inTestCentre(async (scope) => {
      const said = async (file: File) => {
        const done = await importAtOnce(scope, {
          ...{ name: file.name, bytes: await file.bytes(), skipBroken: false, isDryRun: true },
          asGuessed: true,
        });
        return done.ok ? done.value.problems.map(({ row, name, field, problem }) => [row, name, field, problem]) : done.refusal;
      };
      expect(await said(json([{ id: 'a' }, { id: 'b', name: 'Basen', email: 'zły' }]))).toEqual([
        [1, '', 'name', 'is missing'],
        [2, 'Basen', 'contact.email', 'is no e-mail address'],
      ]);
      expect(await said(csv('nazwa;cena', ';1', 'Klub;dużo'))).toEqual([
        [2, '', 'name', 'is missing'],
        [3, 'Klub', 'price', 'not a number: dużo'],
      ]);
      expect(await said(json({}))).toBe('not-hsds');
    }));

  test('a row with more cells than headings is broken, and stays so in the file of broken rows', () =>
    inTestCentre(async (scope) => {
      const id = await uploaded(scope, csv('Nazwa;Opis;Telefon', 'Długi;bbb;112;5;6', 'Klub;Opis;112;', 'Chór'));
      expect(await counts(scope, id)).toEqual(['checked', 2, 0, 0, 1]);
      const { run, rows } = await getBrokenRows(scope, id);
      expect(rows[0]?.problems).toEqual([{ field: '', code: 'more-cells', value: '5; 6' }]);
      const file = brokenRowsOfTable(run, rows);
      expect(await counts(scope, await uploaded(scope, new File([file], 'b.csv')))).toEqual(['checked', 0, 0, 0, 1]);
    }, organiser));

  test('what the table does not have stays on the card; undoing restores the state before', () =>
    inTestCentre(async (scope) => {
      const known = await aService(scope, 'Usługi opiekuńcze', { keywords: ['opieka'], contact: { phone: '1', email: 'a@example.org' } });
      const before = await told(scope);
      const id = await imported(scope, csv(head, care, ride));
      expect(await counts(scope, id)).toEqual(['imported', 1, 1, 0, 0]);
      const service = (await getServices(scope, [known])).get(known);
      expect(service).toMatchObject({ keywords: ['opieka'], contact: { phone: '52 111 22 33', email: 'a@example.org' } });
      expect(service?.provider?.name).toBe('Fundacja Jodła');
      expect(await listProviders(scope)).toHaveLength(1);
      await undone(scope, id);
      expect(await told(scope)).toEqual(before);
      expect(await listProviders(scope)).toEqual([]);
      expect(await getRun(scope, id)).toMatchObject({ state: 'undone', removed: 1, restored: 1, kept: 0 });
      // What was taken back can come again.
      expect(await counts(scope, await imported(scope, csv(head, care, ride)))).toEqual(['imported', 1, 1, 0, 0]);
    }, organiser));

  test('undoing leaves what somebody changed since, unless it is chosen', () =>
    inTestCentre(async (first) => {
      const id = await imported(first, csv(head, care, ride));
      const later = { ...first, now: first.now.add({ hours: 1 }) };
      const services = await listServices(later);
      const changed = services.find(({ name }) => name.startsWith('Dowóz'));
      const again = csv('Nazwa;Opis', 'Dowóz do lekarza;Samochodem');
      await imported(later, again);
      const plan = await planUndo(later, id);
      expect([plan.removed, plan.left.map(({ name, because }) => `${name}: ${because}`)]).toEqual([1, ['Dowóz do lekarza: changed-since']]);
      await undone(later, id);
      expect(await namesOf(later)).toEqual(['Dowóz do lekarza']);
      expect(changed).toBeDefined();
    }, organiser));

  test('services of HSDS come in with the schedules that never happen left out', () =>
    inTestCentre(async (scope) => {
      const good = { id: 'a', name: 'Klub', status: 'active' };
      const never = { id: 'b', name: 'Kurs', status: 'active', schedules: [{ freq: 'WEEKLY', byday: 'MO', until: '2020-01-01' }] };
      const id = await uploaded(scope, json([good, never, { id: 'c' }]));
      expect(await counts(scope, id)).toEqual(['checked', 1, 0, 0, 2]);
      const { rows } = await listRows(scope, id, { outcome: 'broken', limit: 10 });
      expect(rows.map(({ problems }) => problems[0]?.code)).toEqual(['schedule-never', 'required']);
    }, organiser));

  test('what was taken back is no longer found by residents', () =>
    inTestCentre(async (scope) => {
      await aService(scope, 'Klub filmowy');
      const found = async () => (await searchServices(scope, 'garncarstwo', { limit: 5 })).map(({ service }) => service.name);
      const id = await imported(scope, csv('Nazwa', 'Garncarstwo dla seniorów'));
      expect(await found()).toEqual(['Garncarstwo dla seniorów']);
      await undone(scope, id);
      expect(await found()).toEqual([]);
    }, organiser));

  test('what a case uses stays, and ends when it is chosen', () =>
    inTestCentre(async (scope) => {
      const id = await imported(scope, csv('Nazwa', 'Dowóz', 'Klub'));
      const ride = (await listServices(scope)).find(({ name }) => name === 'Dowóz')?.id ?? '';
      const inUse: Module = {
        name: 'test',
        listUsed: async (_, kind, ids) => (kind === 'service' ? ids.filter((each) => each === ride) : []),
      };
      const used = { ...scope, world: { ...scope.world, modules: [...scope.world.modules, inUse] } };
      expect((await planUndo(used, id)).left).toMatchObject([{ id: ride, because: 'in-use', isNew: true }]);
      await undone(used, id, [ride]);
      expect(await listServices(scope)).toMatchObject([{ name: 'Dowóz', status: 'ended' }]);
      expect(await getRun(scope, id)).toMatchObject({ removed: 1, ended: 1, kept: 0 });
    }, organiser));

  test('two providers of one service are two services; a third row that means neither is told', () =>
    inTestCentre(async (scope) => {
      const file = csv('Nazwa;Wykonawca', 'Porady prawne;Fundacja A', 'Porady prawne;Fundacja B', 'Porady prawne;Fundacja A');
      const id = await imported(scope, file);
      expect(await counts(scope, id)).toEqual(['imported', 2, 0, 0, 1]);
      expect(await counts(scope, await uploaded(scope, file))).toEqual(['checked', 0, 0, 2, 1]);
      expect(await counts(scope, await uploaded(scope, csv('Nazwa;Opis', 'Porady prawne;x')))).toEqual(['checked', 0, 0, 0, 1]);
    }, organiser));

  test('somebody who saves a card between the check and the write is not overwritten', () =>
    inTestCentre(async (scope) => {
      const known = await aService(scope, 'Klub seniora', { scope: 'Stary opis' });
      const id = await uploaded(scope, csv('Nazwa;Opis', 'Klub seniora;Z pliku', 'Basen;x'));
      await imported(scope, csv('Nazwa;Opis', 'Klub seniora;Ktoś był szybszy'));
      await confirmRun(scope, id);
      await doWork(scope, id);
      expect(await getRun(scope, id)).toMatchObject({ state: 'imported', added: 1, changed: 0, overtaken: 1 });
      expect((await getServices(scope, [known])).get(known)?.scope).toBe('Ktoś był szybszy');
    }, organiser));
});

describe('a file of the standard alone', () => {
  test('leaves what the standard has no term for, and takes a place that stands beside services', () =>
    inTestCentre(async (scope) => {
      const id = await aService(scope, 'Klub seniora', { summary: 'Spotkania', limitsText: '2 razy w tygodniu', validTo: '2030-01-01' });
      const service = { id, name: 'Klub seniora', status: 'active', description: 'Nowy opis' };
      const place = { id: '0192f5a0-0000-4000-8000-000000000001', name: 'Świetlica', location_type: 'physical' };
      const run = await imported(scope, json({ contents: [service, place] }));
      expect(await counts(scope, run)).toEqual(['imported', 1, 1, 0, 0]);
      expect((await getServices(scope, [id])).get(id)).toMatchObject({
        scope: 'Nowy opis',
        summary: 'Spotkania',
        limitsText: '2 razy w tygodniu',
        validTo: '2030-01-01',
      });
      expect(await getLocation(scope, place.id)).toMatchObject({ name: 'Świetlica' });
    }, organiser));
});

describe('without asking anybody', () => {
  const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
  const options = { name: 'a.csv', skipBroken: false, isDryRun: false };
  test('a file with a mistake is refused whole, or without its broken rows; the import is taken back by its number', () =>
    inTestCentre(async (scope) => {
      const bytes = await bytesOf(csv(head, care, ';x;;;;', ride));
      const refused = await importAtOnce(scope, { ...options, bytes });
      expect(refused).toMatchObject({ ok: true, value: { added: 0, run: null, problems: [{ row: 3, field: 'name' }] } });
      expect(await namesOf(scope)).toEqual([]);
      const tried = await importAtOnce(scope, { ...options, bytes, skipBroken: true, isDryRun: true });
      expect([tried, await namesOf(scope)]).toMatchObject([{ value: { added: 2, run: null } }, []]);
      const done = await importAtOnce(scope, { ...options, bytes, skipBroken: true });
      if (!done.ok || done.value.run === null) throw new Error('nothing was imported');
      expect(done.value).toMatchObject({ added: 2, changed: 0, unchanged: 0, problems: [{ row: 3 }] });
      expect(await importAtOnce(scope, { ...options, bytes, skipBroken: true })).toMatchObject({
        value: { added: 0, unchanged: 2, run: null },
      });
      expect(await undoAtOnce(scope, done.value.run)).toEqual({ ok: true, value: { removed: 2, restored: 0, kept: 0 } });
      expect(await undoAtOnce(scope, done.value.run)).toMatchObject({ ok: false, refusal: 'not-imported' });
      expect(await namesOf(scope)).toEqual([]);
    }));
  test('a table of which little is known is refused, with how it would be read; somebody may answer for the guess', () =>
    inTestCentre(async (scope) => {
      const bytes = await bytesOf(csv('Nazwa;E-mail;Uwagi', 'Hurtownia Wzór;biuro@example.org;płatne z góry'));
      expect(await importAtOnce(scope, { ...options, bytes })).toEqual({
        ok: false,
        refusal: {
          code: 'unsure-columns',
          read: [
            { heading: 'Nazwa', field: 'name' },
            { heading: 'E-mail', field: 'email' },
          ],
          unread: ['Uwagi'],
        },
      });
      expect(await namesOf(scope)).toEqual([]);
      const two = await bytesOf(csv('Nazwa;Opis', 'Klub seniora;Spotkania'));
      expect(await importAtOnce(scope, { ...options, bytes: two })).toMatchObject({ ok: false, refusal: { code: 'unsure-columns' } });
      expect(await importAtOnce(scope, { ...options, bytes: two, asGuessed: true })).toMatchObject({ ok: true, value: { added: 1 } });
      expect(await namesOf(scope)).toEqual(['Klub seniora']);
      // What a person named on the page is known the next time.
      const file = csv('Nazwa;Opis', 'Świetlica;Zajęcia');
      await imported(scope, file);
      expect(await importAtOnce(scope, { ...options, bytes: await bytesOf(file) })).toMatchObject({ ok: true, value: { unchanged: 1 } });
    }, organiser));
  test('what can hardly be meant is noted, and left out only with broken rows', () =>
    inTestCentre(async (scope) => {
      const never = { id: 'b', name: 'Kurs', status: 'active', schedules: [{ freq: 'WEEKLY', byday: 'MO', until: '2020-01-01' }] };
      const bytes = await bytesOf(json([never]));
      const noted = await importAtOnce(scope, { ...options, name: 'a.json', bytes, isDryRun: true });
      expect(noted).toMatchObject({ value: { added: 1, problems: [] } });
      expect(noted.ok && noted.value.notes.some(({ note }) => note.startsWith('a schedule never happens'))).toBe(true);
      expect(await importAtOnce(scope, { ...options, name: 'a.json', bytes, skipBroken: true })).toMatchObject({ value: { added: 0 } });
    }));
});
