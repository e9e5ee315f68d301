import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyService } from '../serviceSamples.ts';
import type { ServiceRecord } from '../service.ts';
import { tableFields, type TableField } from './fields.ts';
import { readTableRow, type TableRow } from './readRow.ts';

const today = Temporal.PlainDate.from('2026-03-09');
const identity = { id: '0192f5a0-0000-4000-8000-000000000001', externalId: null };
const row = (cells: Partial<Record<TableField, string>>): TableRow => ({
  row: 2,
  cells: new Map(Object.entries(cells) as [TableField, string][]),
});
const read = (cells: Partial<Record<TableField, string>>, known?: ServiceRecord, clearsEmpty = false) =>
  readTableRow(row(cells), { known, identity, providers: new Map(), clearsEmpty, isDemo: false, today });
const codes = (cells: Partial<Record<TableField, string>>) => read(cells).problems.map(({ field, code }) => `${field} ${code}`);

test('a row in the words of people becomes a service', () => {
  const { service, problems } = read({
    name: 'Klub seniora',
    areas: 'pomoc społeczna, kultura',
    price: '12,50 zł',
    minimumAge: '60',
    provider: 'Fundacja Jodła',
    nip: '525-224-84-81',
    phone: '52 111 22 33',
    url: 'www.example.org',
    street: 'Leśna 1',
    postcode: '86-050',
    town: 'Jodłowo',
    scheduleDays: 'poniedziałek–środa i pt',
    opensAt: '8.00',
    closesAt: '15:30',
    languages: 'polski; ukraiński',
    modes: 'na miejscu',
    status: 'wstrzymana',
    validTo: '31.12.2030',
    checkedOn: '2026-03-03',
  });
  expect(problems).toEqual([]);
  expect(service).toMatchObject({
    areas: [4, 9],
    fee: { kind: 'other', price: 1250 },
    minimumAge: 60,
    provider: { name: 'Fundacja Jodła', nip: '5252248481' },
    contact: { phone: '52 111 22 33', url: 'https://www.example.org' },
    places: [{ name: 'Leśna 1', street: 'Leśna 1', postcode: '86-050', town: 'Jodłowo' }],
    schedules: [{ freq: 'WEEKLY', byday: 'MO,TU,WE,FR', opensAt: '08:00', closesAt: '15:30' }],
    languages: [{ code: 'pl' }, { code: 'uk' }],
    modes: ['on-site'],
    status: 'paused',
    validTo: '2030-12-31',
    checkedOn: '2026-03-03',
  });
});

test('everything that is wrong with a row is told at once, each with its cell', () =>
  expect(
    codes({
      name: '',
      areas: 'astrologia',
      price: 'drogo',
      capacity: '2,5',
      email: 'nie-adres',
      postcode: '86050x',
      town: 'Jodłowo',
      scheduleDays: 'kiedyś',
      opensAt: '25:00',
      checkedOn: '31.02.2026',
      nip: '5252248480',
      provider: 'Firma',
      status: 'może',
      minimumAge: '70',
      maximumAge: '60',
    }).toSorted(),
  ).toEqual([
    'areas unknown-area',
    'capacity not-whole',
    'checkedOn not-a-date',
    'email not-an-email',
    'maximumAge age-order',
    'name required',
    'nip number-wrong-checksum',
    'opensAt not-a-time',
    'postcode not-a-postcode',
    'price not-a-number',
    'scheduleDays unknown-days',
    'status unknown-status',
  ]));

test('an empty cell leaves the field of a card, or empties it where that is wanted', () => {
  const known = read({ name: 'Klub', summary: 'Spotkania', keywords: 'a; b' }).service;
  const cells = { name: 'Klub', summary: '', keywords: '' };
  expect(read(cells, known).service).toMatchObject({ summary: 'Spotkania', keywords: ['a', 'b'] });
  expect(read(cells, known, true).service).toMatchObject({ summary: null, keywords: [] });
});

