import { z } from 'zod';
import { day, defineDocument, grosze, letterheadSchema, personSchema, signatorySchema, text } from '#platform/documents/index.ts';
import { individualPlanSample } from './individualPlanSample.ts';

const feeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free') }),
  /** Money for one unit, for example 2500 grosze for "spotkanie". */
  z.object({ kind: z.literal('perUnit'), grosze, unit: text }),
  /** Not settled yet, or described in words. */
  z.object({ kind: z.literal('described'), text }),
]);

/** Indywidualny plan usług społecznych (IPUS), one version of it; amounts in grosze, days as `YYYY-MM-DD`. */
const individualPlanSchema = z.object({
  letterhead: letterheadSchema,
  version: z.int().positive(),
  status: z.enum(['draft', 'agreed', 'approved']),
  from: day,
  to: day,
  requestedOn: day,
  person: personSchema,
  representative: z.object({ name: text, capacity: text }).optional(),
  coordinator: z.object({ name: text, phone: text.optional(), email: text.optional() }),
  /** What the person can do, likes, and whom they can count on. */
  strengths: z.array(text),
  needs: z.array(z.object({ area: text, description: text })),
  goals: z.array(
    z.object({
      goal: text,
      /** By what it will be seen that the goal is reached. */
      measure: text.optional(),
      actions: z.array(z.object({ what: text, who: text, when: text.optional() })),
    }),
  ),
  services: z.array(
    z.object({ name: text, scope: text, from: day, to: day.optional(), place: text.optional(), provider: text.optional(), fee: feeSchema }),
  ),
  /** Działania wspierające: neighbours, volunteers, self-help. */
  supportingActions: z.array(z.object({ what: text, who: text, when: text.optional() })),
  responsibilities: z.array(z.object({ who: text, what: text })),
  monitoring: z.array(z.object({ how: text, when: text, who: text })),
  /** Statements that the person makes by signing. */
  consents: z.array(text),
  /** What differs from the version before. */
  changes: z.array(text),
  agreement: z.object({ name: text, on: day.optional() }),
  approval: signatorySchema,
});
export type IndividualPlanData = z.infer<typeof individualPlanSchema>;

export const individualPlan = defineDocument<IndividualPlanData>({
  name: 'plans/individualPlan',
  source: new URL('./individualPlan.typ', import.meta.url),
  schema: individualPlanSchema,
  sample: individualPlanSample,
});
