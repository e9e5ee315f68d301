import { expect, test } from 'vitest';
import { describeDocument } from '#platform/documents/describeDocument.ts';
import { renderPdf } from '#platform/documents/index.ts';
import { readPdf } from '#platform/documents/testing.ts';
import { serviceOrder } from './serviceOrder.ts';

describeDocument(serviceOrder, []);

test('the order says what, how much and until when to answer', async () => {
  const { text } = await readPdf(await renderPdf(serviceOrder, serviceOrder.sample));
  expect(text).toContain('20 godzin w miesiącu');
  expect(text).toContain('do 28 marca 2026 r.');
});

test('the order drops what a provider does not need, even when it is handed over', async () => {
  const tooMuch = { ...serviceOrder.sample, recipient: { ...serviceOrder.sample.recipient, birthDate: '1944-05-17' } };
  const bytes = await renderPdf(serviceOrder, tooMuch);
  expect(serviceOrder.schema.parse(tooMuch).recipient).not.toHaveProperty('birthDate');
  expect((await readPdf(bytes)).text).not.toContain('1944');
});
