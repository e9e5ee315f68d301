import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeHsdsReader } from '#modules/catalogue/index.ts';
import { openFile } from './openFile.ts';

const id = (n: number) => `0192f5a0-0000-4000-8000-${String(n).padStart(12, '0')}`;
const table = (...rows: readonly (readonly (string | number)[])[]) =>
  strToU8(rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n'));

test('the tables of a data package become services with their provider, place, hours and prices', async () => {
  const bytes = zipSync({
    'hsds/datapackage.json': strToU8('{}'),
    'hsds/services.csv': table(
      ['id', 'organization_id', 'name', 'status', 'minimum_age'],
      [id(1), id(2), 'Klub seniora', 'active', 60],
      [id(9), '', 'Basen', 'active', ''],
    ),
    'hsds/organizations.csv': table(['id', 'name', 'description'], [id(2), 'Fundacja Jodła', 'Fundacja Jodła']),
    'hsds/service_at_location.csv': table(['id', 'service_id', 'location_id'], [id(3), id(1), id(4)]),
    'hsds/locations.csv': table(['id', 'name', 'location_type', 'latitude', 'longitude'], [id(4), 'Świetlica', 'physical', '53.1', '18.2']),
    'hsds/addresses.csv': table(
      ['id', 'location_id', 'address_1', 'city', 'postal_code', 'country', 'address_type'],
      [id(5), id(4), 'Leśna 1', 'Jodłowo', '86-050', 'PL', 'physical'],
    ),
    'hsds/schedules.csv': table(
      ['id', 'service_id', 'freq', 'byday', 'opens_at', 'closes_at'],
      [id(6), id(1), 'WEEKLY', 'MO,WE', '08:00', '15:30'],
    ),
    'hsds/cost_options.csv': table(['id', 'service_id', 'amount', 'currency'], [id(7), id(1), '12.50', 'PLN']),
    'hsds/phones.csv': table(['id', 'service_id', 'organization_id', 'number'], [id(8), id(1), '', '52 111 22 33']),
  });
  const opened = await openFile('pakiet.zip', bytes);
  if (!opened.ok || opened.value.content.kind !== 'hsds') throw new Error(JSON.stringify(opened));
  expect(opened.value.format).toBe('package');
  const reader = makeHsdsReader();
  const read = opened.value.content.rows.map((row, index) => reader.read(index + 1, row));
  expect(read.map(({ problems }) => problems)).toEqual([[], []]);
  expect(read[0]?.service).toMatchObject({
    id: id(1),
    minimumAge: 60,
    provider: { name: 'Fundacja Jodła' },
    places: [{ name: 'Świetlica', street: 'Leśna 1', postcode: '86-050', town: 'Jodłowo', latitude: 53.1 }],
    schedules: [{ byday: 'MO,WE', opensAt: '08:00' }],
    costOptions: [{ amount: 12.5 }],
    contact: { phone: '52 111 22 33' },
  });
  expect(read[1]?.service).toMatchObject({ name: 'Basen', provider: null, places: [] });
});

test('a package without services holds nothing', async () => {
  expect(await openFile('p.zip', zipSync({ 'services.csv': table(['id', 'name']) }))).toMatchObject({ refusal: 'no-rows' });
});
