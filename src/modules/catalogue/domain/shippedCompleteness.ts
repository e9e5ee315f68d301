import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { completenessOf, editionSchema, type Completeness, type CompletenessEdition } from './completeness.ts';
import type { ServiceRecord } from './service.ts';

/** All editions of the weights that ship. @throws ZodError when the data file is not of the documented form */
export function readCompletenessEditions(): readonly CompletenessEdition[] {
  return z.array(editionSchema).parse(JSON.parse(readFileSync(new URL('../../../../data/completeness.json', import.meta.url), 'utf8')));
}
const shipped = readCompletenessEditions();

/** How full a card is by the weights that ship. */
export const completenessOn = (card: ServiceRecord, on: Temporal.PlainDate): Completeness => completenessOf(card, on, shipped);
