import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { listServices, listShippedServices, putServices, serviceToHsds } from '#modules/catalogue/index.ts';
import { importAtOnce } from '#modules/imports/index.ts';
import { inTestCentre } from '#tests/support/database.ts';
import type { JsonObject } from '../domain/entries.ts';
import { rowsOf, TABLES } from '../domain/tables.ts';

test('the tables of our own open data come in again without a change', () =>
  inTestCentre(async (scope) => {
    await putServices(scope, listShippedServices('solec-kujawski'));
    const services = await listServices(scope);
    const rows = services.flatMap((service) => [...rowsOf(serviceToHsds(service, { voivodeship: 'kujawsko-pomorskie' }) as JsonObject)]);
    const files = TABLES.map(({ name, file, columns }) => {
      const own = new Map(rows.filter(({ table }) => table === name).map(({ row }) => [row['id'], row]));
      const names = columns.map((column) => column.name);
      return [file, strToU8(stringify([names, ...[...own.values()].map((row) => names.map((column) => row[column] ?? ''))]))] as const;
    });
    const bytes = zipSync(Object.fromEntries(files));
    const report = await importAtOnce(scope, { name: 'pakiet.zip', bytes, skipBroken: true, isDryRun: true });
    expect(report).toMatchObject({ ok: true, value: { added: 0, changed: 0, unchanged: services.length, problems: [] } });
  }));
