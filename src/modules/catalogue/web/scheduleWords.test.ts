import { expect, test } from 'vitest';
import { openInWords, scheduleInWords } from './scheduleWords.ts';

test.each([
  [{ byday: 'MO,TU,WE,TH,FR', opensAt: '08:00', closesAt: '16:00' }, 'Poniedziałek–piątek 8:00–16:00'],
  [{ byday: 'TU,TH', opensAt: '10:00:00', closesAt: '12:30' }, 'Wtorek i czwartek 10:00–12:30'],
  [{ byday: 'MO,TU,WE,TH,FR,SA,SU', opensAt: '07:00', closesAt: '20:00' }, 'Codziennie 7:00–20:00'],
  [{ freq: 'MONTHLY', byday: '2WE,4WE', opensAt: '17:00', closesAt: '19:00' }, 'Druga środa i czwarta środa miesiąca 17:00–19:00'],
  [{ freq: 'MONTHLY', byday: '1SA' }, 'Pierwsza sobota miesiąca'],
  [{ freq: 'WEEKLY', byday: 'FR', interval: 2, dtstart: '2026-03-06' }, 'Co drugi tydzień: piątek, od 6 marca 2026'],
  [{ dtstart: '2026-03-06', opensAt: '10:00', closesAt: '12:00' }, '6 marca 2026 10:00–12:00'],
  [{ description: 'Po umówieniu.' }, 'Po umówieniu.'],
  [{}, undefined],
] as const)('%j is said as %s', (schedule, words) => {
  expect(scheduleInWords(schedule, 'pl')).toBe(words);
});

test('open now, later today, another day, a day off', () => {
  const hours = [{ byday: 'MO,TU,WE,TH,FR', opensAt: '08:00', closesAt: '16:00' }];
  const said = (local: string) =>
    openInWords(hours, Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Warsaw').toInstant(), 'pl')?.text;
  expect(said('2026-03-02T09:00')).toBe('Teraz otwarte, do 16:00');
  expect(said('2026-03-02T07:00')).toBe('Teraz zamknięte. Najbliższy termin: dziś o 8:00');
  expect(said('2026-03-06T17:00')).toBe('Teraz zamknięte. Najbliższy termin: w poniedziałek, 9 marca 2026 o 8:00');
  expect(said('2026-11-11T12:00')).toContain('Narodowe Święto Niepodległości');
});
