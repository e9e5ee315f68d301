import { z } from 'zod';
import type { World } from '#platform/world.ts';
import { findCentreRow } from '../store/centreStore.ts';

/** What the register tells of a centre beside its name; empty for one made on this installation. */
const factsSchema = z.object({
  sources: z.array(z.string()).default([]),
  status: z.string().nullable().default(null),
  notes: z.array(z.string()).default([]),
  tercs: z.array(z.string()).default([]),
  /** Some villages and towns of the gmina, with the page that names them; not a whole register. */
  localities: z.object({ source: z.string().nullable(), names: z.array(z.string()) }).default({ source: null, names: [] }),
  /** What the centre told of itself on this installation; it outweighs the register, which never changes it. */
  own: z
    .object({
      hours: z.string().nullable().default(null),
      website: z.string().nullable().default(null),
      localities: z.array(z.string()).nullable().default(null),
    })
    .optional(),
});
export interface CentreFacts extends z.infer<typeof factsSchema> {
  /** Those of the register, also where the centre tells its own. */
  readonly registeredLocalities: readonly string[];
}

/** The public facts of a centre, or undefined when there is no such centre. Only sources that can be followed are given. */
export async function findCentreFacts({ database }: World, slug: string): Promise<CentreFacts | undefined> {
  const row = await findCentreRow(database, slug);
  if (!row) return undefined;
  return readFacts(row.facts);
}

export function readFacts(stored: unknown): CentreFacts {
  const facts = factsSchema.parse(stored);
  const told = facts.own?.localities;
  const localities = told ? { source: null, names: told } : facts.localities;
  const registeredLocalities = facts.localities.names;
  return {
    ...facts,
    localities,
    registeredLocalities,
    sources: facts.sources.filter((source) => URL.canParse(source) && !source.includes('…')),
  };
}
