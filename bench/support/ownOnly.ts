import pg from 'pg';
import type { Centre } from '#platform/http/index.ts';
import { idOfService } from './manyCentres.ts';
import type { BenchVisitor } from './visitor.ts';

const staffLinks = /\/praca\/uslugi\/([0-9a-f]{8}-[0-9a-f-]{27})/g;
const portalLinks = /\/uslugi\/([0-9a-f]{8}-[0-9a-f-]{27})/g;
const idsIn = (html: string, links: RegExp): string[] => [...new Set([...html.matchAll(links)].flatMap((found) => found[1] ?? []))];
export const staffIds = (html: string): string[] => idsIn(html, staffLinks);
export const portalIds = (html: string): string[] => idsIn(html, portalLinks);

/** Whose services are whose: those that `fillCentres` dealt out. */
export class Owners {
  readonly #places: ReadonlyMap<string, number>;
  constructor(services: number, centres: number) {
    this.#places = new Map(Array.from({ length: services }, (_, index) => [idOfService(index), index % centres]));
  }
  /** @throws Error when there is none, or one of another centre */
  assertOwn(place: number, ids: readonly string[]): void {
    const foreign = ids.filter((id) => this.#places.get(id) !== place);
    if (ids.length === 0 || foreign.length > 0) throw new Error(`centre ${place} showed ${ids.length} services, ${foreign.length} foreign`);
  }
  list(place: number): string[] {
    return [...this.#places].flatMap(([id, at]) => (at === place ? [id] : []));
  }
}

/**
 * Goes through the whole list of an editor page by page: all own services and no other; what lies at the neighbour's is refused.
 * @param editor headers by which the editor of the centre at `place` is known
 * @returns how many services and pages there were
 */
export async function assertEditorSeesOwn(
  { ask, read }: BenchVisitor,
  centres: readonly Centre[],
  { place, editor, owners }: { place: number; editor: Readonly<Record<string, string>>; owners: Owners },
): Promise<{ readonly services: number; readonly pages: number }> {
  const own = centres[place]?.slug ?? '';
  const neighbour = (place + 1) % centres.length;
  const seen = new Set<string>();
  let pages = 0;
  for (let path: string | undefined = `/${own}/praca/uslugi`; path !== undefined; pages += 1) {
    const html: string = await read(path, editor);
    const ids = staffIds(html);
    owners.assertOwn(place, ids);
    for (const id of ids) seen.add(id);
    path = /href="([^"]*[?&;]po=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  const all = owners.list(place);
  if (all.length !== seen.size) throw new Error(`${own} showed ${seen.size} of its ${all.length} services`);
  const [foreign = ''] = owners.list(neighbour);
  const refused: readonly (readonly [string, number])[] = [
    [`/${centres[neighbour]?.slug}/praca/uslugi`, 403],
    [`/${own}/praca/uslugi/${foreign}`, 404],
    [`/${own}/uslugi/${foreign}`, 404],
  ];
  for (const [path, status] of refused) {
    const response = await ask(path, editor);
    if (response.status !== status) throw new Error(`${path} answered ${response.status} to the editor of ${own}, not ${status}`);
  }
  return { services: seen.size, pages };
}

/** @throws Error when the login may pass over row-level security */
export async function assertRestricted(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ name: string; isFree: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls as "isFree" from pg_roles where rolname = current_user`,
  );
  await client.end();
  if (rows[0]?.isFree !== false) throw new Error(`the role ${rows[0]?.name} is not restricted`);
}
