import { readFileSync } from 'node:fs';
import { z } from 'zod';

const years = z.int().nullable();
const schema = z.array(
  z.object({ code: z.string(), name: z.object({ pl: z.string() }), ages: z.object({ from: years, to: years }).optional() }),
);

/** What rules need to know of the target groups that the catalogue ships with: names, and ages where age tells who belongs. */
export const targetGroups = schema.parse(JSON.parse(readFileSync(new URL('../../../../data/targetGroups.json', import.meta.url), 'utf8')));
