/**
 * Who may use a service, as data: conditions on a person, joined by "all of", "one of", "none of" and exceptions.
 * What nobody knows stays unknown: it is neither held against a person nor taken as met.
 */
import { z } from 'zod';

export const disabilityDegrees = ['none', 'light', 'moderate', 'severe'] as const;
export type DisabilityDegree = (typeof disabilityDegrees)[number];

/** Situations that rules of services name. Asked one by one, each yes or no. */
export const circumstances = [
  'carer',
  'parent',
  'singleParent',
  'largeFamily',
  'pregnant',
  'pupil',
  'unemployed',
  'retired',
  'homeless',
  'violence',
  'addiction',
  'foreigner',
  'leavingCare',
  'afterPrison',
] as const;
export type Circumstance = (typeof circumstances)[number];

const id = z.string().min(1).max(200);
/** Years of age; decimals for small children (2.5 is two years and six months). */
const years = z.number().min(0).max(130);

export type Condition =
  /** Lives in a gmina the centre serves. */
  | { readonly id: string; readonly kind: 'residesInArea' }
  /** On the day that counts. A whole number as upper bound includes the whole year of life: 18 lasts until the 19th birthday. */
  | { readonly id: string; readonly kind: 'ageAtLeast' | 'ageAtMost'; readonly years: number }
  | { readonly id: string; readonly kind: 'disability'; readonly degrees: readonly DisabilityDegree[] }
  | { readonly id: string; readonly kind: 'livesAlone' }
  /** People in the household, the person included. */
  | { readonly id: string; readonly kind: 'householdAtLeast' | 'householdAtMost'; readonly persons: number }
  /** At least one of these situations. */
  | { readonly id: string; readonly kind: 'circumstance'; readonly of: readonly Circumstance[] }
  | { readonly id: string; readonly kind: 'targetGroup'; readonly groups: readonly string[] }
  /** Income for one person of the household, in grosze a month. */
  | { readonly id: string; readonly kind: 'incomeAtMost'; readonly grosze: number }
  /** The same, in percent of the income criterion in force on the day (of a single person, or of a person in a family). */
  | { readonly id: string; readonly kind: 'incomeWithin'; readonly percent: number }
  | { readonly id: string; readonly kind: 'document'; readonly name: string }
  /** In the words of the card; only staff can settle it. */
  | { readonly id: string; readonly kind: 'inWords'; readonly text: string }
  | GroupCondition
  /** Met when all of `of` are met, or all of `except` are. */
  | { readonly id: string; readonly kind: 'exception'; readonly of: readonly Condition[]; readonly except: readonly Condition[] };

export type GroupCondition = { readonly id: string; readonly kind: 'allOf' | 'anyOf' | 'noneOf'; readonly of: readonly Condition[] };
export type LeafCondition = Exclude<Condition, { kind: 'allOf' | 'anyOf' | 'noneOf' | 'exception' }>;

/** Reads a condition from stored data. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ id, kind: z.enum(['residesInArea', 'livesAlone']) }),
    z.strictObject({ id, kind: z.enum(['ageAtLeast', 'ageAtMost']), years }),
    z.strictObject({ id, kind: z.literal('disability'), degrees: z.array(z.enum(disabilityDegrees)).min(1) }),
    z.strictObject({ id, kind: z.enum(['householdAtLeast', 'householdAtMost']), persons: z.int().min(1).max(100) }),
    z.strictObject({ id, kind: z.literal('circumstance'), of: z.array(z.enum(circumstances)).min(1) }),
    z.strictObject({ id, kind: z.literal('targetGroup'), groups: z.array(z.string()).min(1) }),
    z.strictObject({ id, kind: z.literal('incomeAtMost'), grosze: z.int().min(0) }),
    z.strictObject({ id, kind: z.literal('incomeWithin'), percent: z.int().min(1).max(10_000) }),
    z.strictObject({ id, kind: z.literal('document'), name: z.string().min(1) }),
    z.strictObject({ id, kind: z.literal('inWords'), text: z.string().min(1) }),
    z.strictObject({ id, kind: z.enum(['allOf', 'anyOf', 'noneOf']), of: z.array(conditionSchema).min(1) }),
    z.strictObject({ id, kind: z.literal('exception'), of: z.array(conditionSchema).min(1), except: z.array(conditionSchema).min(1) }),
  ]),
);

/** What is known about the person; null, or a situation left out, is unknown. */
export type ApplicantFacts = {
  /** Years of age on the day that counts; completed months as parts of a year. */
  readonly age: number | null;
  readonly residesInArea: boolean | null;
  readonly disabilityDegree: DisabilityDegree | null;
  readonly livesAlone: boolean | null;
  readonly household: number | null;
  readonly circumstances: Readonly<Partial<Record<Circumstance, boolean>>>;
  readonly targetGroups: readonly string[] | null;
  readonly incomePerPersonGrosze: number | null;
  /** Documents brought so far. */
  readonly documents: readonly string[] | null;
};

export const nothingKnown: ApplicantFacts = {
  age: null,
  residesInArea: null,
  disabilityDegree: null,
  livesAlone: null,
  household: null,
  circumstances: {},
  targetGroups: null,
  incomePerPersonGrosze: null,
  documents: null,
};

/** Age on a day in years, completed months as parts of a year; null before birth. */
export function decimalAgeOn(birthDate: Temporal.PlainDate, on: Temporal.PlainDate): number | null {
  const { years: whole, months } = birthDate.until(on, { largestUnit: 'years' });
  return Temporal.PlainDate.compare(birthDate, on) > 0 ? null : whole + months / 12;
}
