/** How many months, with the running one, the figures about the past cover. */
export const spans = [3, 6, 12] as const;
export type Span = (typeof spans)[number];

/** The first day of the earliest month of a span that ends today. */
export function startOfSpan(today: Temporal.PlainDate, months: Span): Temporal.PlainDate {
  return today.with({ day: 1 }).subtract({ months: months - 1 });
}

/** The months of a span, earliest first, as `2026-03`. */
export function monthsOf(today: Temporal.PlainDate, months: Span): readonly string[] {
  const first = startOfSpan(today, months);
  return Array.from({ length: months }, (_, index) => first.add({ months: index }).toPlainYearMonth().toString());
}

/** Reads the span of an address; anything else is half a year. */
export function spanOf(text: string | null): Span {
  return spans.find((each) => String(each) === text) ?? 6;
}
