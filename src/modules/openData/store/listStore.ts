import { sql, type RawBuilder } from 'kysely';
import type { Database } from '#platform/db/index.ts';
import type { JsonObject, Kind } from '../domain/entries.ts';

/** What a list holds: everything that is given must be fulfilled. */
export interface EntryFilter {
  /** Only what this centre has published. */
  readonly publisherId?: string | undefined;
  /** Beginnings of words, all of which occur. */
  readonly stems?: readonly string[] | undefined;
  readonly termIds?: readonly string[] | undefined;
  readonly taxonomyId?: string | undefined;
  readonly parentId?: string | undefined;
  readonly topOnly?: boolean | undefined;
  readonly organizationId?: string | undefined;
  readonly modifiedAfter?: Temporal.Instant | undefined;
  readonly postcode?: string | undefined;
  /** Within so many metres of a point. */
  readonly near?: { readonly latitude: number; readonly longitude: number; readonly metres: number } | undefined;
  /** An age in years, or the beginning of a range of ages, that the service is open to. */
  readonly minimumAge?: number | undefined;
  readonly maximumAge?: number | undefined;
  /** Hours of one day that lie within the given ones; times as `08:00`. */
  readonly session?:
    | { readonly day?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined }
    | undefined;
}
export interface FoundEntry {
  readonly id: string;
  readonly publisherId: string;
  readonly modifiedAt: Temporal.Instant;
  readonly body: JsonObject;
}

type Condition = RawBuilder<boolean>;

