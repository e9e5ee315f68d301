import { expect, test } from 'vitest';
import { newRecord } from '../domain/service.ts';
import type { CatalogueService } from '../store/assembleServices.ts';
import { cardInWords } from './cardInWords.ts';

const made = Temporal.Instant.from('2026-03-09T09:00:00Z');
const own = { version: 1, providerId: null, createdAt: made, updatedAt: made, revision: 1 };

test('a card is compared in words that people use: no codes, no ids, no days of machines', () => {
  const service: CatalogueService = {
    ...newRecord({ id: '00000000-0000-4000-8000-000000000001', slug: 'klub', name: 'Klub', qualification: {}, fee: {}, areas: [4] }),
    ...own,
    limits: [{ amount: 8, unit: 'session', per: 'year', of: 'person', note: null }],
    costOptions: [{ option: 'ulgowa', currency: 'PLN', amount: 12.5, validFrom: '2027-02-02', validTo: '2028-01-01' }],
    contacts: [{ name: 'Anna Nowak', title: 'kierowniczka', phones: [{ number: '52 000 11 22', extension: 7 }] }],
    translations: {
      en: {
        name: 'Club',
        summary: 'Meetings',
        madeFrom: { name: { version: 7, digest: '19388978-533b-583e-b5c8-c03b751f2d59' } },
      } as CatalogueService['translations']['en'],
    },
    capacities: [{ unit: { name: 'miejsca' }, available: 3, updated: '2026-03-01T10:00:00Z' }],
  };
  const told = new Map(cardInWords(service).map(({ key, label, text }) => [key, [label, text.replaceAll('\u00a0', ' ')]]));
  expect(told.get('limits')).toEqual(['Limity', '8 spotkań w roku na osobę']);
  expect(told.get('costOptions')).toEqual(['Inne ceny', 'ulgowa: 12,50 zł (od 02.02.2027 do 01.01.2028)']);
  expect(told.get('contacts')?.[1]).toBe('Anna Nowak, kierowniczka, 52 000 11 22 wew. 7');
  expect(told.get('translations')?.[1]).toBe('angielski, Nazwa: Club\nangielski, Jedno zdanie do listy: Meetings');
  expect(told.get('hours')?.[0]).toBe('Godziny i terminy');
  const all = [...told.values()].flat().join(' ');
  expect(all).not.toMatch(/[0-9a-f]{8}-|\d{4}-\d\d-\d\d|session|person|PLN/);
});
