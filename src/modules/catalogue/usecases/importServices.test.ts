import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTestCentre } from '#tests/support/database.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { exportHsds } from '../domain/hsds/serviceToHsds.ts';
import { formatOfServiceFile, readServiceFile } from '../domain/serviceFile.ts';
import { anyService } from '../domain/serviceSamples.ts';
import type { ServiceRecord } from '../domain/service.ts';
import { assessServices, importServices, writeServices } from './importServices.ts';
import { listServices, putService } from './services.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hsds = (...services: object[]) => readServiceFile('json', bytes(JSON.stringify(services)));
const counts = ({ added, changed, unchanged }: Awaited<ReturnType<typeof importServices>>) => [added, changed, unchanged];
const namesOf = async (scope: CentreScope) => (await listServices(scope)).map(({ name }) => name);
const care = { id: 'opieka', name: 'Usługi opiekuńcze', status: 'active' };
const ride = { id: 'dowoz', name: 'Dowóz do lekarza', status: 'active' };

describe('importing services', () => {
  test('the same file again changes nothing; a changed row changes one service', () =>
    inTestCentre(async (scope) => {
      expect(counts(await importServices(scope, hsds(care, ride)))).toEqual([2, 0, 0]);
      expect(counts(await importServices(scope, hsds(care, ride)))).toEqual([0, 0, 2]);
      expect(counts(await importServices(scope, hsds(care, { ...ride, description: 'Kierowca pomaga wsiąść.' })))).toEqual([0, 1, 1]);
      expect(await namesOf(scope)).toEqual(['Dowóz do lekarza', 'Usługi opiekuńcze']);
    }));

  test('writes all rows or none, and lists every fault with its row', () =>
    inTestCentre(async (scope) => {
      const report = await importServices(scope, hsds(care, { id: 'bez-nazwy' }, ride, { ...ride, name: 'Jeszcze raz' }));
      expect(report.problems.map(({ row }) => row)).toEqual([2, 4]);
      expect(counts(report)).toEqual([0, 0, 0]);
      expect(await namesOf(scope)).toEqual([]);
      const broken = await importServices(scope, readServiceFile('json', bytes('{"id": ')));
      expect(broken.problems).toMatchObject([{ row: 0, problem: 'the file is not JSON' }]);
    }));

  test('a dry run tells the same and writes nothing', () =>
    inTestCentre(async (scope) => {
      expect(counts(await importServices(scope, hsds(care, ride), { isDryRun: true }))).toEqual([2, 0, 0]);
      expect(await namesOf(scope)).toEqual([]);
      expect(counts(await importServices(scope, hsds(care)))).toEqual([1, 0, 0]);
    }));

  test('the trial tells of every row what the write then does', () =>
    inTestCentre(async (scope) => {
      const card = fc.record({ record: anyService, isThere: fc.boolean(), isChanged: fc.boolean() });
      const run = async (cards: readonly { record: ServiceRecord; isThere: boolean; isChanged: boolean }[]) => {
        const named = cards.map((each, index) => ({ ...each, record: { ...each.record, externalId: null, slug: `karta-${index}` } }));
        await importServices(scope, {
          services: named.filter(({ isThere }) => isThere).map(({ record }) => record),
          problems: [],
          notes: [],
        });
        const rows = named.map(({ record, isChanged }, index) => ({
          row: index + 1,
          service: isChanged ? { ...record, keywords: [...record.keywords, 'nowe słowo'] } : record,
        }));
        const trial = await assessServices(scope, rows);
        const written = await writeServices(
          scope,
          rows.map(({ service }) => service),
        );
        const outcomes = new Map(written.rows.map(({ id, isNew }) => [id, isNew ? 'added' : 'changed']));
        expect(trial.rows.map(({ outcome }) => outcome)).toEqual(rows.map(({ service }) => outcomes.get(service.id) ?? 'unchanged'));
        expect(new Set(trial.rows.map(({ outcome }) => outcome)).size).toBeGreaterThan(0);
      };
      const cards = fc.uniqueArray(card, { minLength: 1, maxLength: 12, selector: ({ record }) => record.id });
      await fc.assert(fc.asyncProperty(cards, run), { numRuns: 25 });
    }));

  test('two services of one name get addresses of their own, and keep them', () =>
    inTestCentre(async (scope) => {
      const first = { ...care, id: '0192f5a0-0000-4000-8000-0000000000a1' };
      const second = { ...care, id: '0192f5a0-0000-4000-8000-0000000000a2' };
      await importServices(scope, hsds(first));
      await importServices(scope, hsds(second));
      expect((await listServices(scope)).map(({ slug }) => slug).toSorted()).toEqual(['uslugi-opiekuncze', 'uslugi-opiekuncze-2']);
      expect(counts(await importServices(scope, hsds(second, first)))).toEqual([0, 0, 2]);
    }));

  test('an outer id that another service has is a fault, not a guess', () =>
    inTestCentre(async (scope) => {
      await importServices(scope, hsds(care));
      const [known] = await listServices(scope);
      if (!known) throw new Error('the service was not imported');
      const { version: _, providerId: __, updatedAt: ___, ...record } = known;
      const copy = { ...record, id: '0192f5a0-0000-4000-8000-0000000000a3', slug: 'kopia' };
      const report = await importServices(scope, { services: [copy], problems: [], notes: [] });
      expect(report.problems).toMatchObject([{ row: 1, field: 'id' }]);
    }));

  test('what is exported comes in again as no change', () =>
    inTestCentre(async (scope) => {
      for (const [index, record] of fc.sample(anyService, { numRuns: 20, seed: 7 }).entries())
        await putService(scope, { ...record, externalId: `outer ${index}`, slug: `karta-${index}` });
      const file = exportHsds(await listServices(scope));
      const report = await importServices(scope, readServiceFile('json', bytes(file)));
      expect(report.problems).toEqual([]);
      expect(counts(report).slice(0, 2)).toEqual([0, 0]);
    }));

  test("reads cards as Żyrardów's CSV in Windows-1250, again without a change", () =>
    inTestCentre(async (scope) => {
      const rows =
        'Lp.;nazwa i zakres;odbiorcy;zakres wg ustawy;tryb kwalifikowania;odp\u0142atno\u015b\u0107\r\n1;Z\u0142ota r\u0105czka;seniorzy;mieszkalnictwo;;bezp\u0142atnie\r\n';
      const polish: Record<string, number> = { ł: 0xb3, ś: 0x9c, ć: 0xe6, ą: 0xb9 };
      const file = Uint8Array.from(rows, (letter) => polish[letter] ?? letter.charCodeAt(0));
      expect(counts(await importServices(scope, readServiceFile('csv', file)))).toEqual([1, 0, 0]);
      expect(counts(await importServices(scope, readServiceFile('csv', file)))).toEqual([0, 0, 1]);
      expect(await listServices(scope)).toMatchObject([
        { name: 'Złota rączka', areas: [12], fee: { kind: 'free' }, targetGroups: ['SENIORS'] },
      ]);
    }));
});

test.each([
  ['karty.csv', '', 'csv'],
  ['uslugi.JSON', '', 'json'],
  ['-', '  [{"id": "a"}]', 'json'],
  ['-', '\ufeff{"id": "a"}', 'json'],
  ['-', 'Lp.;nazwa i zakres', 'csv'],
])('a file %s that begins with %j is %s', (name, beginning, format) => {
  expect(formatOfServiceFile(name, bytes(beginning))).toBe(format);
});