function conditions(kind: Kind, today: Temporal.PlainDate, filter: EntryFilter): Condition {
  const day = today.toString();
  const all: Condition[] = [
    sql`e.kind = ${kind}`,
    sql`(e.valid_from is null or e.valid_from <= ${day}::date)`,
    sql`(e.valid_to is null or e.valid_to >= ${day}::date)`,
  ];
  const { publisherId, stems, termIds, taxonomyId, parentId, organizationId, modifiedAfter, postcode, near, session } = filter;
  if (publisherId !== undefined) all.push(sql`e.publisher_id = ${publisherId}`);
  if (stems !== undefined && stems.length > 0) all.push(sql`e.words @@ ${stems.map((stem) => `'${stem}':*`).join(' & ')}::tsquery`);
  if (termIds !== undefined) all.push(sql`e.term_ids @> ${[...termIds]}::uuid[]`);
  if (taxonomyId !== undefined) all.push(sql`${taxonomyId}::uuid = any(e.taxonomy_ids)`);
  if (parentId !== undefined) all.push(sql`e.body ->> 'parent_id' = ${parentId}`);
  if (filter.topOnly === true) all.push(sql`e.body ->> 'parent_id' is null`);
  if (organizationId !== undefined) all.push(sql`e.organization_id = ${organizationId}`);
  if (modifiedAfter !== undefined) all.push(sql`e.modified_at >= ${modifiedAfter.toString()}::timestamptz`);
  if (postcode !== undefined) all.push(sql`e.postcodes @> array[${postcode}::text]`);
  // A service lies wherever one of its places does.
  if (near !== undefined && kind === 'service')
    all.push(sql`exists (select from open_data.entry p where p.publisher_id = e.publisher_id and p.service_id = e.service_id
      and p.kind = 'location' and ${metresFrom(near, 'p')} <= ${near.metres})`);
  else if (near !== undefined) all.push(sql`${metresFrom(near, 'e')} <= ${near.metres}`);
  if (filter.minimumAge !== undefined) all.push(sql`(e.maximum_age is null or e.maximum_age >= ${filter.minimumAge})`);
  if (filter.maximumAge !== undefined) all.push(sql`(e.minimum_age is null or e.minimum_age <= ${filter.maximumAge})`);
  if (session !== undefined)
    all.push(sql`exists (select from jsonb_to_recordset(e.sessions) as s (day text, opens text, closes text)
      where (${session.day ?? null}::text is null or s.day = ${session.day ?? null})
        and (${session.from ?? null}::text is null or s.opens >= ${session.from ?? null})
        and (${session.to ?? null}::text is null or s.closes <= ${session.to ?? null}))`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** Great-circle distance of an entry from a point, on a sphere of the Earth's mean radius. */
const metresFrom = ({ latitude, longitude }: { latitude: number; longitude: number }, entry: 'e' | 'p') => {
  const [lat, lon] = [sql.ref(`${entry}.latitude`), sql.ref(`${entry}.longitude`)];
  return sql`6371008.8 * 2 * asin(sqrt(least(1, power(sin(radians(${lat} - ${latitude}::float8) / 2), 2)
    + cos(radians(${latitude}::float8)) * cos(radians(${lat})) * power(sin(radians(${lon} - ${longitude}::float8) / 2), 2))))`;
};

/** How many different objects of a kind there are. */
export async function countEntries(database: Database, kind: Kind, today: Temporal.PlainDate, filter: EntryFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select distinct on (e.id) e.id from open_data.entry e
      where ${conditions(kind, today, filter)} order by e.id) as d`.execute(database);
  return rows[0]?.count ?? 0;
}

/** Objects of a kind by their ids, each once: those after an id, or from an offset. */
export async function listEntries(
  database: Database,
  kind: Kind,
  today: Temporal.PlainDate,
  filter: EntryFilter,
  { limit, offset = 0, after }: { readonly limit: number; readonly offset?: number; readonly after?: string | undefined },
): Promise<FoundEntry[]> {
  const { rows } = await sql<FoundEntry>`${chosenRows(kind, today, filter, { limit, offset, after })}
    select e.id, e.publisher_id, e.modified_at, e.body ${fromChosen}`.execute(database);
  return rows;
}

/** The same, with each body as the text of its JSON. */
export async function listEntryTexts(
  database: Database,
  kind: Kind,
  today: Temporal.PlainDate,
  filter: EntryFilter,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<{ readonly id: string; readonly body: string }[]> {
  const { rows } = await sql<{ id: string; body: string }>`${chosenRows(kind, today, filter, { limit, offset: 0, after })}
    select e.id, e.body::text as body ${fromChosen}`.execute(database);
  return rows;
}

/** Keys of the objects first, each once; only for those the bodies are read. */
function chosenRows(
  kind: Kind,
  today: Temporal.PlainDate,
  filter: EntryFilter,
  { limit, offset, after }: { readonly limit: number; readonly offset: number; readonly after: string | undefined },
) {
  const later = after === undefined ? sql`true` : sql`e.id > ${after}::uuid`;
  return sql`with chosen as materialized (
    select distinct on (e.id) e.publisher_id, e.kind, e.id, e.service_id from open_data.entry e
    where ${conditions(kind, today, filter)} and ${later}
    order by e.id, e.publisher_id, e.service_id offset ${offset} limit ${limit})`;
}
const fromChosen = sql`from chosen c
  join open_data.entry e on (e.publisher_id, e.kind, e.id, e.service_id) = (c.publisher_id, c.kind, c.id, c.service_id) order by e.id`;

export async function findEntry(
  database: Database,
  kind: Kind,
  id: string,
  today: Temporal.PlainDate,
  filter: Pick<EntryFilter, 'publisherId'>,
): Promise<FoundEntry | undefined> {
  const { rows } = await sql<FoundEntry>`
    select e.id, e.publisher_id, e.modified_at, e.body from open_data.entry e
    where ${conditions(kind, today, filter)} and e.id = ${id} order by e.publisher_id, e.service_id limit 1`.execute(database);
  return rows[0];
}

/** A service that was published and is over, or has ended. */
export async function findWithdrawnEntry(
  database: Database,
  id: string,
  today: Temporal.PlainDate,
  { publisherId }: Pick<EntryFilter, 'publisherId'>,
): Promise<Omit<FoundEntry, 'body'> | undefined> {
  const { rows } = await sql<Omit<FoundEntry, 'body'>>`
    select e.id, e.publisher_id, e.modified_at from open_data.entry e
    where e.kind = 'service' and e.id = ${id} and e.valid_to < ${today.toString()}::date
      and ${publisherId === undefined ? sql`true` : sql`e.publisher_id = ${publisherId}`}
    order by e.publisher_id limit 1`.execute(database);
  return rows[0];
}

/** The services of organizations, by the organization's id; at most a thousand of all. */
export async function listServicesOfOrganizations(
  database: Database,
  ids: readonly string[],
  today: Temporal.PlainDate,
  filter: Pick<EntryFilter, 'publisherId'>,
): Promise<ReadonlyMap<string, JsonObject[]>> {
  const { rows } = await sql<{ organizationId: string; body: JsonObject }>`
    select e.organization_id, e.body from open_data.entry e
    where ${conditions('service', today, filter)} and e.organization_id = any(${[...ids]}::uuid[]) order by e.id limit 1000`.execute(
    database,
  );
  const grouped = Map.groupBy(rows, (row) => row.organizationId);
  return new Map([...grouped].map(([id, of]) => [id, of.map((row) => row.body)]));
}

/** The services to which places belong, by their ids. */
export async function listServiceBodies(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, JsonObject>> {
  const { rows } = await sql<{ id: string; body: JsonObject }>`
    select distinct on (e.id) e.id, e.body from open_data.entry e
    where e.kind = 'service' and e.id = any(${[...ids]}::uuid[]) order by e.id, e.publisher_id`.execute(database);
  return new Map(rows.map((row) => [row.id, row.body]));
}

/** The middle of the published places with a postcode, or undefined when the position of none is known. */
export async function findPostcodeCentre(
  database: Database,
  postcode: string,
): Promise<{ latitude: number; longitude: number } | undefined> {
  const { rows } = await sql<{ latitude: number | null; longitude: number | null }>`
    select avg(e.latitude) as latitude, avg(e.longitude) as longitude from open_data.entry e
    where e.kind = 'location' and e.postcodes @> array[${postcode}::text]`.execute(database);
  const { latitude, longitude } = rows[0] ?? { latitude: null, longitude: null };
  return latitude === null || longitude === null ? undefined : { latitude, longitude };
}

/** A text that changes with everything that lists of this reach may show. */
export async function readState(database: Database, publisherId: string | undefined): Promise<string> {
  const ours = publisherId === undefined ? sql`true` : sql`publisher_id = ${publisherId}`;
  const { rows } = await sql<{ state: string }>`
    select coalesce(md5(string_agg(publisher_id || ':' || revision || ':' || mapping, ',' order by publisher_id)), '') as state
    from open_data.publication where ${ours}`.execute(database);
  return rows[0]?.state ?? '';
}
