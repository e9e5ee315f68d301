import type { Database } from '#platform/db/index.ts';
import { parsePostcode } from '#shared/postcode.ts';
import { asText, type JsonObject, type Kind } from '../domain/entries.ts';
import { briefForm, briefService } from '../domain/forms.ts';
import { makePage, type Page } from '../domain/page.ts';
import { LONGEST_MINIMAL_PAGE, readInstant, type ParameterFault, type Query } from '../domain/parameters.ts';
import { stemsOf } from '../domain/words.ts';
import {
  countEntries,
  findEntry,
  findPostcodeCentre,
  listEntries,
  listEntryTexts,
  listServiceBodies,
  listServicesOfOrganizations,
  readState,
  type EntryFilter,
  type FoundEntry,
} from '../store/listStore.ts';

/** Whose published data is read: of one centre, or of all. */
export interface Reach {
  readonly database: Database;
  readonly publisherId: string | undefined;
  readonly today: Temporal.PlainDate;
}
export type Narrowed = { readonly ok: true; readonly filter: EntryFilter } | { readonly ok: false; readonly fault: ParameterFault };

const usualPage = 50;
/** Objects read at once for a stream: memory stays flat however long it is. */
const batch = 500;

/** What the parameters ask of the rows; a distance from a postcode whose position nobody knows cannot be answered. */
export async function narrow({ database, publisherId }: Reach, query: Query): Promise<Narrowed> {
  const { postcode: typed, proximity, day, start_time: from, end_time: to, search } = query;
  const read = typed === undefined ? undefined : parsePostcode(typed);
  const postcode = read?.ok ? read.value : undefined;
  const centre = postcode !== undefined && proximity !== undefined ? await findPostcodeCentre(database, postcode) : undefined;
  if (proximity !== undefined && centre === undefined)
    return {
      ok: false,
      fault: { parameter: 'postcode', code: 'no-position', detail: 'No published place with this postcode has a known position.' },
    };
  return {
    ok: true,
    filter: {
      publisherId,
      stems: search === undefined ? undefined : stemsOf(search),
      termIds: query.taxonomy_term_id === undefined ? undefined : [query.taxonomy_term_id],
      taxonomyId: query.taxonomy_id,
      parentId: query.parent_id,
      topOnly: query.top_only,
      organizationId: query.organization_id,
      modifiedAfter: query.modified_after === undefined ? undefined : readInstant(query.modified_after),
      postcode: centre ? undefined : postcode,
      near: centre && proximity !== undefined ? { ...centre, metres: proximity } : undefined,
      minimumAge: query.minimum_age,
      maximumAge: query.maximum_age,
      session: day !== undefined || from !== undefined || to !== undefined ? { day, from, to } : undefined,
    },
  };
}

/**
 * A page of a list.
 * @param version of what has been published, as {@link readVersion} told it; counts are kept for as long as it stays
 */
export async function listPage(reach: Reach, kind: Kind, query: Query, filter: EntryFilter, version?: string): Promise<Page> {
  const { page: number = 1, per_page: perPage = query.minimal === true ? LONGEST_MINIMAL_PAGE : usualPage } = query;
  const [total, found] = await Promise.all([
    countOf(reach, kind, filter, version),
    listEntries(reach.database, kind, reach.today, filter, { limit: perPage, offset: (number - 1) * perPage }),
  ]);
  return makePage(await inForm(reach, kind, query, found), { total, number, perPage });
}

/** Counting is most of the work of a page, and the same for all pages of a list. */
async function countOf({ database, today }: Reach, kind: Kind, filter: EntryFilter, version: string | undefined): Promise<number> {
  const held = counts.get(database) ?? new Map<string, number>();
  counts.set(database, held);
  const key = JSON.stringify([version, kind, filter]);
  const known = version === undefined ? undefined : held.get(key);
  const count = known ?? (await countEntries(database, kind, today, filter));
  if (version !== undefined) held.set(key, count);
  const [oldest] = held.keys();
  if (held.size > mostCounts && oldest !== undefined) held.delete(oldest);
  return count;
}
const counts = new WeakMap<Database, Map<string, number>>();
const mostCounts = 500;

/** The same as lines of JSON, without reading what need not be changed. */
export async function* streamLines(reach: Reach, kind: Kind, query: Query, filter: EntryFilter): AsyncGenerator<string> {
  const isAsKept = query.full === true && query.minimal !== true && (kind === 'service' || kind === 'location');
  if (!isAsKept) {
    for await (const found of streamAll(reach, kind, query, filter)) yield found.map((each) => `${JSON.stringify(each)}\n`).join('');
    return;
  }
  let after: string | undefined;
  do {
    const found: { id: string; body: string }[] = await listEntryTexts(reach.database, kind, reach.today, filter, { limit: batch, after });
    if (found.length > 0) yield found.map(({ body }) => `${body}\n`).join('');
    after = found.length < batch ? undefined : found.at(-1)?.id;
  } while (after !== undefined);
}

/** All objects that fit, in batches by their ids; each batch is read when it is asked for. */
export async function* streamAll(reach: Reach, kind: Kind, query: Query, filter: EntryFilter): AsyncGenerator<readonly JsonObject[]> {
  let after: string | undefined;
  do {
    const found: FoundEntry[] = await listEntries(reach.database, kind, reach.today, filter, { limit: batch, after });
    if (found.length > 0) yield await inForm(reach, kind, query, found);
    after = found.length < batch ? undefined : found.at(-1)?.id;
  } while (after !== undefined);
}

/** One object with everything that belongs to it, or undefined when nobody within reach publishes it. */
export async function findOne(reach: Reach, kind: Kind, id: string, query: Query): Promise<JsonObject | undefined> {
  const found = await findEntry(reach.database, kind, id, reach.today, { publisherId: reach.publisherId });
  return found && (await inForm(reach, kind, { ...query, full: true }, [found]))[0];
}

/** Changes with everything that lists within reach may show today. */
export const readVersion = async ({ database, publisherId, today }: Reach): Promise<string> =>
  `${await readState(database, publisherId)}-${today.toString()}`;

async function inForm(reach: Reach, kind: Kind, query: Query, found: readonly FoundEntry[]): Promise<JsonObject[]> {
  if (kind === 'service' && query.minimal === true)
    return found.map(({ id, body }) => ({ id, last_modified: asText(body['last_modified']) ?? '' }));
  if (kind === 'organization' && (query.full === true || query.full_service === true)) {
    const ids = found.map(({ id }) => id);
    const services = await listServicesOfOrganizations(reach.database, ids, reach.today, { publisherId: reach.publisherId });
    const form = query.full_service === true ? (body: JsonObject) => body : briefService;
    return found.map(({ id, body }) => ({ ...body, services: (services.get(id) ?? []).map(form) }));
  }
  if (kind === 'service_at_location') {
    const services = await listServiceBodies(reach.database, [...new Set(found.flatMap(({ body }) => asText(body['service_id']) ?? []))]);
    return found.map(({ body }) => {
      const service = services.get(asText(body['service_id']) ?? '');
      if (query.full !== true) return briefForm(kind, body, service);
      return service ? { ...body, service: briefService(service) } : body;
    });
  }
  return query.full === true ? found.map(({ body }) => body) : found.map(({ body }) => briefForm(kind, body));
}
