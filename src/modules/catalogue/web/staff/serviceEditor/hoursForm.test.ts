import { expect, test } from 'vitest';
import { FormFields } from '#platform/http/index.ts';
import type { Schedule } from '../../../domain/parts.ts';
import { changedSchedules } from '../../../domain/weekOfSchedules.ts';
import { readHours, typedHours } from './hoursForm.ts';

const schedules: Schedule[] = [
  { id: 'ac148810-d857-441c-9679-408f346de14b', freq: 'WEEKLY', byday: 'MO,TU', opensAt: '08:00', closesAt: '16:00' },
  { freq: 'MONTHLY', byday: '1SA', opensAt: '10:00', closesAt: '14:00' },
  { freq: 'WEEKLY', byday: 'FR', opensAt: '08:00', closesAt: '12:30' },
];

test('what is shown and saved unchanged stays as it was, ids and monthly ones included', () => {
  const { value, errors } = readHours(FormFields.from(typedHours(schedules)));
  expect(errors).toEqual([]);
  const saved = changedSchedules(schedules, value);
  expect(saved).toHaveLength(3);
  expect(saved).toEqual(expect.arrayContaining(schedules));
});

test('hours may be typed as people write them; wrong ones are named', () => {
  const { value, errors } = readHours(
    FormFields.from({ fromMO: '8', toMO: '15.30', fromTU: '8:00', toTU: '15:30', fromWE: 'rano', fromTH: '9', toTH: '9' }),
  );
  expect(value.week).toEqual([{ freq: 'WEEKLY', byday: 'MO,TU', opensAt: '08:00', closesAt: '15:30' }]);
  expect(errors).toEqual([
    { field: 'fromWE', code: 'not-a-time' },
    { field: 'toWE', code: 'not-a-time' },
    { field: 'toTH', code: 'same-time' },
  ]);
});

test('hours that end before they begin are refused, unless they are said to end on the next day', () => {
  const { value, errors } = readHours(
    FormFields.from({ fromMO: '16:00', toMO: '8:00', fromTU: '20', toTU: '8:00 następnego dnia', fromWE: '22', toWE: '6 rano' }),
  );
  expect(errors).toEqual([{ field: 'toMO', code: 'same-time' }]);
  expect(value.week.map(({ byday, opensAt, closesAt }) => [byday, opensAt, closesAt])).toEqual([
    ['TU', '20:00', '08:00'],
    ['WE', '22:00', '06:00'],
  ]);
  for (const typed of ['6', '6:00 nast. dnia', '6.00 jutro', '6:00 +1', '6:00+1'])
    expect([typed, readHours(FormFields.from({ fromMO: '22', toMO: typed })).errors.length]).toEqual([typed, typed === '6' ? 1 : 0]);
  expect(readHours(FormFields.from({ fromMO: '8', toMO: '16 następnego dnia' })).errors).toEqual([{ field: 'toMO', code: 'same-time' }]);
});

test('night hours are shown as they may be typed', () => {
  const night: Schedule[] = [{ freq: 'WEEKLY', byday: 'MO', opensAt: '20:00', closesAt: '08:00' }];
  expect(typedHours(night)['toMO']).toBe('8:00 następnego dnia');
  const { value, errors } = readHours(FormFields.from(typedHours(night)));
  expect([errors, changedSchedules(night, value)]).toEqual([[], night]);
});

test('another schedule that is unticked goes', () => {
  const typed = { ...typedHours(schedules), otherSchedules: [] };
  expect(changedSchedules(schedules, readHours(FormFields.from(typed)).value)).toHaveLength(2);
});
