import { expect, test } from 'vitest';
import { describeDocument } from '#platform/documents/describeDocument.ts';
import { renderPdf } from '#platform/documents/index.ts';
import { readPdf } from '#platform/documents/testing.ts';
import { refusalDecision } from './refusalDecision.ts';
import type { RefusalDecisionData } from './refusalDecision.ts';

// The reference of a verified provision is not repeated: the provision itself names it.
describeDocument(refusalDecision, ['uchwała nr XII/87/2025, § 6 ust. 2']);

const { sample } = refusalDecision;
const print = async (data: RefusalDecisionData) => (await readPdf(await renderPdf(refusalDecision, data))).text;

test('the decision has its parts in the order of the code', async () => {
  const text = await print(sample);
  const parts = [
    'Organ',
    'Data wydania',
    'Strona',
    'Podstawa prawna',
    'Rozstrzygnięcie',
    'Uzasadnienie',
    'Pouczenie',
    sample.signedBy.name,
  ];
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a service is named after what it is, and the signature goes with words', async () => {
  const text = await print(sample);
  expect(text).toMatch(/odmawiam zakwalifikowania do usługi:/u);
  expect(await print({ ...sample, services: ['Opieka', 'Obiady'] })).toMatch(/odmawiam zakwalifikowania do usług:/u);
});

test('the deadline and the body of the appeal come from the data', async () => {
  const { appeal } = sample;
  const text = await print({
    ...sample,
    appeal: { ...appeal, deadlineDays: { ...appeal.deadlineDays, value: 21 }, body: { ...appeal.body, value: 'Inne Kolegium' } },
  });
  expect(text).toContain('21 dni od dnia doręczenia');
  expect(text).toContain('Inne Kolegium');
  expect(text).not.toContain('14 dni');
});

test('every unverified provision carries a footnote, and a verified decision none', async () => {
  expect((await print(sample)).match(/Niezweryfikowane/gu)).toHaveLength(5);
  const { appeal } = sample;
  const verified = await print({
    ...sample,
    legalBasis: sample.legalBasis.map((law) => ({ ...law, verified: true })),
    appeal: {
      ...appeal,
      deadlineDays: { ...appeal.deadlineDays, verified: true },
      body: { ...appeal.body, verified: true },
      instructions: appeal.instructions.map((law) => ({ ...law, verified: true })),
    },
  });
  expect(verified).not.toContain('Niezweryfikowane');
});

test('a decision without reasons is refused', async () => {
  await expect(renderPdf(refusalDecision, { ...sample, factualReasons: '  ' })).rejects.toThrow();
});
