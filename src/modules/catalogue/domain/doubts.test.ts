import { expect, test } from 'vitest';
import { aServiceRecord } from '../testing.ts';
import { findDoubts } from './doubts.ts';

const today = Temporal.PlainDate.from('2026-03-09');
const area = (longitude: number, latitude: number) => JSON.stringify({ type: 'Point', coordinates: [longitude, latitude] });

test('a schedule that never happens, an area and a place abroad are told; what can be meant is not', () => {
  const fine = aServiceRecord('Dobra', {
    schedules: [
      { freq: 'WEEKLY', byday: 'MO', opensAt: '08:00', closesAt: '10:00' },
      { freq: 'WEEKLY', byday: 'SA', opensAt: '18:00', closesAt: '8:00' },
    ],
    serviceAreas: [
      { name: 'Solec', extent: area(18.2, 53.1), extentType: 'geojson' },
      { name: 'Opis', extent: 'cała gmina', extentType: 'text' },
    ],
    places: [{ name: 'Tu', latitude: 53.08, longitude: 18.22 }],
  });
  expect(findDoubts(fine, today)).toEqual([]);
  const odd = aServiceRecord('Dziwna', {
    schedules: [{ freq: 'WEEKLY', byday: 'MO', until: '2020-01-01' }],
    serviceAreas: [{ name: 'Paryż', extent: area(2.35, 48.85), extentType: 'GeoJSON' }],
    places: [{ name: 'Londyn', latitude: 51.5, longitude: -0.12 }],
  });
  expect(findDoubts(odd, today)).toEqual([
    { code: 'schedule-over', what: 'MO', schedule: { freq: 'WEEKLY', byday: 'MO', until: '2020-01-01' } },
    { code: 'area-abroad', what: 'Paryż' },
    { code: 'place-abroad', what: 'Londyn' },
  ]);
});

test('hours that end before they begin are doubted, also where a place has them', () => {
  const turned = { freq: 'WEEKLY', byday: 'MO', opensAt: '10:00', closesAt: '9:00' } as const;
  const odd = aServiceRecord('Odwrotna', {
    schedules: [turned],
    places: [{ name: 'Tu', schedules: [{ ...turned, opensAt: '16:00:00' }] }],
  });
  expect(findDoubts(odd, today).map(({ code, what }) => [code, what])).toEqual([
    ['hours-turned', '10:00–9:00'],
    ['hours-turned', '16:00:00–9:00'],
  ]);
});
