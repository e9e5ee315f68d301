import { expect, test } from 'vitest';
import { serviceCardSchema } from './service.ts';
import { changedTranslation, staleTexts, translationOf, untranslatedTexts } from './translation.ts';

const card = serviceCardSchema.parse({
  slug: 'klub',
  name: 'Klub seniora',
  scope: 'Spotkania.',
  areas: [4],
  qualification: { documents: ['dowód'] },
  fee: { text: 'Bez opłat.' },
});
const seen = { card, version: 3 };
const translated = changedTranslation(undefined, { texts: { name: 'Seniors’ club', scope: 'Meetings.' }, stillTrue: [] }, seen);
const withEnglish = { ...card, translations: { en: translated } };

test('a translation knows the Polish it was made from, and is stale when that has changed', () => {
  expect(translated?.madeFrom).toMatchObject({ name: { version: 3 }, scope: { version: 3 } });
  expect(staleTexts(withEnglish, 'en')).toEqual([]);
  const edited = { ...withEnglish, scope: 'Spotkania i wycieczki.' };
  expect(staleTexts(edited, 'en')).toEqual(['scope']);
  expect(staleTexts(edited, 'uk')).toEqual([]);
});

test('saving again does not make a stale text fresh; correcting or confirming it does', () => {
  const edited = { ...withEnglish, scope: 'Spotkania i wycieczki.' };
  const now = { card: edited, version: 4 };
  const after = (texts: object, stillTrue: 'scope'[] = []) => {
    const en = changedTranslation(translated, { texts: { name: 'Seniors’ club', ...texts }, stillTrue }, now);
    return staleTexts({ ...edited, translations: { en } }, 'en');
  };
  expect(after({ scope: 'Meetings.' })).toEqual(['scope']);
  expect(after({ scope: 'Meetings and trips.' })).toEqual([]);
  expect(after({ scope: 'Meetings.' }, ['scope'])).toEqual([]);
});

test('what changed while somebody translated shows at once', () => {
  const edited = { ...card, fee: { ...card.fee, text: '10 zł' } };
  const en = changedTranslation(undefined, { texts: { name: 'Club', fee: 'Free.' }, stillTrue: [] }, seen);
  expect(staleTexts({ ...edited, translations: { en } }, 'en')).toEqual(['fee']);
});

test('of a translation that a file brought nothing is known', () => {
  const brought = { ...card, name: 'Inna nazwa', translations: { uk: { name: 'Клуб', summary: null } } };
  expect(staleTexts(brought, 'uk')).toEqual([]);
});

test('what is not translated is told, and a translation without a name is none', () => {
  expect(untranslatedTexts(withEnglish, 'en')).toEqual(['documents', 'fee']);
  expect([translationOf(withEnglish, 'en', 'scope'), translationOf(withEnglish, 'pl', 'scope')]).toEqual(['Meetings.', undefined]);
  expect(changedTranslation(translated, { texts: { scope: 'x' }, stillTrue: [] }, seen)).toBeUndefined();
});
