import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isoDateSchema, type IsoDate } from '#shared/isoTime.ts';

const key = z.string().regex(/^[a-z][a-z-]*$/);
const areaSchema = z.strictObject({
  key,
  title: z.string(),
  hint: z.string(),
  /** Health, violence and the like: shown to few. */
  sensitive: z.boolean(),
  /** What the scores 0 to 4 mean, in plain words. */
  anchors: z.array(z.string()).length(5),
});
const editionSchema = z.strictObject({
  validFrom: isoDateSchema,
  source: z.string().nullable(),
  verified: z.boolean(),
  note: z.string(),
  areas: z.array(areaSchema).min(1),
  /** Always sensitive. */
  risks: z.array(z.strictObject({ key, title: z.string() })),
});
export type LifeArea = z.infer<typeof areaSchema>;
/** The life areas and risks that talks are held by from a day on. */
export type Edition = z.infer<typeof editionSchema>;

const file = new URL('../../../data/assessment/areas.json', import.meta.url);
const editions: readonly Edition[] = z
  .array(editionSchema)
  .min(1)
  .parse(JSON.parse(readFileSync(file, 'utf8')))
  .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

/** The edition in force on a day: the newest one that began by then, or the first of all. */
export function editionOn(day: IsoDate): Edition {
  const found = editions.findLast((edition) => edition.validFrom <= day) ?? editions[0];
  if (!found) throw new Error('no edition of life areas ships');
  return found;
}
