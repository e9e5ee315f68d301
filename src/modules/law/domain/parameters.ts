import { z } from 'zod';
import type { LawValueKey, LawValues } from '#shared/lawValues.ts';

/** One dated figure of the law, or a setting of the product, as it ships in `data/law`. */
export const parameterSchema = z.object({
  key: z.string(),
  kind: z.enum(['law', 'product']),
  title_pl: z.string(),
  unit: z.string(),
  value: z.union([z.number(), z.boolean(), z.string(), z.array(z.unknown())]),
  validFrom: z.iso.date(),
  validTo: z.iso.date().optional(),
  article: z.string().nullable(),
  source: z.string().nullable(),
  verified: z.boolean(),
  note: z.string().optional(),
});
export type Parameter = z.infer<typeof parameterSchema>;

/** The parameter in force on a day; of several, the one that began last. */
export function findInForce(parameters: readonly Parameter[], key: string, on: Temporal.PlainDate): Parameter | undefined {
  const day = on.toString();
  return parameters
    .filter((each) => each.key === key && each.validFrom <= day && (each.validTo === undefined || day <= each.validTo))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

const keys: readonly LawValueKey[] = [
  'needContactDays',
  'supplementDays',
  'planDueDays',
  'planMaxMonths',
  'coordinationMonths',
  'appealDays',
  'referralLinkDays',
];

/** The figures that decisions need, in force on a day. @throws Error when one is missing: then nothing may be decided. */
export function lawValuesOn(parameters: readonly Parameter[], on: Temporal.PlainDate): LawValues {
  return Object.fromEntries(
    keys.map((key) => {
      const found = findInForce(parameters, key, on);
      if (typeof found?.value !== 'number') throw new Error(`law parameter ${key} has no number in force on ${on}`);
      return [key, found.value];
    }),
  ) as LawValues;
}
