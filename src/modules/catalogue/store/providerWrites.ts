import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { foldName } from '#shared/personName.ts';
import { newId } from '#shared/uuid.ts';
import type { ProviderRecord } from '../domain/provider.ts';
import type { CatalogueTables, ProviderRow } from './tables.ts';

const batch = 500;
type Values = Omit<ProviderRow, 'centreId' | 'version'>;

/**
 * Ids of the rows of providers by their folded names. One with an id replaces what its row says; one that is only named
 * finds its row by the name or gets one, and changes nothing of it.
 */
export async function saveProviders(
  tx: CentreTx,
  named: readonly ProviderRecord[],
  now: Temporal.Instant,
  revision: number,
): Promise<ReadonlyMap<string, string>> {
  if (named.length === 0) return new Map();
  const known = await tablesOf<CatalogueTables>(tx).selectFrom('catalogue.provider').select(['id', 'foldedName']).execute();
  const idOfName = new Map(known.map((row) => [row.foldedName, row.id]));
  const rowIds = new Set(idOfName.values());
  const added = new Map<string, Values>();
  const replaced = new Map<string, ProviderRecord>();
  for (const provider of named) {
    const foldedName = foldName(provider.name);
    const row = provider.id !== undefined && rowIds.has(provider.id) ? provider.id : idOfName.get(foldedName);
    if (row === undefined) {
      const id = provider.id ?? newId();
      idOfName.set(foldedName, id);
      rowIds.add(id);
      added.set(id, valuesOf(id, provider, now, revision));
    } else {
      idOfName.set(foldedName, row);
      if (provider.id !== undefined && !added.has(row)) replaced.set(row, provider);
    }
  }
  await insertProviders(tx, [...added.values()]);
  const changed: string[] = [];
  for (const [id, provider] of replaced) {
    const { name, foldedName, kind, details } = valuesOf(id, provider, now, revision);
    const done = await tablesOf<CatalogueTables>(tx)
      .updateTable('catalogue.provider')
      .set({ name, foldedName, kind, details, updatedAt: now, revision, version: sql`version + 1` })
      .where('id', '=', id)
      .where(sql<boolean>`(name, kind, details) is distinct from (${name}, ${kind}, ${details}::jsonb)`)
      .executeTakeFirst();
    if (done.numUpdatedRows > 0n) changed.push(id);
  }
  await touchServicesOf(tx, changed, now, revision);
  return idOfName;
}

/** Replaces a provider if nobody has since the given version was read. Returns false when somebody has. */
export async function replaceProvider(
  tx: CentreTx,
  id: string,
  version: number,
  change: { readonly provider: ProviderRecord } & Pick<ProviderRow, 'email' | 'phone' | 'isActive'>,
  now: Temporal.Instant,
  revision: number,
): Promise<boolean> {
  const { name, foldedName, kind, details } = valuesOf(id, change.provider, now, revision);
  const { email, phone, isActive } = change;
  const done = await tablesOf<CatalogueTables>(tx)
    .updateTable('catalogue.provider')
    .set({ name, foldedName, kind, details, email, phone, isActive, updatedAt: now, revision, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  await touchServicesOf(tx, [id], now, revision);
  return true;
}

export async function insertProviders(tx: CentreTx, rows: readonly Values[]): Promise<void> {
  for (let start = 0; start < rows.length; start += batch) {
    const values = rows.slice(start, start + batch).map((row) => ({ ...row, centreId: tx.centreId, version: 1 }));
    await tablesOf<CatalogueTables>(tx).insertInto('catalogue.provider').values(values).execute();
  }
}

export function valuesOf(id: string, provider: ProviderRecord, now: Temporal.Instant, revision: number) {
  const { id: _, name, kind, ...details } = provider;
  return {
    id,
    name,
    foldedName: foldName(name),
    kind,
    email: null,
    phone: null,
    isActive: true,
    details: JSON.stringify(details),
    createdAt: now,
    updatedAt: now,
    revision,
  };
}

async function touchServicesOf(tx: CentreTx, providerIds: readonly string[], now: Temporal.Instant, revision: number): Promise<void> {
  if (providerIds.length === 0) return;
  await tablesOf<CatalogueTables>(tx)
    .updateTable('catalogue.service')
    .set({ updatedAt: now, revision })
    .where('providerId', 'in', [...providerIds])
    .execute();
}