test('other numbers than the provider has are told, missing ones are added', () => {
  const known = { id: identity.id, name: 'Fundacja', kind: 'ngo' as const };
  const around = (nip?: string) => ({
    known: undefined,
    identity,
    providers: new Map([['fundacja', { ...known, ...(nip !== undefined && { nip }) }]]),
    clearsEmpty: false,
    isDemo: false,
    today,
  });
  const cells = row({ name: 'Klub', provider: 'FUNDACJA', nip: '5252248481' });
  expect(readTableRow(cells, around()).service?.provider).toEqual({ ...known, nip: '5252248481' });
  expect(readTableRow(cells, around('5252248481')).service?.provider).toEqual({ name: 'Fundacja', kind: null });
  expect(readTableRow(cells, around('7740001454')).problems).toMatchObject([{ field: 'nip', code: 'provider-other-number' }]);
});

const words = fc.constantFrom(
  '',
  'bezpłatnie',
  '12,50',
  '0',
  'pon, śr',
  '8:00',
  'kultura',
  '3.05.2026',
  'w domu',
  'a; b',
  '=1+1',
  'Leśna 1',
  '86-050',
  'x',
);
const anyCells = fc
  .dictionary(fc.constantFrom(...tableFields.filter((field) => field !== 'id')), words)
  .map((cells) => ({ ...cells, name: 'Klub' }));

test('a row that was read changes nothing when it is read again', () =>
  fc.assert(
    fc.property(anyCells, fc.boolean(), fc.option(anyService, { nil: undefined }), (cells, clearsEmpty, known) => {
      const once = read(cells, known, clearsEmpty).service;
      if (once) expect(read(cells, once, clearsEmpty).service).toEqual(once);
    }),
  ));
test('columns that a table does not have change nothing but the name', () =>
  fc.assert(
    fc.property(anyService, (known) => {
      expect(read({ name: known.name }, known).service).toEqual(known);
    }),
  ));

test('what is wrong is shown as it was typed, with the greatest that may be', () => {
  const said = (cells: Partial<Record<TableField, string>>) =>
    read({ name: 'Klub', ...cells }).problems.map(({ code, value, detail }) => [code, value, detail]);
  expect(said({ price: '1000000000' })).toEqual([['price-too-big', '1000000000', undefined]]);
  expect(said({ price: '-20' })).toEqual([['negative-price', '-20', undefined]]);
  expect(said({ validFrom: '31.12.2026', validTo: '01.01.2026' })).toEqual([['date-order', '31.12.2026 – 01.01.2026', undefined]]);
  expect(said({ scope: 'x'.repeat(10_001) })).toMatchObject([['too-long', expect.stringMatching(/^x+$/), '10000']]);
});

test('words in the column of the price say that nothing is paid', () => {
  for (const price of ['bezpłatna', 'Bezpłatnie', 'nieodpłatnie.', 'za darmo', '0 zł'])
    expect(read({ name: 'Klub', price }).service?.fee).toMatchObject({ kind: 'free', price: null });
  expect(codes({ name: 'Klub', price: 'bezpłatna pierwsza godzina' })).toEqual(['price not-a-number']);
});

test('what the form of a card refuses is refused in a row as well', () => {
  const name = 'Klub';
  expect(codes({ name, phone: 'abc' })).toEqual(['phone not-a-phone']);
  expect(codes({ name, phone: '52 111 22 33 wew. 4, 600 100 200' })).toEqual([]);
  expect(codes({ name, url: 'javascript:alert(1)' })).toEqual(['url not-a-url']);
  expect(codes({ name, url: 'zaraz' })).toEqual(['url not-a-url']);
  expect(read({ name, url: 'example.org/klub' }).service?.contact.url).toBe('https://example.org/klub');
  expect(codes({ name, checkedOn: '01.01.2030' })).toEqual(['checkedOn date-in-future']);
  expect(codes({ name, postcode: 'bzdura' })).toEqual(['postcode not-a-postcode']);
  expect(codes({ name, latitude: '52,5', longitude: '13,4' })).toEqual(['latitude place-without-name', 'longitude place-without-name']);
  expect(codes({ name, opensAt: '8:00', closesAt: '16:00' })).toEqual(['opensAt hours-without-days', 'closesAt hours-without-days']);
});
