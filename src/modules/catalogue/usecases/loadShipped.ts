import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CentreScope } from '#platform/http/index.ts';
import { recordOfCard, serviceCardSchema } from '../domain/service.ts';
import { putService } from './services.ts';

const folder = new URL('../../../../data/catalogue/', import.meta.url);
const fileSchema = z.object({ services: z.array(serviceCardSchema) });

/** Puts the services that ship for the scope's centre into its catalogue; again, it changes nothing. Returns how many it wrote. */
export async function loadShippedServices(scope: CentreScope): Promise<number> {
  const file = new URL(`${scope.centre.slug}.json`, folder);
  if (!existsSync(file)) return 0;
  const { services } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  let written = 0;
  for (const card of services) if (await putService(scope, recordOfCard(scope.centre.slug, card))) written += 1;
  return written;
}
