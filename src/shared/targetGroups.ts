import { z } from 'zod';
import shipped from '../../data/targetGroups.json' with { type: 'json' };

/**
 * Groups of residents by which the catalogue is filtered and which rules of who may use a service name; their names and ages are
 * in data/targetGroups.json. Here, because the pure decisions of more than one module need them.
 */
export const TARGET_GROUPS = [
  'SENIORS',
  'DISABLED',
  'DEPENDENT',
  'CARERS',
  'FAMILIES',
  'CHILDREN',
  'YOUTH',
  'ADULTS',
  'CRISIS',
  'JOBSEEKERS',
  'HOMELESS',
  'ADDICTION',
  'FOREIGNERS',
  'ORGANISATIONS',
  'EVERYONE',
] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

const inThree = z.strictObject({ pl: z.string(), en: z.string(), uk: z.string() });
const agesSchema = z.strictObject({ from: z.int().nullable(), to: z.int().nullable(), article: z.string(), verified: z.boolean() });
const groupSchema = z.strictObject({ code: z.enum(TARGET_GROUPS), name: inThree, ages: agesSchema.optional() });

export interface TargetGroupWords {
  readonly code: TargetGroup;
  readonly name: z.infer<typeof inThree>;
  /** Years of age by which somebody belongs to it, both included, and where they come from; absent where age does not tell. */
  readonly ages?: z.infer<typeof agesSchema> | undefined;
}

/** Groups of residents, in the order in which they are offered. */
export const targetGroups: readonly TargetGroupWords[] = z.array(groupSchema).parse(shipped);
