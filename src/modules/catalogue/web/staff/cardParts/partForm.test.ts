import { expect, test } from 'vitest';
import { FormFields } from '#platform/http/index.ts';
import { serviceRecordSchema, type ServiceRecord } from '../../../domain/service.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { contactsPage } from './contacts.ts';
import { costsPage } from './costs.ts';
import type { CardPage } from './cardPage.ts';
import { morePage } from './more.ts';
import { afterAction, applySections, readAction, readSections, typedSections } from './partForm.ts';
import { timesPage } from './times.ts';
import { translationPages } from './translation.ts';

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
/** A card that uses every part of the standard, also what no form shows. */
const full = serviceRecordSchema.parse({
  id: id(1),
  slug: 'pelna',
  name: 'Pełna',
  areas: [4],
  scope: 'Dwa\nakapity',
  qualification: { text: 'Wniosek', documents: ['dowód'] },
  fee: { text: 'Różnie' },
  places: [
    {
      id: id(2),
      name: 'Świetlica',
      site: {
        description: 'Wejście od podwórka',
        phones: [{ number: '52 1', languages: [{ code: 'uk' }, { name: 'esperanto' }] }],
        schedules: [{ freq: 'WEEKLY', byday: 'WE', opensAt: '08:00', closesAt: '10:00' }],
        contacts: [{ name: 'Ewa Przykładowa', phones: [{ id: id(3), number: '600', extension: 4, description: 'rano' }] }],
      },
    },
  ],
  schedules: [
    { freq: 'WEEKLY', byday: 'MO', opensAt: '08:00', closesAt: '10:00' },
    { freq: 'WEEKLY', byday: 'MO', opensAt: '16:00:00', closesAt: '18:00Z', timezone: 1, wkst: 'SU' },
    { id: id(4), freq: 'MONTHLY', byday: '1TU,3WE', dtstart: '2026-01-01', until: '2026-12-31', notes: 'Zapisy' },
    { freq: 'MONTHLY', byday: 'FR', interval: 2, dtstart: '2026-01-02', byweekno: '1,2' },
    { freq: 'MONTHLY', bymonthday: '15,-1', validFrom: '2026-01-01', validTo: '2026-06-30', attendingType: 'zdalnie' },
    { dtstart: '2026-05-05', opensAt: '10:00', closesAt: '12:00', count: 1, scheduleLink: 'https://example.org/t' },
    { description: 'po telefonie' },
  ],
  costOptions: [
    { option: 'Obiad', amount: 18.5, currency: 'PLN', amountDescription: 'za sztukę', validFrom: '2026-01-01' },
    { option: 'Dla gości', amount: 5, currency: 'eur' },
    { amount: 3, currency: 'CHF' },
    { option: 'Zniżki' },
  ],
  requiredDocuments: [{ document: 'wniosek', uri: 'https://example.org/w.pdf' }],
  phones: [{ id: id(5), number: '52 2', type: 'satellite', extension: 12 }],
  contacts: [{ title: 'kierownik', department: 'pokój 2', email: 'k@example.org' }],
  additionalUrls: [{ label: 'Zapisy', url: 'https://example.org/z' }],
  program: { id: id(6), name: 'Program', alternateName: 'P', description: 'Opis' },
  funding: [{ source: 'gmina' }],
  limits: [{ amount: 2, unit: 'ride', per: 'month' }],
  capacities: [{ unit: { id: id(7), name: 'łóżko', scheme: 's' }, available: 1.5, updated: '2026-01-01T10:00:00Z' }],
  serviceAreas: [{ name: 'Otorowo', extent: '{"type":"Point"}', extentType: 'geojson', uri: 'https://example.org/o' }],
  languages: [{ code: 'pl' }, { name: 'romski', note: 'w środy' }],
  accreditations: 'A',
  licenses: 'L',
  assurerEmail: 'a@example.org',
  attributes: [
    { id: id(8), linkType: 'x', taxonomyTerm: { id: id(9), code: 'c', name: 'n', taxonomy: 't', termUri: 'https://example.org/n' } },
    { label: 'l', value: 'v' },
  ],
  translations: { en: { name: 'Full', summary: null, scope: 'Two\nparagraphs' }, uk: { name: 'Повна', summary: 'Так' } },
});
const pages = [timesPage, costsPage, contactsPage, morePage, ...translationPages];
const sectionsOf = (page: CardPage, card: ServiceRecord) => page.sections(card as CatalogueService);
const on = { seen: { card: full, version: 1 }, now: Temporal.Instant.from('2026-03-02T08:00:00Z') };

test.each(pages)('what page $key shows and is saved unchanged stays as it was', (page) => {
  const sections = sectionsOf(page, full);
  const read = readSections(sections, typedSections(sections, full));
  expect(read.errors).toEqual([]);
  expect(serviceRecordSchema.parse(applySections(sections, read, full, on))).toEqual(full);
});

test('moving rows takes along what no form shows', () => {
  const sections = sectionsOf(timesPage, full);
  const action = readAction(sections, 'nizej schedules.0');
  const read = readSections(sections, action ? afterAction(typedSections(sections, full), action) : new FormFields());
  const moved = serviceRecordSchema.parse(applySections(sections, read, full, on));
  expect(moved.schedules.toSorted(byText)).toEqual(full.schedules.toSorted(byText));
  expect(moved.schedules).not.toEqual(full.schedules);
});
const byText = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

test('a row of two that was one schedule makes it its own', () => {
  const sections = sectionsOf(timesPage, full);
  const typed = typedSections(sections, full).toRecord();
  const row =
    Object.entries(typed)
      .find(([name, [value]]) => name.endsWith('.nth') && value === '3')?.[0]
      .split('.')[1] ?? '';
  const read = readSections(sections, FormFields.from({ ...typed, [`schedules.${row}.nth`]: ['4'] }));
  const { schedules } = serviceRecordSchema.parse(applySections(sections, read, full, on));
  expect(schedules.map(({ byday }) => byday)).toEqual(expect.arrayContaining(['1TU', '4WE']));
  expect(schedules.filter((schedule) => schedule.id === id(4))).toHaveLength(1);
});

test('a figure that changes is of today, and a price typed with a comma is an amount', () => {
  const more = sectionsOf(morePage, full);
  const typed = { ...typedSections(more, full).toRecord(), 'capacities.0.available': ['2'] };
  const changed = serviceRecordSchema.parse(applySections(more, readSections(more, FormFields.from(typed)), full, on));
  expect(changed.capacities[0]).toMatchObject({ available: 2, updated: '2026-03-02T08:00:00Z', unit: { id: id(7), scheme: 's' } });
});

test('long and hostile input is refused by its field or taken as text', () => {
  const sections = sectionsOf(contactsPage, full);
  const typed = {
    'phones.0.was': '',
    'phones.0.number': 'x'.repeat(101),
    'additionalUrls.0.was': '',
    'additionalUrls.0.url': 'javascript:alert(1)',
  };
  const { errors } = readSections(sections, FormFields.from(typed));
  expect(errors.map(({ field, code }) => [field, code])).toEqual([
    ['phones.0.number', 'too-long'],
    ['additionalUrls.0.url', 'not-a-url'],
  ]);
});
