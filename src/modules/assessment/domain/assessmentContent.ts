import { z } from 'zod';
import { isoDateSchema } from '#shared/isoTime.ts';

export const advices = ['recommended', 'notRecommended', 'otherService'] as const;
export type Advice = (typeof advices)[number];
export const heldAt = ['centre', 'whereThePersonStays', 'phone'] as const;

const note = z.string().max(2000).nullable();
/** A score of 0 (no difficulty) to 4 (constant help); null: it was not talked about. */
const finding = z.strictObject({ score: z.int().min(0).max(4).nullable(), note });
const findings = z.record(z.string(), finding);

export const contentSchema = z.strictObject({
  /** First day of the edition of life areas it was written with. */
  edition: isoDateSchema,
  place: z.enum(heldAt),
  /** Who took part beside the person and the coordinator. */
  present: z.string().max(500).nullable(),
  areas: findings,
  /** Strengths and people to build on. */
  resources: z.string().max(5000).nullable(),
  /** What the person themself wants, in their words. */
  wishes: z.string().min(1).max(5000),
  recommendations: z.array(z.strictObject({ serviceId: z.string(), advice: z.enum(advices), note })),
  /** Null when services need no coordinating. */
  coordination: z.strictObject({ from: isoDateSchema, to: isoDateSchema, withPlan: z.boolean() }).nullable(),
  summary: z.string().max(5000).nullable(),
});
export const sensitiveSchema = z.strictObject({
  areas: findings,
  risks: z.array(z.string()),
  riskNote: z.string().max(5000).nullable(),
});
export type Finding = z.infer<typeof finding>;
export type AssessmentContent = z.infer<typeof contentSchema>;
/** The part that only those see who need it for the person's sake. */
export type SensitiveContent = z.infer<typeof sensitiveSchema>;

/** One recorded version. `sensitive` is null for readers who may not see it. */
export interface Assessment {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly heldOn: Temporal.PlainDate;
  readonly content: AssessmentContent;
  readonly sensitive: SensitiveContent | null;
  readonly recordedByName: string;
  readonly recordedAt: Temporal.Instant;
}
