import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables, ServiceRow } from './tables.ts';

/** The last service of the page before, by the order of names. */
export interface AfterService {
  readonly name: string;
  readonly id: string;
}

export interface StaffListQuery {
  /** Each word must stand in the name or in the provider's name. */
  readonly words: readonly string[];
  readonly status: string | undefined;
  readonly after: AfterService | undefined;
  readonly limit: number;
}

/** Services of the centre whatever their status, by name. */
export function listForStaff(tx: CentreTx, { words, status, after, limit }: StaffListQuery): Promise<ServiceRow[]> {
  let query = tablesOf<CatalogueTables>(tx).selectFrom('catalogue.service').selectAll();
  if (status !== undefined) query = query.where('status', '=', status);
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`(name ilike ${pattern} or provider_id in (select id from catalogue.provider where name ilike ${pattern}))`,
    );
  }
  if (after) query = query.where(sql<boolean>`(name collate "pl-x-icu", id) > (${after.name} collate "pl-x-icu", ${after.id}::uuid)`);
  return query
    .orderBy(sql`name collate "pl-x-icu"`)
    .orderBy('id')
    .limit(limit)
    .execute();
}
