import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { listShippedServices, putServices } from '#modules/catalogue/index.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { asOwner, centreA, centreB } from '#tests/support/database.ts';
import { loadPackage, type TablePackage } from '../store/standardTables.ts';
import { readStandardPackage } from './check/standardPackage.ts';
import { publishCatalogue } from './publish.ts';

const hsds = process.env['OKIENKO_HSDS_SCHEMAS'];
let app: TestApp;

beforeAll(async () => {
  app = await openApp();
  const { world } = app;
  for (const [centre, records] of [
    [centreA, [...listShippedServices('solec-kujawski'), ...listShippedServices('koszalin')]],
    [
      centreB,
      [
        aServiceRecord('Przecinek, "cudzysłów"\ni nowy wiersz', { keywords: ['opaska'] }),
        aServiceRecord('Z miejscami', { capacity: 5, vacancy: { free: 1, queue: 3, waitDays: 10, asOf: '2026-03-01T10:00:00Z' } }),
      ],
    ],
  ] as const)
    await inCentre(world.database, centre.id, async (tx) => {
      const actor = { kind: 'system', task: 'test' } as const;
      const scope = makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' });
      await putServices(scope, records);
      // A text where there was none: the change tells of an empty one.
      await putServices(scope, [{ ...records[0], alert: 'Zapisy od poniedziałku' }]);
      await publishCatalogue(scope);
    });
});

const read = async (path: string): Promise<string> => {
  const response = await app.as('anonymous').send(`/hsds/csv/${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

const definitions: [string, () => Promise<TablePackage>][] = [
  ['its own definition', async () => JSON.parse(await read('datapackage.json')) as TablePackage],
  ...(hsds === undefined
    ? []
    : [["the standard's definition", async () => readStandardPackage(hsds)] as [string, () => Promise<TablePackage>]]),
];

describe.each(definitions)('tables made by %s', (_, definitionOf) => {
  test('take every row, and every reference is met', async () => {
    const definition = await definitionOf();
    expect(definition.resources).toHaveLength(24);
    const { rows, faults } = await asOwner((client) => loadPackage(client, definition, read));
    expect(faults).toEqual([]);
    expect(rows.get('service')).toBeGreaterThan(20);
    expect(await read('metadata.csv')).toContain(',"",Zapisy od poniedziałku,');
    for (const name of ['organization', 'location', 'service_at_location', 'address', 'taxonomy', 'taxonomy_term', 'attribute'])
      expect([name, rows.get(name)]).not.toEqual([name, 0]);
  });
  test('refuse a row that refers to nothing, and one that lacks what it must have', async () => {
    const definition = await definitionOf();
    const spoilt = async (path: string) => {
      const lines = parse(await read(path)) as string[][];
      const name = lines[0]?.indexOf('name') ?? -1;
      if (path === 'organizations.csv') lines.splice(1, 1);
      if (path === 'taxonomies.csv') lines.forEach((line, index) => index === 1 && (line[name] = ''));
      return stringify(lines);
    };
    const { faults } = await asOwner((client) => loadPackage(client, definition, spoilt));
    expect(faults.join('\n')).toMatch(/service\.organization_id: .*violates foreign key constraint/);
    expect(faults.join('\n')).toMatch(/taxonomy: null value in column "name"/);
  });
});

test('texts come back as they were, and columns are those of the description', async () => {
  const rows: Record<string, string>[] = parse(await read('services.csv'), { columns: true });
  expect(rows.map((row) => row['name'])).toContain('Przecinek, "cudzysłów"\ni nowy wiersz');
  const { resources } = JSON.parse(await read('datapackage.json')) as TablePackage;
  for (const { path, schema } of resources) {
    const [header] = parse(await read(path), { to: 1 }) as string[][];
    expect(header).toEqual(schema.fields.map((field) => field.name));
  }
});
