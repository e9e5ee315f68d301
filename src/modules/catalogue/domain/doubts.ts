import { mayBeInPoland } from './poland.ts';
import type { Schedule } from './parts.ts';
import { everHappens, frequencyOf, isOver, readClock } from './schedule.ts';
import type { ServiceRecord } from './service.ts';

/** What is allowed in a record but can hardly be meant. `what` names the part. */
export interface Doubt {
  readonly code: 'schedule-never' | 'schedule-over' | 'hours-turned' | 'area-abroad' | 'place-abroad';
  readonly what: string;
  /** Where a schedule is doubted. */
  readonly schedule?: Schedule;
}

/** Schedules that fall on no day to come or end before they begin, and areas or places outside the country. */
export function findDoubts(service: ServiceRecord, today: Temporal.PlainDate): readonly Doubt[] {
  const schedules = [
    ...service.schedules,
    ...service.places.flatMap((place) => [...(place.schedules ?? []), ...(place.site?.schedules ?? [])]),
  ];
  const areas = [...service.serviceAreas, ...service.places.flatMap(({ site }) => site?.serviceAreas ?? [])];
  return [
    ...schedules
      // What is told in words alone names no day.
      .filter((schedule) => frequencyOf(schedule) !== undefined || schedule.dtstart !== undefined)
      .filter((schedule) => isOver(schedule, today) || !everHappens(schedule, today))
      .map((schedule) => ({
        code: isOver(schedule, today) ? ('schedule-over' as const) : ('schedule-never' as const),
        what: schedule.description ?? schedule.byday ?? schedule.dtstart ?? '',
        schedule,
      })),
    ...schedules.filter(isTurned).map((schedule) => ({
      code: 'hours-turned' as const,
      what: `${schedule.opensAt}–${schedule.closesAt}`,
      schedule,
    })),
    ...areas
      .filter(({ extent, extentType }) => extent !== undefined && isAbroad(extent, extentType))
      .map(({ name }) => ({ code: 'area-abroad' as const, what: name ?? '' })),
    ...service.places
      .filter(({ latitude, longitude }) => latitude !== undefined && longitude !== undefined && !mayBeInPoland({ latitude, longitude }))
      .map(({ name }) => ({ code: 'place-abroad' as const, what: name })),
  ];
}

/** Hours over midnight are a night's, such as 18–8; longer ones are more likely two that were mixed up. */
const LONGEST_NIGHT = 15 * 60;
function isTurned({ opensAt, closesAt }: Schedule): boolean {
  const [from, to] = [opensAt, closesAt].map((clock) => (clock === undefined ? undefined : readClock(clock)));
  if (!from || !to || from.offset !== to.offset) return false;
  const minutes = to.hour * 60 + to.minute - (from.hour * 60 + from.minute);
  return minutes < 0 && minutes + 24 * 60 > LONGEST_NIGHT;
}

/** Whether a GeoJSON extent lies wholly outside the country; other formats are not read. */
function isAbroad(extent: string, type: string | undefined): boolean {
  if (type !== undefined && !/geo-?json/i.test(type)) return false;
  const points: { latitude: number; longitude: number }[] = [];
  const collect = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const [longitude, latitude] = value as unknown[];
    if (typeof longitude === 'number' && typeof latitude === 'number') points.push({ latitude, longitude });
    else for (const each of value) collect(each);
  };
  try {
    JSON.parse(extent, (key, value: unknown) => {
      if (key === 'coordinates') collect(value);
      return value;
    });
  } catch {
    return false;
  }
  return points.length > 0 && !points.some(mayBeInPoland);
}
