/**
 * Dates and instants as they lie in events: plain ISO 8601 texts that survive JSON unchanged.
 * Arithmetic goes through Temporal. Texts of one kind compare in order of time with `<` and `>`:
 * a date is always `YYYY-MM-DD`, an instant always UTC with three digits of milliseconds.
 */
import { z } from 'zod';

/** A calendar day, `2025-03-03`. */
export type IsoDate = string;
/** A moment, `2025-03-03T08:15:00.000Z`. */
export type IsoInstant = string;

export const isoDateSchema = z.iso.date();
export const isoInstantSchema = z.iso.datetime({ precision: 3 });

/** The zone in which Polish deadlines are counted. */
export const legalTimeZone = 'Europe/Warsaw';

/** The Polish calendar day of a moment: 23:30 UTC is already tomorrow in Warsaw. */
export function dayOf(at: IsoInstant): IsoDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(legalTimeZone).toPlainDate().toString();
}

/** How many minutes of its Polish day have begun at a moment: 10:15 in Warsaw is 615, and so is 10:14:30. */
export function minutesOfDay(at: IsoInstant): number {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(legalTimeZone);
  return Math.ceil(local.startOfDay().until(local).total('minutes'));
}

/** The moment in the one form that events use. */
export function toIsoInstant(at: Temporal.Instant): IsoInstant {
  return at.toString({ fractionalSecondDigits: 3 });
}

/** The day `days` later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The last day of a period of whole months that begins on `date`: 1 May 2025 + 12 months ends on 30 April 2026. */
export function lastDayOfMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }).subtract({ days: 1 }).toString();
}

/** True when the text is a real calendar day: 30 February is not. */
export function isIsoDate(text: string): boolean {
  return isoDateSchema.safeParse(text).success;
}
