/**
 * A statutory day off (dzień ustawowo wolny od pracy), as dated data.
 * `on` is either a fixed day of the year or a distance in days from Easter Sunday.
 */
export type HolidayRule = {
  readonly name: string;
  readonly on: { readonly month: number; readonly day: number } | { readonly easter: number };
  /** First and last year in which the rule holds. */
  readonly fromYear: number;
  readonly toYear?: number;
};

/**
 * Days off under the Act of 18 January 1951 on days off work (ustawa o dniach wolnych od pracy), since 1990:
 * Epiphany returned in 2011, Christmas Eve was added in 2025. Sundays are days off too and are not listed.
 */
export const STATUTORY_HOLIDAYS: readonly HolidayRule[] = [
  { name: 'Nowy Rok', on: { month: 1, day: 1 }, fromYear: 1990 },
  { name: 'Święto Trzech Króli', on: { month: 1, day: 6 }, fromYear: 2011 },
  { name: 'Wielkanoc', on: { easter: 0 }, fromYear: 1990 },
  { name: 'Poniedziałek Wielkanocny', on: { easter: 1 }, fromYear: 1990 },
  { name: 'Święto Państwowe', on: { month: 5, day: 1 }, fromYear: 1990 },
  { name: 'Święto Narodowe Trzeciego Maja', on: { month: 5, day: 3 }, fromYear: 1990 },
  { name: 'Zielone Świątki', on: { easter: 49 }, fromYear: 1990 },
  { name: 'Boże Ciało', on: { easter: 60 }, fromYear: 1990 },
  { name: 'Wniebowzięcie Najświętszej Maryi Panny', on: { month: 8, day: 15 }, fromYear: 1990 },
  { name: 'Wszystkich Świętych', on: { month: 11, day: 1 }, fromYear: 1990 },
  { name: 'Narodowe Święto Niepodległości', on: { month: 11, day: 11 }, fromYear: 1990 },
  { name: 'Wigilia Bożego Narodzenia', on: { month: 12, day: 24 }, fromYear: 2025 },
  { name: 'Boże Narodzenie, pierwszy dzień', on: { month: 12, day: 25 }, fromYear: 1990 },
  { name: 'Boże Narodzenie, drugi dzień', on: { month: 12, day: 26 }, fromYear: 1990 },
];

/** The name of the statutory day off on that date, or undefined. Plain Sundays have no name. */
export function findHoliday(date: Temporal.PlainDate, rules: readonly HolidayRule[] = STATUTORY_HOLIDAYS): string | undefined {
  return rules.find((rule) => isInForce(rule, date.year) && dateOf(rule, date.year).equals(date))?.name;
}

/** The statutory days off of a year, in no particular order. */
export function listHolidays(year: number, rules: readonly HolidayRule[] = STATUTORY_HOLIDAYS): Temporal.PlainDate[] {
  return rules.filter((rule) => isInForce(rule, year)).map((rule) => dateOf(rule, year));
}

/** Neither Saturday, nor Sunday, nor a statutory day off. */
export function isWorkingDay(date: Temporal.PlainDate, rules: readonly HolidayRule[] = STATUTORY_HOLIDAYS): boolean {
  return date.dayOfWeek <= 5 && findHoliday(date, rules) === undefined;
}

/**
 * The date itself when it is a working day, otherwise the next working day: where a deadline that ends on a Saturday or
 * a statutory day off moves (KPA art. 57 §4).
 */
export function nextWorkingDay(date: Temporal.PlainDate, rules: readonly HolidayRule[] = STATUTORY_HOLIDAYS): Temporal.PlainDate {
  let day = date;
  while (!isWorkingDay(day, rules)) day = day.add({ days: 1 });
  return day;
}

/** The day that comes the given number of working days after the date; the date itself is not counted. */
export function addWorkingDays(
  date: Temporal.PlainDate,
  count: number,
  rules: readonly HolidayRule[] = STATUTORY_HOLIDAYS,
): Temporal.PlainDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(day.add({ days: 1 }), rules);
  return day;
}

/** Easter Sunday of the Gregorian calendar (the anonymous computus published by Meeus, Jones and Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const shifted = epact + weekday - 7 * correction + 114;
  return Temporal.PlainDate.from({
    year,
    month: Math.floor(shifted / 31),
    day: (shifted % 31) + 1,
  });
}

function isInForce(rule: HolidayRule, year: number): boolean {
  return year >= rule.fromYear && (rule.toYear === undefined || year <= rule.toYear);
}

function dateOf(rule: HolidayRule, year: number): Temporal.PlainDate {
  return 'easter' in rule.on ? easterSunday(year).add({ days: rule.on.easter }) : Temporal.PlainDate.from({ year, ...rule.on });
}
