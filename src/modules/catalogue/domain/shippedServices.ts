import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { recordOfCard, serviceCardSchema, vacancySchema, type ServiceRecord } from '#modules/catalogue/domain/service.ts';

/** A card as files hold it. Figures of a made-up service have no moment of their own. */
export const shippedCardSchema = serviceCardSchema.extend({ vacancy: vacancySchema.omit({ asOf: true }).nullable().default(null) });
const fileSchema = z.strictObject({ centre: z.string().nullable(), services: z.array(shippedCardSchema) });

/**
 * The services that ship in data/catalogue for a centre, in the order of the file; empty for a centre without a file.
 * With `asOf` they have the figures of their places, as of that moment.
 * @throws ZodError when the file is not of the documented form.
 */
export function listShippedServices(centreSlug: string, asOf?: Temporal.Instant): readonly ServiceRecord[] {
  if (!/^[a-z0-9-]+$/.test(centreSlug)) return [];
  const file = new URL(`../../../../data/catalogue/${centreSlug}.json`, import.meta.url);
  if (!existsSync(file)) return [];
  const { centre, services } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (centre !== centreSlug) return [];
  return services.map(({ vacancy, ...card }) => ({
    ...recordOfCard(centreSlug, card),
    vacancy: vacancy && asOf ? { ...vacancy, asOf: asOf.toString() } : null,
  }));
}
