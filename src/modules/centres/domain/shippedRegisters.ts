import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A gmina as `data/registers/gminas.json` ships it. */
const gminaSchema = z.object({
  terc: z.string().regex(/^\d{7}$/),
  name: z.string().min(1),
  kind: z.enum(['urban', 'rural', 'urban-rural']),
  powiat: z.string().min(1),
  voivodeship: z.string().min(1),
  stateOn: z.iso.date(),
});
export type ShippedGmina = z.infer<typeof gminaSchema>;

/** A centre as `data/registers/centres.json` ships it; what is not used here is kept as it stands. */
const centreSchema = z.looseObject({
  slug: z.string(),
  displayName: z.string(),
  officialName: z.string().nullable(),
  /** Several where it is not settled which namesake runs the centre, or where gminas run it together. */
  tercs: z.tuple([z.string()], z.string()),
  legalMode: z.string().nullable(),
  startedOn: z.iso.date().nullable(),
  status: z.string(),
  sources: z.array(z.string()),
  hasCatalogue: z.boolean(),
});
export type ShippedCentre = z.infer<typeof centreSchema>;

const folder = new URL('../../../../data/registers/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** @throws ZodError when the file is not of the documented form. */
export const readShippedGminas = (): ShippedGmina[] => z.array(gminaSchema).parse(read('gminas.json'));
/** @throws ZodError when the file is not of the documented form. */
export const readShippedCentres = (): ShippedCentre[] => z.array(centreSchema).parse(read('centres.json'));
