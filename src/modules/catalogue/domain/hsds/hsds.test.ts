import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportHsds, serviceToHsds } from '#modules/catalogue/domain/hsds/serviceToHsds.ts';
import { importHsds } from '#modules/catalogue/domain/hsds/importHsds.ts';
import { anyService } from '#modules/catalogue/domain/serviceSamples.ts';
import { isUuid } from '#shared/uuid.ts';

const ID = 'ac148810-d857-441c-9679-408f346de14b';

describe('HSDS there and back', () => {
  test('loses nothing of one service', () => {
    fc.assert(
      fc.property(anyService, (service) => {
        expect(importHsds(JSON.stringify(serviceToHsds(service)))).toEqual({
          services: [service],
          problems: [],
          notes: service.areas.length === 0 ? [{ row: 1, note: 'no statutory area was recognised' }] : [],
        });
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the order of many, and exporting again gives the same text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyService, { minLength: 1, maxLength: 4, selector: ({ slug }) => slug }), (services) => {
        fc.pre(new Set(services.map(({ id }) => id)).size === services.length);
        const text = exportHsds(services, { voivodeship: 'kujawsko-pomorskie' });
        const read = importHsds(text);
        expect(read.services).toEqual(services);
        expect(exportHsds(read.services, { voivodeship: 'kujawsko-pomorskie' })).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  test('never throws, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(importHsds(text).services).toEqual([]);
      }),
    );
  });
});

describe('HSDS of others', () => {
  test('a sparse service of another directory', () => {
    const [service] = importHsds(
      JSON.stringify({
        id: ID,
        name: 'Opieka\u202e w domu',
        status: 'temporarily closed',
        description: 'Pierwszy wiersz\r\nDrugi\u0000',
        organization: { id: ID, name: 'Fundacja Przykład', description: '' },
        schedules: [{ id: ID, freq: 'WEEKLY', byday: 'MO,WE', opens_at: '08:00Z', closes_at: '16:00Z' }],
        cost_options: [{ id: ID, amount: 3.5, currency: 'PLN' }],
        attributes: [
          { id: ID, taxonomy_term: { id: ID, name: 'pomoc społeczna', description: '', taxonomy: 'cus' } },
          { id: ID, taxonomy_term: { id: ID, name: 'osoby starsze', description: '', taxonomy: 'target group' } },
          { id: ID, label: 'keyword', value: 'opiekunka' },
        ],
        service_at_locations: [
          {
            id: ID,
            location: { id: ID, name: 'Biuro', addresses: [{ address_1: 'ul. Przykładowa 1', city: 'Solec', postal_code: '86-050' }] },
          },
        ],
      }),
    ).services;
    expect(service).toMatchObject({
      id: ID,
      externalId: null,
      slug: 'opieka-w-domu',
      name: 'Opieka w domu',
      scope: 'Pierwszy wiersz\nDrugi',
      status: 'paused',
      areas: [4],
      recipients: 'osoby starsze',
      targetGroups: ['SENIORS'],
      keywords: ['opiekunka'],
      schedules: [{ id: ID, freq: 'WEEKLY', byday: 'MO,WE', opensAt: '08:00Z', closesAt: '16:00Z' }],
      fee: { kind: 'other' },
      costOptions: [{ id: ID, amount: 3.5, currency: 'PLN' }],
      provider: { name: 'Fundacja Przykład' },
      places: [{ name: 'Biuro', street: 'ul. Przykładowa 1', postcode: '86-050', town: 'Solec' }],
    });
  });

  test('an id that is no UUID is kept, and leads to the same service each time', () => {
    const text = JSON.stringify([{ id: 'teleopieka', name: 'Teleopieka', status: 'active' }]);
    const [first, again] = [importHsds(text).services[0], importHsds(text).services[0]];
    expect(first).toEqual(again);
    expect([first?.externalId, first?.slug, isUuid(first?.id ?? '')]).toEqual(['teleopieka', 'teleopieka', true]);
  });

  test('a page of an API, and one object a line', () => {
    const service = { id: ID, name: 'Usługa', status: 'active' };
    expect(importHsds(JSON.stringify({ total_items: 1, contents: [service] })).services).toHaveLength(1);
    expect(importHsds(`${JSON.stringify(service)}\n${JSON.stringify({ ...service, id: 'b' })}\n`).services).toHaveLength(2);
  });

  test('terms that are not used are named once', () => {
    const rows = ['a', 'b'].map((id) => ({
      id,
      name: 'Usługa',
      status: 'active',
      funding: [],
      vision: 'short',
      colour: 'red',
      organization_id: ID,
    }));
    expect(importHsds(JSON.stringify(rows)).notes).toEqual([
      { row: 1, note: 'no statutory area was recognised' },
      { row: 2, note: 'no statutory area was recognised' },
      { row: 1, note: 'the term "vision" is not used (2 rows)' },
      { row: 1, note: 'the term "colour" is not used (2 rows)' },
    ]);
  });

  test('each bad row says what is wrong; the good ones are read', () => {
    const rows = [
      { id: ID, name: 'Dobra', status: 'active' },
      { id: 'x', status: 'active' },
      { id: 'y', name: 'Zły stan', status: 'otwarte' },
      { id: 'z', name: 'Zły adres', status: 'active', email: 'nie-adres' },
      { id: ID, name: 'Powtórka', status: 'active' },
      'tekst',
      { id: 'w', name: 'a'.repeat(301), status: 'active' },
    ];
    const { services, problems } = importHsds(JSON.stringify(rows));
    expect(services.map(({ name }) => name)).toEqual(['Dobra']);
    expect(problems.map(({ row, field }) => [row, field])).toEqual([
      [2, 'name'],
      [3, 'status'],
      [4, 'contact.email'],
      [5, 'id'],
      [6, ''],
      [7, 'name'],
    ]);
  });

  test.each([
    ['', 'the file is not JSON'],
    ['{', 'the file is not JSON'],
    ['[]', 'the file holds no services'],
  ])('refuses %j: %s', (text, problem) => {
    expect(importHsds(text).problems).toEqual([{ row: 0, field: '', problem }]);
  });

  test('services of one name get addresses of their own', () => {
    const rows = [1, 2, 3].map((id) => ({ id, name: 'Psycholog', status: 'active' }));
    expect(importHsds(JSON.stringify(rows)).services.map(({ slug }) => slug)).toEqual(['psycholog', 'psycholog-2', 'psycholog-3']);
  });
});
