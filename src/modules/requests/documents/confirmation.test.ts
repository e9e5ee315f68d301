import { expect, test } from 'vitest';
import { describeDocument } from '#platform/documents/describeDocument.ts';
import { renderPdf } from '#platform/documents/index.ts';
import { readPdf } from '#platform/documents/testing.ts';
import { confirmation } from './confirmation.ts';

describeDocument(confirmation, ['online', 'carer']);

test('the confirmation says how, when and by whom the request was made, and what is next', async () => {
  const { text } = await readPdf(await renderPdf(confirmation, confirmation.sample));
  expect(text).toContain('9 marca 2026 r., godz. 10.05');
  expect(text).toContain('przez internet');
  expect(text).toContain('(jako opiekun faktyczny)');
  expect(text).toContain('Najpóźniej: 16 marca 2026 r.');
});

test('a request that staff wrote down has a day and no hour', async () => {
  const { text } = await readPdf(await renderPdf(confirmation, { ...confirmation.sample, filedAt: '2026-03-09', channel: 'epuap' }));
  expect(text).toContain('9 marca 2026 r. ');
  expect(text).not.toContain('godz.');
  expect(text).toContain('przez ePUAP');
});
