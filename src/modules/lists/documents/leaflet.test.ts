import { expect, test } from 'vitest';
import { describeDocument } from '#platform/documents/describeDocument.ts';
import { renderPdf } from '#platform/documents/index.ts';
import { readPdf } from '#platform/documents/testing.ts';
import { leaflet } from './leaflet.ts';

describeDocument(leaflet, ['Kod QR z adresem strony usługi']);

test('speaks three languages, in normal and in large letters', async () => {
  for (const [language, word] of [
    ['pl', 'Strona 1 z'],
    ['en', 'Page 1 of'],
    ['uk', 'Сторінка 1 з'],
  ] as const) {
    for (const isLarge of [false, true]) {
      const data = { ...leaflet.sample, isLarge, letterhead: { ...leaflet.sample.letterhead, language } };
      const pdf = await readPdf(await renderPdf(leaflet, data));
      expect(pdf).toMatchObject({ language, uaPart: '1' });
      expect(pdf.text).toContain(word);
      expect(pdf.roles).toContain('Figure');
    }
  }
});

test('the leaflet of one service does not say its name twice', async () => {
  const [service] = leaflet.sample.services;
  if (!service) throw new Error('the sample has no service');
  const pdf = await readPdf(await renderPdf(leaflet, { ...leaflet.sample, title: service.name, services: [service] }));
  expect(pdf.roles.filter((role) => role === 'H2')).toHaveLength(0);
});
