import { addressOf } from '#platform/http/server.ts';
import type { Visitor } from '#tests/support/app.ts';
import { parseHtml } from '#tests/support/parse.ts';
import { doors, type NamedDoor } from '../doors/visitors.ts';
import { listForms, type FoundForm } from './bodies.ts';
import type { Walker } from './everybody.ts';

const patterns = doors
  .map((named) => ({
    named,
    isFixed: !/:(?!slug)/.test(addressOf(named.door)),
    pattern: new RegExp(`^${addressOf(named.door).replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}/?$`),
  }))
  .toSorted((a, b) => Number(b.isFixed) - Number(a.isFixed));

/** The door that an address leads to. */
export function doorAt(method: 'GET' | 'POST', path: string): NamedDoor | undefined {
  const [pathname = ''] = path.split(/[?#]/);
  return patterns.find(({ named, pattern }) => named.door.method === method && pattern.test(pathname))?.named;
}

/** Where a form was seen; actions may end on one page, or for one person, and still be possible on another. */
export interface Sight {
  readonly who: string;
  readonly visitor: Visitor;
  readonly path: string;
}
/** A form and how to see it again. */
export interface Found {
  readonly seen: Sight[];
  readonly door: NamedDoor;
  readonly shape: string;
  readonly form: FoundForm;
}
export const shapeOf = (form: FoundForm): string => form.fields.map((field) => `${field.name}:${field.type}`).join(' ');
export interface Crawled {
  readonly forms: Map<string, Found>;
  /** How often each door showed a page. */
  readonly visited: Map<string, number>;
  /** Every page that was seen, and by whom. */
  readonly pages: Sight[];
  readonly faults: string[];
}

/** Pages of one door, for each person; of a door without records one is enough. */
const perDoor = 5;
/** Pages of one door, for all together, that are checked for accessibility too. */
const checkedPerDoor = 1;
const sightsRemembered = 8;

/** Doors of a centre that need no address of a record: where a crawl begins, beside the links it finds. */
function entrances(slug: string): string[] {
  return doors
    .filter(({ door }) => door.method === 'GET' && !/:(?!slug)/.test(addressOf(door)))
    .map(({ door }) => addressOf(door).replace(':slug', slug))
    .filter((path) => path === `/${slug}` || path.startsWith(`/${slug}/`));
}

/** Follows links within the centre, each door a few times, and collects forms that write. */
export async function crawl({ name: who, visitor, from: beginnings, knowsDoors }: Walker, slug: string, into: Crawled): Promise<void> {
  const starts = new Set([...beginnings, ...(knowsDoors ? entrances(slug) : [])]);
  const waiting: { path: string; from: string | null }[] = [...starts].map((path) => ({ path, from: null }));
  const seen = new Set<string>();
  const visits = new Map<string, number>();
  // Who knows every door knocks at those closed to them too; a link must not lead there.
  const closed = new Set<string>();
  const links: { path: string; from: string }[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next;
    const named = doorAt('GET', path);
    if (!named || seen.has(path)) continue;
    seen.add(path);
    const times = visits.get(named.name) ?? 0;
    // Filtered lists differ little; records differ more.
    if (!starts.has(path) && times >= (/:(?!slug)/.test(addressOf(named.door)) ? perDoor : 1)) continue;
    if (!starts.has(path)) visits.set(named.name, times + 1);
    const { hrefs, isClosed } = await look(who, visitor, named.name, path, from, into);
    if (isClosed) closed.add(path);
    for (const href of hrefs) {
      const url = new URL(href, `http://localhost${path}`);
      if (url.origin === 'http://localhost' && `${url.pathname}/`.startsWith(`/${slug}/`))
        waiting.push({ path: url.pathname + url.search, from: path });
      // Letters of the demonstration's outbox are for others, and so is what they lead to.
      if (path.startsWith(`/${slug}/praca`)) links.push({ path: url.pathname, from: path });
    }
  }
  for (const { path, from } of links)
    if (closed.has(path)) into.faults.push(`${who}: a link of ${from.split('?')[0] ?? ''} leads to ${path}, which is closed to them`);
}

/** Addresses that a page leads to; `isClosed`: the visitor may not open it. */
interface Looked {
  readonly hrefs: readonly string[];
  readonly isClosed: boolean;
}

/** Opens a page and keeps its forms. */
async function look(who: string, visitor: Visitor, door: string, path: string, from: string | null, into: Crawled): Promise<Looked> {
  const response = await visitor.send(path);
  const { status } = response;
  if (status >= 500) into.faults.push(`${who}: ${path} answers ${status}`);
  // Old letters of the outbox hold links that have expired since.
  if (status >= 400 && status !== 410 && from !== null)
    into.faults.push(`${who}: a link of ${from} leads to ${path}, which answers ${status}`);
  if (status >= 300 && status < 400) return { hrefs: [response.headers.get('location') ?? path], isClosed: false };
  if (status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) return { hrefs: [], isClosed: status === 403 };
  const times = into.visited.get(door) ?? 0;
  into.visited.set(door, times + 1);
  into.pages.push({ who, visitor, path });
  if (times < checkedPerDoor)
    await visitor
      .get(path)
      .catch((thrown: unknown) => into.faults.push(`${who}: ${thrown instanceof Error ? thrown.message : String(thrown)}`));
  const document = parseHtml(await response.text());
  for (const form of listForms(document, new URL(`http://localhost${path}`))) collect({ who, visitor, path }, form, into);
  return { hrefs: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''), isClosed: false };
}

function collect(sight: Sight, form: FoundForm, { forms, faults }: Crawled): void {
  const door = doorAt('POST', form.action);
  if (!door) {
    // Colours and language belong to the frame, not to a door.
    if (!form.action.startsWith('/ustawienia')) faults.push(`${sight.who}: the form of ${sight.path} is sent to no door: ${form.action}`);
    return;
  }
  const isKeyed = form.fields.some((field) => field.name === '_key');
  if (!isKeyed && door.door.scope === 'centre' && door.door.repeatable === undefined)
    faults.push(`${sight.who}: the form of ${sight.path} that is sent to ${door.name} carries no submission key`);
  const shape = shapeOf(form);
  const known = forms.get(`${door.name} ${shape}`);
  if (!known) forms.set(`${door.name} ${shape}`, { seen: [sight], door, shape, form });
  else if (known.seen.length < sightsRemembered) known.seen.push(sight);
}
