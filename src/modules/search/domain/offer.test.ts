import { describe, expect, test } from 'vitest';
import { getLexicalFiles } from '../lexicalFiles.ts';
import { byNearness, distanceKm, findNear } from './near.ts';
import { countFacets, fits } from './narrowing.ts';
import { bySoonestPlace, type Offer } from './offer.ts';
import { keptWords } from './unmet.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');
const town = (name: string, latitude?: number, longitude?: number) => ({
  town: name,
  postcode: null,
  coordinates: latitude === undefined || longitude === undefined ? null : { latitude, longitude },
});
const offer = (id: string, change: Partial<Offer> = {}): Offer => ({
  id,
  name: id,
  areas: [4],
  groups: ['SENIORS'],
  validTo: null,
  modes: [],
  languages: [],
  accessibility: [],
  cost: null,
  freePlaces: null,
  waitDays: null,
  places: [],
  serviceAreas: [],
  isOpenAt: () => null,
  ...change,
});

test('choices narrow together, and each says what it would leave while the others stand', () => {
  const offers = [
    offer('a', { cost: 'free', modes: ['at-home'] }),
    offer('b', { cost: 'free', modes: ['remote'], groups: ['EVERYONE'], isOpenAt: () => true }),
    offer('c', { cost: 'paid', modes: ['at-home'], freePlaces: 2 }),
  ];
  const left = (narrowing: Parameters<typeof fits>[1]) => offers.filter((each) => fits(each, narrowing, now)).map(({ id }) => id);
  expect(left({ cost: 'free' })).toEqual(['a', 'b']);
  expect(left({ cost: 'free', mode: 'at-home' })).toEqual(['a']);
  expect(left({ group: 'CARERS' })).toEqual(['b']);
  expect(left({ openNow: true })).toEqual(['b']);
  expect(left({ hasPlaces: true })).toEqual(['c']);
  const counts = countFacets(offers, { cost: 'free' }, now, ['SENIORS', 'CARERS']);
  expect([...counts.cost]).toEqual([
    ['free', 2],
    ['paid', 1],
  ]);
  expect(counts.mode.get('at-home')).toBe(1);
  expect(counts.group.get('CARERS')).toBe(1);
  expect(counts.group.get('SENIORS')).toBe(2);
});

test('the soonest place: free ones first, then the shorter wait, then the unknown', () => {
  const sorted = [
    offer('x'),
    offer('w9', { waitDays: 9 }),
    offer('f1', { freePlaces: 1 }),
    offer('w2', { waitDays: 2 }),
    offer('f5', { freePlaces: 5 }),
  ];
  expect(sorted.toSorted(bySoonestPlace).map(({ id }) => id)).toEqual(['f1', 'f5', 'w2', 'w9', 'x']);
});

test('near a town: its own services, those within the radius, and those that come or are for its residents', () => {
  const offers = [
    offer('here', { places: [town('Łódź', 51.77, 19.46)], modes: ['on-site'] }),
    offer('close', { places: [town('Pabianice', 51.66, 19.35)], modes: ['on-site'] }),
    offer('far', { places: [town('Warszawa', 52.23, 21.01)], modes: ['on-site'] }),
    offer('unknown', { places: [town('Gdzieś')], modes: ['on-site'] }),
    offer('home', { modes: ['at-home'] }),
    offer('elsewhere', { modes: ['at-home'], serviceAreas: ['Warszawa'] }),
  ];
  const near = findNear(' lodz', 15, offers, { gmina: 'Łódź', localities: [] });
  expect(offers.filter((each) => near?.reaches(each)).map(({ id }) => id)).toEqual(['here', 'close', 'home']);
  expect(near?.distanceTo(offers[0] as Offer)).toBe(0);
  expect(near?.distanceTo(offers[1] as Offer)).toBeCloseTo(14.4, 0);
  expect(near?.distanceTo(offers[3] as Offer)).toBeNull();
  expect(findNear('Atlantyda', 15, offers, { gmina: 'Łódź', localities: [] })).toBeUndefined();
  // Łódź – Warszawa as geodesists have it, within a kilometre.
  expect(distanceKm({ latitude: 51.7592, longitude: 19.456 }, { latitude: 52.2297, longitude: 21.0122 })).toBeCloseTo(118.7, 0);
});

describe('a place of the gmina', () => {
  const gmina = { gmina: 'Solec Kujawski', localities: ['Chrośna', 'Makowiska'] };
  const whole = { serviceAreas: ['Gmina Solec Kujawski'] };
  const centre = { ...town('Solec Kujawski', 53.08, 18.23), postcode: '86-050' };
  const offers = [
    offer('club', { ...whole, places: [centre], modes: ['on-site'] }),
    offer('home', { ...whole, modes: ['at-home'] }),
    offer('phone', { ...whole, places: [town('Bydgoszcz', 53.12, 18.0)], modes: ['on-site', 'remote'] }),
    offer('unplaced', { serviceAreas: ['Solec Kujawski i okolice'], modes: ['on-site'] }),
    offer('village', { serviceAreas: ['Chrośna'], modes: ['at-home'] }),
    offer('away', { serviceAreas: ['Bydgoszcz'], modes: ['at-home'] }),
  ];
  const reached = (place: string, radius = 5) => {
    const near = findNear(place, radius, offers, gmina);
    return near && offers.filter((each) => near.reaches(each)).map(({ id }) => id);
  };

  test('what is given at home, by telephone or in the whole gmina stays', () => {
    for (const place of ['86-050', '86050 Solec', 'Solec', 'gm. Solec Kujawski', 'SOLEC KUJAWSKI'])
      expect(reached(place), place).toEqual(['club', 'home', 'phone', 'unplaced']);
  });
  test('a village is known, and nothing is left out for a distance that nobody knows', () => {
    for (const place of ['Chrośna', 'chrosna', 'wieś Chrośna'])
      expect(reached(place), place).toEqual(['club', 'home', 'phone', 'unplaced', 'village']);
    expect(reached('Makowiska')).toEqual(['club', 'home', 'phone', 'unplaced']);
    expect(reached('Sol')).toBeUndefined();
  });
  test('the way to a service is told, and what comes to people is as near as their town', () => {
    const near = findNear('86-050', 30, offers, gmina);
    expect(offers.map((each) => near?.wayTo(each).kind)).toEqual(['here', 'comes', 'km', 'unknown', 'unknown', 'unknown']);
    expect(near && offers.toSorted(byNearness(near)).map(({ id }) => id)).toEqual(['club', 'home', 'phone', 'unplaced', 'village', 'away']);
  });
});

test('of a search that found little only ordinary words are kept, in base form', () => {
  const { polish } = getLexicalFiles();
  expect(keptWords('Szukam nurkowania dla Zenona Kowalskiego, tel. 600 700 800, jan@example.org', polish)).toBe('nurkowanie telefon');
  expect(keptWords('44051401359', polish)).toBeNull();
  expect(keptWords('xqzxqz', polish)).toBeNull();
});
