import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { listServices, listShippedServices, putServices, serviceToHsds } from '#modules/catalogue/index.ts';
import { importAtOnce } from '#modules/imports/index.ts';
import { openApp } from '#tests/support/app.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { prepare } from '#tests/support/prepare.ts';
import type { JsonObject } from '../domain/entries.ts';
import { rowsOf, TABLES } from '../domain/tables.ts';
import { publishCatalogue } from './publish.ts';

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

test('the published package of a centre whose cards were changed comes in again without a change', async () => {
  const app = await openApp();
  const { world } = app;
  const program = { kind: 'system', task: 'test' } as const;
  await prepare(world, program, async (scope) => {
    const services = listShippedServices('solec-kujawski');
    await putServices(scope, services);
    // Changes leave metadata, in which what was not there before is empty.
    await putServices(
      scope,
      services.map((service) => ({ ...service, alert: 'Od maja w nowym miejscu.', keywords: ['nowe'] })),
    );
    await publishCatalogue(scope);
  });
  const files: Record<string, Uint8Array> = {};
  for (const { file } of TABLES) {
    const answer = await app.as('anonymous').send(app.at(`/hsds/csv/${file}`));
    files[file] = new Uint8Array(await answer.arrayBuffer());
  }
  const bytes = zipSync(files);
  expect(new TextDecoder().decode(files['metadata.csv'])).toContain('alert,"",Od maja');
  const report = await prepare(world, program, (scope) =>
    importAtOnce(scope, { name: 'pakiet.zip', bytes, skipBroken: true, isDryRun: true }),
  );
  expect(report).toMatchObject({
    ok: true,
    value: { added: 0, changed: 0, unchanged: listShippedServices('solec-kujawski').length, problems: [] },
  });
});
