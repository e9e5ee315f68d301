import { expect, test } from 'vitest';
import { describeDocument } from '#platform/documents/describeDocument.ts';
import { renderPdf } from '#platform/documents/index.ts';
import { readPdf } from '#platform/documents/testing.ts';
import { qualificationCard } from './qualificationCard.ts';

describeDocument(qualificationCard, ['qualified', 'qualified', 'queued']);

const { sample } = qualificationCard;
const print = async (data: typeof sample) => (await readPdf(await renderPdf(qualificationCard, data))).text;

test('the card shows services granted and the place in the queue', async () => {
  const text = await print(sample);
  expect(text).toContain('Przyznane usługi');
  expect(text).toContain('1.04.2026 – 31.03.2027');
  expect(text).toMatch(/4 przejazdy w miesiącu 3\b/u);
  expect(text).toContain('najpóźniej 8 kwietnia 2026 r.');
});

test('a card with queued services only promises no service yet', async () => {
  const { planDueOn: _, ...rest } = sample;
  const text = await print({ ...rest, results: sample.results.filter(({ outcome }) => outcome === 'queued') });
  expect(text).not.toContain('Przyznane usługi');
  expect(text).toContain('Nie trzeba składać nowego wniosku.');
});

test('an unverified legal sentence carries a footnote, a verified one does not', async () => {
  expect(await print(sample)).toContain('Niezweryfikowane');
  expect(await print({ ...sample, noDecision: { ...sample.noDecision, verified: true } })).not.toContain('Niezweryfikowane');
});
