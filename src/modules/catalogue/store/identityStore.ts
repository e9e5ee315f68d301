import { sql } from 'kysely';
import type { CentreTx } from '#platform/db/index.ts';
import { derivedId } from '#shared/uuid.ts';

/** Records that the directory of all centres knows by their ids alone. */
export type IdentifiedKind = 'service' | 'provider' | 'location' | 'service_at_location';

/**
 * The ids under which records of a file are kept here: the file's own, or, where another centre's record has that, one that
 * follows from it and from this centre, so that the same file again means the same records.
 * @returns only those ids that become others
 */
export async function listOtherIds(tx: CentreTx, kind: IdentifiedKind, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)].map((id) => ({ id, own: derivedId('copy', tx.centreId, id) }));
  const here = sql.table(`catalogue.${kind}`);
  const { rows } = await sql<{ id: string; own: string }>`
    select w.id, w.own from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id uuid, own uuid)
    where not exists (select from ${here} r where r.id = w.id)
      and (exists (select from ${here} r where r.id = w.own)
        or w.id in (select catalogue.held_elsewhere(${kind}, ${wanted.map(({ id }) => id)}::uuid[])))`.execute(tx.db);
  return new Map(rows.map(({ id, own }) => [id, own]));
}
