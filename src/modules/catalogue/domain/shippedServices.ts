import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { recordOfCard, serviceCardSchema, type ServiceRecord } from '#modules/catalogue/domain/service.ts';

const fileSchema = z.strictObject({ centre: z.string().nullable(), services: z.array(serviceCardSchema) });

/**
 * The services that ship in data/catalogue for a centre, in the order of the file; empty for a centre without a file.
 * @throws ZodError when the file is not of the documented form.
 */
export function listShippedServices(centreSlug: string): readonly ServiceRecord[] {
  if (!/^[a-z0-9-]+$/.test(centreSlug)) return [];
  const file = new URL(`../../../../data/catalogue/${centreSlug}.json`, import.meta.url);
  if (!existsSync(file)) return [];
  const { centre, services } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return centre === centreSlug ? services.map((card) => recordOfCard(centreSlug, card)) : [];
}
