import { sql, type RawBuilder } from 'kysely';
import type { CentreTx } from './database.ts';

/** Tables that the migrations called `platform.make_searchable` for, with the column of their words. */
const wordColumns = { 'cases.record': 'searchText', 'orders.record': 'searchText', 'people.person': 'foldedName' } as const;
export type SearchableTable = keyof typeof wordColumns;

/** Up to so many found records are looked up one by one; beyond, words are so common that a list soon meets enough of them. */
const mostLookedUp = 5_000;
/** Shorter parts have no trigram: they must begin a word, and the space before it makes one. */
const trigram = 3;

/**
 * A condition for a list of a searchable table: every part stands somewhere in the words of the record; parts of one or
 * two letters begin a word. Undefined when nothing is asked for.
 * @param folded  words as `foldName` leaves them, parted by spaces
 */
export async function conditionOfWords(tx: CentreTx, table: SearchableTable, folded: string): Promise<RawBuilder<boolean> | undefined> {
  const parts = [...new Set(folded.split(' '))].filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const { rows } = await sql<{ ids: string[] | null }>`
    select platform.find_by_words(${table}, ${parts}::text[], ${mostLookedUp}) as ids`.execute(tx.db);
  const ids = rows[0]?.ids;
  if (ids) return sql<boolean>`id = any(${ids}::uuid[])`;
  const column = sql.ref(wordColumns[table]);
  // Not `like`: of that the planner, without statistics here, believes that it hardly ever holds, and reads the whole list.
  const each = parts.map((part) => sql`strpos(' ' || ${column}, ${part.length < trigram ? ` ${part}` : part}) > 0`);
  return sql<boolean>`(${sql.join(each, sql` and `)})`;
}

/**
 * Ids of records whose words are like these as a whole, typing mistakes forgiven; the most alike first.
 * @param folded  words as `foldName` leaves them
 */
export async function listAlike(tx: CentreTx, table: SearchableTable, folded: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`select platform.find_alike(${table}, ${folded}, ${limit}) as ids`.execute(tx.db);
  return rows[0]?.ids ?? [];
}
