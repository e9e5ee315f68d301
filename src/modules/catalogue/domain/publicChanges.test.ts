import { expect, test } from 'vitest';
import { publicChanges, type Change } from './publicChanges.ts';

let last = 0;
const change = (minute: number, field: string, before: unknown, after: unknown): Change => {
  last += 1;
  const id = `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
  return { id, recordId: 'r', recordKind: 'service', at: Temporal.Instant.from(`2026-03-02T10:${minute + 10}:00Z`), field, before, after };
};
const told = (changes: readonly Change[]) =>
  publicChanges(changes, 'CUS').map(({ fieldName, previousValue, replacementValue }) => [fieldName, previousValue, replacementValue]);

test('changes have the names of the standard, oldest first', () => {
  const changes = [
    change(2, 'minimumAge', null, 60),
    change(1, 'scope', 'Opis', 'Nowy opis'),
    change(3, 'languages', [{ code: 'pl' }], []),
  ];
  expect(told(changes)).toEqual([
    ['description', 'Opis', 'Nowy opis'],
    ['minimum_age', '', '60'],
    ['languages', '[{"code":"pl"}]', '[]'],
  ]);
});

test('whoever was taken off a card is not found in its history', () => {
  const people = [
    change(1, 'contacts', [{ name: 'Anna Przykładowa' }], []),
    change(2, 'places', [{ site: { phones: [{ number: '52 1' }] } }], []),
  ];
  expect(told(people)).toEqual([
    ['contacts', '', ''],
    ['service_at_locations', '', ''],
  ]);
});

test('what was typed before publication, also a second one, stays inside; figures tell their own time', () => {
  const draft = [change(1, 'scope', null, 'szkic'), change(2, 'status', 'draft', 'active'), change(2, 'name', 'a', 'b')];
  expect(told([...draft, change(3, 'vacancy', null, { free: 1 }), change(4, 'name', 'b', 'c')])).toEqual([['name', 'b', 'c']]);
  expect(told([...draft, change(3, 'name', 'b', 'c'), change(5, 'status', 'draft', 'active')])).toEqual([]);
});

test('long values are told in short', () => {
  expect(told([change(1, 'scope', 'x'.repeat(10_000), 'y')])[0]?.[1]).toHaveLength(2000);
});
