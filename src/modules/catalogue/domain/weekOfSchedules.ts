import type { Schedule } from './parts.ts';
import { daysOf, readClock, type Weekday } from './schedule.ts';

const simple: ReadonlySet<string> = new Set(['id', 'freq', 'byday', 'opensAt', 'closesAt']);

/** The schedules that a week of one pair of hours a day shows, and the rest with their places. */
export function splitSchedules(schedules: readonly Schedule[]): {
  readonly week: ReadonlyMap<Weekday, Schedule>;
  readonly others: readonly (readonly [number, Schedule])[];
} {
  const week = new Map<Weekday, Schedule>();
  const others: (readonly [number, Schedule])[] = [];
  for (const [index, schedule] of schedules.entries()) {
    const days = daysOf(schedule);
    const fits =
      schedule.freq !== 'MONTHLY' &&
      schedule.opensAt !== undefined &&
      schedule.closesAt !== undefined &&
      days.length > 0 &&
      Object.keys(schedule).every((key) => simple.has(key)) &&
      [schedule.opensAt, schedule.closesAt].every((clock) => readClock(clock)?.offset === null) &&
      days.every(({ day, nth }) => nth === null && !week.has(day));
    if (!fits) others.push([index, schedule]);
    else for (const { day } of days) week.set(day, schedule);
  }
  return { week, others };
}

/** What the week says, as schedules: days of the same hours make one. `kept` are the places of other schedules that stay. */
export interface HoursChange {
  readonly week: readonly Schedule[];
  readonly kept: readonly number[];
}
/** The schedules after a change; those that say the same as before keep their ids. */
export function changedSchedules(before: readonly Schedule[], { week, kept }: HoursChange): Schedule[] {
  const { others } = splitSchedules(before);
  const same = (one: Schedule, other: Schedule) =>
    (['byday', 'opensAt', 'closesAt'] as const).every((key) => one[key]?.replace(/:00$/, '') === other[key]?.replace(/:00$/, ''));
  return [
    ...week.map((schedule) => before.find((each) => same(each, schedule)) ?? schedule),
    ...others.filter(([index]) => kept.includes(index)).map(([, schedule]) => schedule),
  ];
}
