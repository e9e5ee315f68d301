import { formatDate, todayInWarsaw } from '#shared/polishDate.ts';

/** The day in Poland of a moment, as people read it. */
export const dayOf = (instant: Temporal.Instant): string => formatDate(todayInWarsaw(instant));
