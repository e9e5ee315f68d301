import { expect, test } from 'vitest';
import { partsOfNumber } from '#shared/phone.ts';
import { namesTyped, readDescription } from './description.ts';

test('a pasted list becomes names, once each, and what was repeated is told', () => {
  const pasted = '1. Wymysłowo\n2) Zmyślona\n• wymysłowo\n- Ptaszkowo, Ptaszkowo;Nowa  Wieś\t\n\n3 Maja Osiedle';
  const read = readDescription({ localities: namesTyped(pasted) });
  expect(read).toMatchObject({
    ok: true,
    value: {
      description: { localities: ['Wymysłowo', 'Zmyślona', 'Ptaszkowo', 'Nowa Wieś', '3 Maja Osiedle'] },
      repeated: ['Wymysłowo', 'Ptaszkowo'],
    },
  });
});

test('an empty text takes away, what is left out stays', () => {
  expect(readDescription({ phone: ' ', localities: [] })).toMatchObject({ value: { description: { phone: null, localities: null } } });
  expect(readDescription({})).toEqual({ ok: true, value: { description: {}, repeated: [] } });
});

test.each([
  [{ phone: 'zadzwoń' }, 'not-a-phone'],
  [{ phone: '52 123 45 67 lub wieczorem' }, 'not-a-phone'],
  [{ email: 'cus@example' }, 'not-an-email'],
  [{ email: 'cus@example.org, biuro@example.org' }, 'not-an-email'],
  [{ hours: 'codziennie' }, 'not-hours'],
  [{ hours: 'poniedziałek 8:75–15:30' }, 'not-hours'],
  [{ website: 'javascript:alert(1)' }, 'not-a-url'],
  [{ website: 'https://ktos:haslo@example.org' }, 'not-a-url'],
  [{ website: 'nasza strona' }, 'not-a-url'],
  [{ localities: ['12345'] }, 'not-a-place'],
  [{ localities: Array.from({ length: 301 }, (_, number) => `Wieś ${number}`) }, 'too-many-places'],
  [{ address: 'a'.repeat(301) }, 'too-long'],
] as const)('%j is refused', (told, code) => {
  expect(readDescription(told)).toMatchObject({ ok: false, refusal: [{ field: Object.keys(told)[0], code }] });
});

test.each([
  { hours: 'poniedziałek–piątek 7:30–15:30' },
  { hours: 'całą dobę' },
  { website: 'cus.example.org' },
  { website: 'https://przykład.pl/o-nas?x=1' },
  { phone: '52 123 45 67 wew. 12, 600 100 200' },
])('%j is taken', (told) => {
  expect(readDescription(told).ok).toBe(true);
});

test('each of several numbers can be called, an extension is not dialled along', () => {
  expect(partsOfNumber('52 123 45 67 lub 600 100 200')).toEqual([
    { text: '52 123 45 67', dial: '+48521234567' },
    { text: ' lub ' },
    { text: '600 100 200', dial: '+48600100200' },
  ]);
  expect(partsOfNumber('52/123-45-67 wew. 12')).toEqual([{ text: '52/123-45-67 wew. 12', dial: '+48521234567' }]);
  expect(partsOfNumber('116 111')).toEqual([{ text: '116 111', dial: '116111' }]);
  expect(partsOfNumber('wieczorem')).toEqual([{ text: 'wieczorem' }]);
});
