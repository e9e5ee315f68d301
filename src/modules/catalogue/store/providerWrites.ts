import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { foldName } from '#shared/personName.ts';
import { newId } from '#shared/uuid.ts';
import type { ProviderRecord } from '../domain/provider.ts';
import { listOtherIds } from './identityStore.ts';
import type { CatalogueTables, ProviderRow } from './tables.ts';

const batch = 500;
type Values = Omit<ProviderRow, 'centreId' | 'version'>;

/** Which rows providers have or would get, found without writing anything. */
export interface ProviderPlan {
  /** Ids of the rows by folded names. */
  readonly idOfName: ReadonlyMap<string, string>;
  readonly added: ReadonlyMap<string, ProviderRecord>;
  readonly replaced: ReadonlyMap<string, ProviderRecord>;
}

/**
 * One with an id replaces what its row says; one that is only named finds its row by the name or gets one, and changes
 * nothing of it.
 */
export async function planProviders(tx: CentreTx, named: readonly ProviderRecord[]): Promise<ProviderPlan> {
  const idOfName = new Map<string, string>();
  const added = new Map<string, ProviderRecord>();
  const replaced = new Map<string, ProviderRecord>();
  if (named.length === 0) return { idOfName, added, replaced };
  const known = await tablesOf<CatalogueTables>(tx).selectFrom('catalogue.provider').select(['id', 'foldedName']).execute();
  for (const row of known) idOfName.set(row.foldedName, row.id);
  const rowIds = new Set(idOfName.values());
  const others = await listOtherIds(
    tx,
    'provider',
    named.flatMap(({ id }) => id ?? []),
  );
  for (const given of named) {
    const provider = given.id === undefined ? given : { ...given, id: others.get(given.id) ?? given.id };
    const foldedName = foldName(provider.name);
    const row = provider.id !== undefined && rowIds.has(provider.id) ? provider.id : idOfName.get(foldedName);
    if (row === undefined) {
      const id = provider.id ?? newId();
      idOfName.set(foldedName, id);
      rowIds.add(id);
      added.set(id, provider);
    } else {
      idOfName.set(foldedName, row);
      if (provider.id !== undefined && !added.has(row)) replaced.set(row, provider);
    }
  }
  return { idOfName, added, replaced };
}

/** Adds and replaces the rows that were planned; those that would not change are left alone. */
export async function writeProviders(
  tx: CentreTx,
  { added, replaced }: ProviderPlan,
  now: Temporal.Instant,
  revision: number,
): Promise<void> {
  await insertProviders(
    tx,
    [...added].map(([id, provider]) => valuesOf(id, provider, now, revision)),
  );
  const rows = [...replaced].map(([id, provider]) => {
    const { name, foldedName, kind, details } = valuesOf(id, provider, now, revision);
    return { id, name, folded_name: foldedName, kind, details };
  });
  const changed: string[] = [];
  for (let start = 0; start < rows.length; start += batch) {
    const done = await sql<{ id: string }>`update catalogue.provider p set name = w.name, folded_name = w.folded_name, kind = w.kind,
        details = w.details::jsonb, updated_at = ${now.toString()}::timestamptz, revision = ${revision}, version = p.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows.slice(start, start + batch))}::jsonb)
        as w (id uuid, name text, folded_name text, kind text, details text)
      where p.id = w.id and (p.name, p.kind, p.details) is distinct from (w.name, w.kind, w.details::jsonb)
      returning p.id`.execute(tx.db);
    changed.push(...done.rows.map(({ id }) => id));
  }
  await touchServicesOf(tx, changed, now, revision);
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
