/**
 * The conditions of a service as data, and their checking with an explanation for each. What nobody
 * knows stays unknown: it is neither held against a person nor taken as met.
 */
import { z } from 'zod';
import type { IsoDate } from '#shared/isoTime.ts';

export const disabilityDegrees = ['none', 'light', 'moderate', 'severe'] as const;
export type DisabilityDegree = (typeof disabilityDegrees)[number];

const id = z.string().min(1).max(64);

export type Condition =
  /** Lives in a gmina the centre serves. */
  | { readonly id: string; readonly kind: 'residesInArea' }
  /** Completed years of age on the day of the application. */
  | { readonly id: string; readonly kind: 'ageAtLeast' | 'ageAtMost'; readonly years: number }
  | { readonly id: string; readonly kind: 'disability'; readonly degrees: readonly DisabilityDegree[] }
  | { readonly id: string; readonly kind: 'livesAlone' }
  | { readonly id: string; readonly kind: 'targetGroup'; readonly groups: readonly string[] }
  /** Income for one person of the household, in grosze a month. */
  | { readonly id: string; readonly kind: 'incomeAtMost'; readonly grosze: number }
  | { readonly id: string; readonly kind: 'document'; readonly name: string }
  /** In the words of the card; only staff can settle it. */
  | { readonly id: string; readonly kind: 'inWords'; readonly text: string }
  | { readonly id: string; readonly kind: 'allOf' | 'anyOf'; readonly of: readonly Condition[] };

/** Reads a condition from stored data. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ id, kind: z.literal('residesInArea') }),
    z.strictObject({ id, kind: z.enum(['ageAtLeast', 'ageAtMost']), years: z.number().min(0).max(130) }),
    z.strictObject({ id, kind: z.literal('disability'), degrees: z.array(z.enum(disabilityDegrees)).min(1) }),
    z.strictObject({ id, kind: z.literal('livesAlone') }),
    z.strictObject({ id, kind: z.literal('targetGroup'), groups: z.array(z.string()).min(1) }),
    z.strictObject({ id, kind: z.literal('incomeAtMost'), grosze: z.int().min(0) }),
    z.strictObject({ id, kind: z.literal('document'), name: z.string().min(1) }),
    z.strictObject({ id, kind: z.literal('inWords'), text: z.string().min(1) }),
    z.strictObject({ id, kind: z.enum(['allOf', 'anyOf']), of: z.array(conditionSchema).min(1) }),
  ]),
);

/** What is known about the person; null is unknown. */
export type ApplicantFacts = {
  readonly birthDate: IsoDate | null;
  readonly residesInArea: boolean | null;
  readonly disabilityDegree: DisabilityDegree | null;
  readonly livesAlone: boolean | null;
  readonly targetGroups: readonly string[] | null;
  readonly incomePerPersonGrosze: number | null;
  /** Documents brought so far. */
  readonly documents: readonly string[] | null;
};

export const nothingKnown: ApplicantFacts = {
  birthDate: null,
  residesInArea: null,
  disabilityDegree: null,
  livesAlone: null,
  targetGroups: null,
  incomePerPersonGrosze: null,
  documents: null,
};

/** The part of a service card that conditions can be read from. */
export type CardConditions = {
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly recipients: string | null;
  readonly qualification: { readonly text: string | null; readonly documents: readonly string[] };
};

/** Conditions as far as a card states them: residence, age and documents are checked, its words are left to staff. */
export function conditionsOfCard(card: CardConditions): readonly Condition[] {
  const words = [
    { id: 'recipients', text: card.recipients },
    { id: 'mode', text: card.qualification.text },
  ];
  return [
    { id: 'residence', kind: 'residesInArea' },
    ...(card.minimumAge === null ? [] : [{ id: 'minimumAge', kind: 'ageAtLeast', years: card.minimumAge } as const]),
    ...(card.maximumAge === null ? [] : [{ id: 'maximumAge', kind: 'ageAtMost', years: card.maximumAge } as const]),
    ...card.qualification.documents.map((name, index) => ({ id: `document${index + 1}`, kind: 'document', name }) as const),
    ...words.flatMap(({ id: wordsId, text }) => (text === null ? [] : [{ id: wordsId, kind: 'inWords', text } as const])),
  ];
}
