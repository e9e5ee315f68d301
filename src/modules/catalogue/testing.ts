import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { serviceRecordSchema } from './domain/service.ts';
import { putService } from './usecases/services.ts';

/** A published service of the centre with nothing but a name, and what `card` adds. */
export async function aService(scope: CentreScope, name: string, card: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = newId();
  const record = { name, areas: [4], qualification: {}, fee: {}, slug: `usluga-${id}`, ...card, id };
  await putService(scope, serviceRecordSchema.parse(record));
  return id;
}
