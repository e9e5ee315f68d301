import { expect, test } from 'vitest';
import { guessColumns } from '#modules/catalogue/index.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { importAtOnce } from './importAtOnce.ts';
import { sampleColumns, sampleSheet } from './sampleSheet.ts';

test('every heading of the sample is known as its field', () =>
  expect(guessColumns(sampleColumns.map(({ heading }) => heading))).toEqual(
    Object.fromEntries(sampleColumns.map(({ field }, column) => [field, column])),
  ));

test('the sample itself comes in without a word', () =>
  inTestCentre(async (scope) => {
    const bytes = new TextEncoder().encode(sampleSheet());
    expect(await importAtOnce(scope, { name: 'wzor.csv', bytes, skipBroken: true, isDryRun: true })).toMatchObject({
      ok: true,
      value: { added: 1, problems: [], notes: [] },
    });
  }));
