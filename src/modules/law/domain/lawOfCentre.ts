import type { Parameter } from './parameters.ts';

/** What somebody of a centre entered about one parameter; never changed afterwards. */
export interface CentreValue {
  readonly id: string;
  readonly key: string;
  readonly value: Parameter['value'];
  readonly validFrom: Temporal.PlainDate;
  readonly kind: 'confirmed' | 'changed';
  readonly article: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly enteredBy: string;
  readonly enteredByName: string;
  readonly enteredAt: Temporal.Instant;
}

/**
 * The shipped parameters as one centre applies them. A change begins a figure of the centre's own on its day; it gives
 * way to whatever begins later, be it shipped or the centre's. A confirmation marks the figure that begins on its day as
 * checked. Of several entries about one day the last counts.
 * @param entered in the order in which they were entered
 */
export function lawOfCentre(shipped: readonly Parameter[], entered: readonly CentreValue[]): readonly Parameter[] {
  const lines = new Map(shipped.map((each) => [`${each.key} ${each.validFrom}`, each]));
  for (const each of entered) {
    const day = each.validFrom.toString();
    const place = `${each.key} ${day}`;
    const about = lines.get(place) ?? shipped.find((line) => line.key === each.key);
    if (!about) continue;
    const { validTo: _, ...rest } = about;
    lines.set(place, {
      ...(each.kind === 'confirmed' ? about : rest),
      value: each.value,
      validFrom: day,
      article: each.article ?? about.article,
      source: each.source,
      verified: true,
      ...(each.note !== null && { note: each.note }),
    });
  }
  return [...lines.values()];
}

/** A slip of the keyboard must not become a deadline of three hundred years. */
const mostOfUnit: Readonly<Record<string, number>> = {
  day: 3650,
  month: 120,
  year: 30,
  hour: 1000,
  minute: 1440,
  megabyte: 100,
  percent: 100,
};
export const mostOf = (unit: string): number => mostOfUnit[unit] ?? 1000;

/** What a person typed for a figure, as its kind demands, or undefined. */
export function readTypedValue(like: Parameter, typed: string): Parameter['value'] | undefined {
  const text = typed.trim();
  if (typeof like.value === 'number') {
    if (like.unit === 'grosze') {
      const amount = /^(\d{1,7})(?:[.,](\d{2}))?(?:\s*zł)?$/.exec(text.replace(/[\s\u00a0]/g, ''));
      return amount ? Number(amount[1]) * 100 + Number(amount[2] ?? 0) : undefined;
    }
    return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= mostOf(like.unit) ? Number(text) : undefined;
  }
  if (typeof like.value === 'boolean') return text === 'tak' ? true : text === 'nie' ? false : undefined;
  if (typeof like.value === 'string') return text.length > 0 && text.length <= 2000 ? text : undefined;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.length > 0 && lines.length <= 50 && lines.every((line) => line.length <= 300) ? lines : undefined;
}
