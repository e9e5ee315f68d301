import { expect, test } from 'vitest';
import { describeDocument } from '#platform/documents/describeDocument.ts';
import { renderPdf } from '#platform/documents/index.ts';
import { readPdf } from '#platform/documents/testing.ts';
import { closingSummary } from './closingSummary.ts';

describeDocument(closingSummary, ['achieved', 'partlyAchieved']);

test('the summary says how each goal ended, and that a talk did not take place', async () => {
  const { talk: _, ...rest } = closingSummary.sample;
  const { text } = await readPdf(await renderPdf(closingSummary, rest));
  expect(text).toContain('osiągnięty częściowo');
  expect(text).toContain('Rozmowa podsumowująca się nie odbyła.');
});
