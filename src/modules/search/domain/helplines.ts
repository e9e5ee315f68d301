import { readFileSync } from 'node:fs';
import { z } from 'zod';

const inThree = z.strictObject({ pl: z.string().min(1), en: z.string().min(1), uk: z.string().min(1) });

/** A telephone number of the whole country for those who cannot wait, as data/helplines.json ships it. */
export const helplineSchema = z.strictObject({
  /** As it is read aloud, digits in groups. */
  number: z.string().regex(/^[\d ]{3,12}$/),
  /** Kinds of services that somebody calling it would need, the leading one first. */
  kinds: z.array(z.string()).default([]),
  name: inThree,
  for: inThree,
  hours: inThree,
  /** Life in danger: shown first and apart. */
  isEmergency: z.boolean(),
  source: z.url().nullable(),
  checkedOn: z.iso.date().nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().optional(),
  /** A public page states the number and its hours. */
  verified: z.boolean(),
});
export type Helpline = z.infer<typeof helplineSchema>;

const all: readonly Helpline[] = z
  .array(helplineSchema)
  .parse(JSON.parse(readFileSync(new URL('../../../../data/helplines.json', import.meta.url), 'utf8')));

/** Numbers that answer on a day, the emergency number first. */
export function helplinesOn(day: Temporal.PlainDate): readonly Helpline[] {
  const on = day.toString();
  return all.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo));
}

/** Knows less of the need than this: somebody who calls there is sent on. */
const USEFUL_FROM = 1.5;

/** The kind of service that somebody who is being hurt needs. */
const VIOLENCE = 'przemoc-pomoc';
/** Numbers for somebody who is being hurt. */
export const violenceHelplines = (day: Temporal.PlainDate): readonly Helpline[] => helplinesFor({ [VIOLENCE]: 3 }, day);

/** The emergency number and those that know most of a need, given by its graded kinds of services; four at most. */
export function helplinesFor(kinds: Readonly<Record<string, number>>, day: Temporal.PlainDate): readonly Helpline[] {
  // Who is being hurt is given the line made for that before those for any crisis.
  const isFirst = ({ kinds: [leading] }: Helpline) => leading === VIOLENCE && kinds[VIOLENCE] === 3;
  const use = (line: Helpline) =>
    line.isEmergency ? 100 : Math.max(0, ...line.kinds.map((kind, at) => (kinds[kind] ?? 0) - at / 2)) + (isFirst(line) ? 1 : 0);
  return helplinesOn(day)
    .filter((each) => use(each) >= USEFUL_FROM)
    .toSorted((a, b) => use(b) - use(a))
    .slice(0, 4);
}
