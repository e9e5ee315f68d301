import { dayOf, toIsoInstant, type IsoDate, type IsoInstant } from '#shared/isoTime.ts';

/**
 * The moment that decides the order of the reserve list. What was entered on the day it was filed counts from the
 * moment of entering; a letter entered later counts as the last of its day, so it overtakes nobody who filed that day.
 */
export function filingMoment(filedOn: IsoDate, recordedAt: IsoInstant): IsoInstant {
  if (dayOf(recordedAt) === filedOn) return recordedAt;
  const end = Temporal.PlainDate.from(filedOn).add({ days: 1 }).toZonedDateTime('Europe/Warsaw').subtract({ milliseconds: 1 });
  return toIsoInstant(end.toInstant());
}
