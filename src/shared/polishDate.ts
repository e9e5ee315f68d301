import { ok, refuse, type Result } from '#shared/result.ts';

export type DateRefusal = 'empty' | 'unreadable' | 'short-year' | 'impossible';

/** The languages in which the product speaks to residents. */
export type DateLanguage = 'pl' | 'en' | 'uk';

export const WARSAW = 'Europe/Warsaw';

/**
 * Months as folded words (no diacritics, so a Ukrainian й stands as и): Polish genitive, nominative, short and Roman numeral,
 * then English and Ukrainian, because people write in the language of the page.
 */
const MONTHS: readonly (readonly string[])[] = [
  ['stycznia', 'styczen', 'sty', 'i', 'january', 'jan', 'січня', 'січень'],
  ['lutego', 'luty', 'lut', 'ii', 'february', 'feb', 'лютого', 'лютии'],
  ['marca', 'marzec', 'mar', 'iii', 'march', 'березня', 'березень'],
  ['kwietnia', 'kwiecien', 'kwi', 'iv', 'april', 'apr', 'квітня', 'квітень'],
  ['maja', 'maj', 'v', 'may', 'травня', 'травень'],
  ['czerwca', 'czerwiec', 'cze', 'vi', 'june', 'jun', 'червня', 'червень'],
  ['lipca', 'lipiec', 'lip', 'vii', 'july', 'jul', 'липня', 'липень'],
  ['sierpnia', 'sierpien', 'sie', 'viii', 'august', 'aug', 'серпня', 'серпень'],
  ['wrzesnia', 'wrzesien', 'wrz', 'ix', 'september', 'sep', 'sept', 'вересня', 'вересень'],
  ['pazdziernika', 'pazdziernik', 'paz', 'x', 'october', 'oct', 'жовтня', 'жовтень'],
  ['listopada', 'listopad', 'lis', 'xi', 'november', 'nov', 'листопада', 'листопад'],
  ['grudnia', 'grudzien', 'gru', 'xii', 'december', 'dec', 'грудня', 'грудень'],
];

/**
 * Reads a date as people write it, in any language of the product: `3 marca 2025`, `3 March 2025`, `3 березня 2025`,
 * `3 marca 2025 r.`, `3 III 2025`, `03.03.2025`, `3-3-2025`, `03/03/2025`,
 * `2025-03-03`. Day before month, always. A year of two digits is refused: guessing a century hurts people born before 1930.
 */
export function parsePolishDate(text: string): Result<Temporal.PlainDate, DateRefusal> {
  const plain = fold(text);
  if (plain === '') return refuse('empty');

  const iso = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(plain);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);

  const numeric = /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})$/.exec(plain);
  if (numeric) return dateOf(numeric[3], numeric[2], numeric[1]);

  const worded = /^(\d{1,2})[-. ]*(\p{L}+)[-. ]*(\d{4}|\d{2})$/u.exec(plain);
  if (worded) {
    const month = MONTHS.findIndex((names) => names.includes(worded[2] ?? '')) + 1;
    return month === 0 ? refuse('unreadable') : dateOf(worded[3], String(month), worded[1]);
  }
  return refuse('unreadable');
}

/** `3 marca 2025`; in English `3 March 2025`, in Ukrainian `3 березня 2025 р.` */
export function formatDate(date: Temporal.PlainDate, language: DateLanguage = 'pl'): string {
  return date.toLocaleString(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `03.03.2025`: for tables. */
export function formatShortDate(date: Temporal.PlainDate): string {
  return `${twoDigits(date.day)}.${twoDigits(date.month)}.${String(date.year).padStart(4, '0')}`;
}

/** `poniedziałek, 3 marca 2025`: for deadlines and appointments. */
export function formatDateWithWeekday(date: Temporal.PlainDate, language: DateLanguage = 'pl'): string {
  return date.toLocaleString(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** `3 marca 2025, 14:05`, in the time of Warsaw. */
export function formatInstant(instant: Temporal.Instant, language: DateLanguage = 'pl'): string {
  const there = instant.toZonedDateTimeISO(WARSAW);
  return `${formatDate(there.toPlainDate(), language)}, ${twoDigits(there.hour)}:${twoDigits(there.minute)}`;
}

/** The calendar day in Poland at the given moment. */
export function todayInWarsaw(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(WARSAW).toPlainDate();
}

/** The first moment of a calendar day in Poland. */
export function startOfDayInWarsaw(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(WARSAW).toInstant();
}

const LOCALES: Readonly<Record<DateLanguage, string>> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .replace(/(\d) ?(r(oku|\.)?|р(оку|\.)?)$/, '$1')
    .replace(/ ?([-./]) ?/g, '$1');
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): Result<Temporal.PlainDate, DateRefusal> {
  if (year?.length !== 4) return refuse('short-year');
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return ok(Temporal.PlainDate.from(parts, { overflow: 'reject' }));
  } catch {
    return refuse('impossible');
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
