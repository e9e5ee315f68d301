import { readFileSync } from 'node:fs';
import { z } from 'zod';

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const datesSchema = z.strictObject({ publishedOn: day, updatedOn: day, preparedOn: day, reviewedOn: day });
/** When the site was published and changed, and when its accessibility statement was made and reviewed. */
export type StatementDates = z.infer<typeof datesSchema>;

/** The dates of this version, from data/accessibility.json. */
export const statementDates: StatementDates = datesSchema.parse(
  JSON.parse(readFileSync(new URL('../../../../../../data/accessibility.json', import.meta.url), 'utf8')),
);
