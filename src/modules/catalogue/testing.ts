import { derivedId, newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { serviceRecordSchema, slugOf, type ServiceRecord } from './domain/service.ts';
import { putService } from './usecases/services.ts';

/** A published service of the centre with nothing but a name, and what `card` adds. */
export async function aService(scope: CentreScope, name: string, card: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = newId();
  const record = { name, areas: [4], qualification: {}, fee: {}, slug: `usluga-${id}`, ...card, id };
  await putService(scope, serviceRecordSchema.parse(record));
  return id;
}

/** A published service with nothing but a name, and what `card` adds, not yet in a catalogue; its id follows from the name. */
export function aServiceRecord(name: string, card: Readonly<Record<string, unknown>> = {}): ServiceRecord {
  const id = derivedId('test service', name);
  return serviceRecordSchema.parse({ id, slug: slugOf(name), name, areas: [4], qualification: {}, fee: {}, ...card });
}
