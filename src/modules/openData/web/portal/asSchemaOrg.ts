import type { CentreContext } from '#platform/http/index.ts';
import { toSchemaOrg } from '../../domain/schemaOrg.ts';
import { findOne } from '../../usecases/directory.ts';
import { reachOf } from '../api/answer.ts';
import { publisherOf } from '../api/linkedData.ts';

/** A published service as schema.org for the page of its card; what is not in the public copy is not told. */
export async function asSchemaOrg(c: CentreContext, serviceId: string): Promise<object | undefined> {
  // Within the transaction of the page: it must not wait for a second connection while it holds one.
  const service = await findOne({ ...reachOf(c), database: c.scope.tx.db }, 'service', serviceId, {});
  return service && toSchemaOrg(service, publisherOf(c));
}
