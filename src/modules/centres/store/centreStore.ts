import { sql, type Generated } from 'kysely';
import { registersOf, type CentreTx, type Database } from '#platform/db/index.ts';

export interface GminaRow {
  teryt: string;
  name: string;
  /** One of the words of `TercKind` for a whole gmina. */
  kind: string;
  powiat: string;
  voivodeship: string;
  foldedName: string;
  stateOn: Temporal.PlainDate | null;
}
export interface CentreRow {
  id: string;
  slug: string;
  officialName: string;
  displayName: string;
  teryt: string;
  legalMode: string | null;
  createdOn: Temporal.PlainDate | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  facts: unknown;
  isDemo: boolean;
  isOpen: boolean;
  /** A regional office is a tenant without residents. */
  kind: 'centre' | 'regionalOffice';
}
interface RegisterTables {
  'centres.gmina': GminaRow;
  'centres.centre': CentreRow & {
    /** Counts the changes of what the centre tells of itself. */
    toldVersion: Generated<number>;
    toldAt: Generated<Temporal.Instant | null>;
  };
}
const registers = (database: Database) => registersOf<RegisterTables>(database);

/** Adds gminas and renews those whose entry changed. Rows from a newer state of the register are kept. Returns how many were written. */
export async function saveGminas(database: Database, rows: readonly GminaRow[]): Promise<number> {
  let written = 0;
  for (let start = 0; start < rows.length; start += 1000) {
    const done = await registers(database)
      .insertInto('centres.gmina')
      .values(rows.slice(start, start + 1000))
      .onConflict((conflict) =>
        conflict
          .column('teryt')
          .doUpdateSet((row) => ({
            name: row.ref('excluded.name'),
            kind: row.ref('excluded.kind'),
            powiat: row.ref('excluded.powiat'),
            voivodeship: row.ref('excluded.voivodeship'),
            foldedName: row.ref('excluded.foldedName'),
            stateOn: row.ref('excluded.stateOn'),
          }))
          .where(
            sql<boolean>`(centres.gmina.state_on is null or excluded.state_on >= centres.gmina.state_on)
              and (centres.gmina.name, centres.gmina.kind, centres.gmina.powiat, centres.gmina.voivodeship, centres.gmina.folded_name, centres.gmina.state_on)
              is distinct from (excluded.name, excluded.kind, excluded.powiat, excluded.voivodeship, excluded.folded_name, excluded.state_on)`,
          ),
      )
      .executeTakeFirst();
    written += Number(done.numInsertedOrUpdatedRows ?? 0n);
  }
  return written;
}

/** Adds centres that are missing; of those known it renews what the register tells, never whether they are open or how to reach them. */
export async function saveRegisteredCentres(database: Database, rows: readonly CentreRow[]): Promise<void> {
  await registers(database)
    .insertInto('centres.centre')
    .values(rows.map((row) => ({ ...row, facts: JSON.stringify(row.facts) })))
    .onConflict((conflict) =>
      conflict
        .column('slug')
        .doUpdateSet((row) => ({
          facts: sql<unknown>`excluded.facts || case when centres.centre.facts ? 'own'
            then jsonb_build_object('own', centres.centre.facts -> 'own') else '{}'::jsonb end`,
          legalMode: row.ref('excluded.legalMode'),
        }))
        .where(sql<boolean>`centres.centre.facts - 'own' is distinct from excluded.facts`),
    )
    .execute();
}

/**
 * Writes what a centre told of itself over that version: columns of its row, and facts that no register renews. Facts that are
 * not named stay. False when somebody saved meanwhile.
 */
export async function saveOwnFacts(
  database: Database,
  slug: string,
  told: {
    readonly contact: Partial<Pick<CentreRow, 'phone' | 'email' | 'address'>>;
    readonly own: Readonly<Record<string, unknown>>;
    readonly version: number;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const saved = await registers(database)
    .updateTable('centres.centre')
    .set({
      ...told.contact,
      facts: sql`facts || jsonb_build_object('own', coalesce(facts -> 'own', '{}'::jsonb) || ${JSON.stringify(told.own)}::jsonb)`,
      toldVersion: told.version + 1,
      toldAt: told.at,
    })
    .where('slug', '=', slug)
    .where('toldVersion', '=', told.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export const insertCentre = (database: Database, row: CentreRow) =>
  registers(database)
    .insertInto('centres.centre')
    .values({ ...row, facts: JSON.stringify(row.facts) })
    .execute();

/** Opens centres to residents; in a demonstration marked as such. */
export const openCentres = (database: Database, slugs: readonly string[], isDemo: boolean) =>
  registers(database)
    .updateTable('centres.centre')
    .set({ isOpen: true, isDemo })
    .where('slug', 'in', [...slugs])
    .where('isOpen', '=', false)
    .execute();

export const renameCentre = (database: Database, slug: string, name: string) =>
  registers(database).updateTable('centres.centre').set({ officialName: name, displayName: name }).where('slug', '=', slug).execute();

export const findCentreRow = (database: Database, slug: string) =>
  registers(database).selectFrom('centres.centre').selectAll().where('slug', '=', slug).executeTakeFirst();
export const findGminaRow = (database: Database, teryt: string) =>
  registers(database).selectFrom('centres.gmina').selectAll().where('teryt', '=', teryt).executeTakeFirst();
/** Every gmina of the register, by name. */
export const listGminaRows = (database: Database): Promise<GminaRow[]> =>
  registers(database)
    .selectFrom('centres.gmina')
    .selectAll()
    .orderBy(sql`name collate "pl-x-icu"`)
    .orderBy('teryt')
    .execute();
/** Every centre with its gmina's name, by that name; regional offices are none. */
export const listCentreRows = (database: Database) =>
  registers(database)
    .selectFrom('centres.centre as c')
    .innerJoin('centres.gmina as g', 'g.teryt', 'c.teryt')
    .select(['c.slug', 'c.displayName', 'c.teryt', 'c.isOpen', 'c.facts', 'g.name as gminaName', 'g.voivodeship'])
    .where('c.kind', '=', 'centre')
    .orderBy(sql`g.name collate "pl-x-icu"`)
    .orderBy('c.slug')
    .execute();
/** Ids of open centres of a voivodeship (two digits), in their order. */
export async function listIdsOfVoivodeship(
  tx: CentreTx,
  voivodeship: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<readonly string[]> {
  let query = registers(tx.db)
    .selectFrom('centres.centre')
    .select('id')
    .where('kind', '=', 'centre')
    .where('isOpen', '=', true)
    .where(sql<boolean>`left(teryt, 2) = ${voivodeship}`);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id);
}
