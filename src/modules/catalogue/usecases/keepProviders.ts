import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { foldName } from '#shared/personName.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { ProviderRecord } from '../domain/provider.ts';
import { findProviderRow, findProviderRowNamed } from '../store/catalogueStore.ts';
import { insertProviders, replaceProvider, valuesOf } from '../store/providerWrites.ts';
import { takeRevision } from '../store/revision.ts';
import type { ProviderRow } from '../store/tables.ts';

/** A provider as its keepers write it: what residents are told, and where orders go. */
export interface ProviderChange {
  readonly provider: Omit<ProviderRecord, 'id'>;
  readonly email: string | null;
  readonly phone: string | null;
  readonly isActive: boolean;
}
export type ProviderRefusal = { readonly code: 'name-taken' } | { readonly code: 'changed-meanwhile'; readonly current: ProviderRow };

/** Adds a provider to the centre's list. */
export async function addOrganization(scope: CentreScope, change: ProviderChange): Promise<Result<{ id: string }, ProviderRefusal>> {
  const { email, phone, isActive, provider } = change;
  // The revision is taken first: writers wait here, so the name cannot be taken between the question and the answer.
  const revision = await takeRevision(scope.tx);
  if (await findProviderRowNamed(scope.tx, foldName(provider.name))) return refuse({ code: 'name-taken' });
  const id = newId();
  await insertProviders(scope.tx, [{ ...valuesOf(id, provider, scope.now, revision), email, phone, isActive }]);
  return ok({ id });
}

/** Changes a provider, if it still is as its editor read it. What the form does not show stays as it was. */
export async function changeOrganization(
  scope: CentreScope,
  row: ProviderRow,
  version: number,
  change: ProviderChange,
): Promise<Result<{ id: string }, ProviderRefusal>> {
  const revision = await takeRevision(scope.tx);
  const namesake = await findProviderRowNamed(scope.tx, foldName(change.provider.name));
  if (namesake && namesake.id !== row.id) return refuse({ code: 'name-taken' });
  if (await replaceProvider(scope.tx, row.id, version, change, scope.now, revision)) return ok({ id: row.id });
  return refuse({ code: 'changed-meanwhile', current: (await findProviderRow(scope.tx, row.id)) ?? row });
}
