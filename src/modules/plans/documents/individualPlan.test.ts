import { expect, test } from 'vitest';
import { describeDocument } from '#platform/documents/describeDocument.ts';
import { renderPdf } from '#platform/documents/index.ts';
import { readPdf } from '#platform/documents/testing.ts';
import { individualPlan } from './individualPlan.ts';
import type { IndividualPlanData } from './individualPlan.ts';

describeDocument(individualPlan, ['approved', 'free', 'perUnit', 'described']);

const { sample } = individualPlan;
const print = async (data: IndividualPlanData) => (await readPdf(await renderPdf(individualPlan, data))).text;

test('the plan names its version, state and period', async () => {
  expect(await print(sample)).toContain('wersja 2 · zatwierdzony · od 1 kwietnia 2026 r. do 31 marca 2027 r.');
  expect(await print({ ...sample, status: 'draft' })).toContain('wersja 2 · projekt');
});

test.each([
  [0, '0,00 zł'],
  [5, '0,05 zł'],
  [2500, '25,00 zł'],
  [123_456_789, '1 234 567,89 zł'],
  [-100_050, '−1 000,50 zł'],
])('%i grosze are printed as %s', async (grosze, printed) => {
  const service = { name: 'Usługa', scope: 'zakres', from: sample.from, fee: { kind: 'perUnit', grosze, unit: 'wizytę' } } as const;
  const text = await print({ ...sample, services: [service] });
  expect(text.replace(/\s/gu, '')).toContain(`${printed.replace(/\s/gu, '')}zawizytę`);
});

test('a representative signs in their own capacity', async () => {
  const text = await print({ ...sample, representative: { name: 'Jan Śliwka', capacity: 'opiekun prawny' } });
  expect(text).toContain('Jan Śliwka (opiekun prawny)');
  expect(text).not.toContain('osoba, której dotyczy plan');
});
