import { faultsOfPage } from '../../domain/page.ts';
import type { Schemas } from './schemas.ts';

/** One answer of an interface under check. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}
/** Asks for a path below the base address, such as `/services?page=2`. */
export type Ask = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

export interface FeedReport {
  /** Objects that were held against a schema. */
  readonly subjects: number;
  readonly pages: number;
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  /** Milliseconds of the slowest answer, by kind of address. */
  readonly slowest: Readonly<Record<string, number>>;
}
interface Kinds {
  readonly path: string;
  /** The schema of one object, and of an item of the list. */
  readonly one: string;
  readonly item: string;
  /** The standard leaves these to the publisher; then any other answer is only worth a warning. */
  readonly isOptional: boolean;
}
const kinds: readonly Kinds[] = [
  { path: '/services', one: 'service.json', item: 'service_list.json', isOptional: false },
  { path: '/organizations', one: 'organization.json', item: 'organization_list.json', isOptional: true },
  { path: '/locations', one: 'location.json', item: 'location.json', isOptional: true },
  { path: '/service_at_locations', one: 'service_at_location.json', item: 'service_at_location_list.json', isOptional: true },
  { path: '/taxonomies', one: 'taxonomy.json', item: 'taxonomy.json', isOptional: true },
  { path: '/taxonomy_terms', one: 'taxonomy_term.json', item: 'taxonomy_term.json', isOptional: true },
];
const mostFaults = 100;

/**
 * Walks every page of every list and every single object of an HSDS interface and holds each against the schemas; then the
 * behaviour that the standard asks for. `passes` are further schemas for single objects, such as those that forbid foreign terms.
 */
export async function checkFeed(
  ask: Ask,
  passes: readonly Schemas[],
  { perPage = 100, say = () => undefined }: { perPage?: number; say?: (line: string) => void } = {},
): Promise<FeedReport> {
  const walk = new Walk(ask, passes);
  await walk.details();
  for (const kind of kinds) {
    const ids = await walk.list(kind, perPage);
    if (ids !== undefined) for (const id of ids) await walk.one(kind, id);
    say(`${kind.path}: ${ids?.size ?? 0}`);
  }
  const { subjects, pages, faults, warnings, slowest } = walk;
  return { subjects, pages, faults, warnings, slowest: Object.fromEntries(slowest) };
}

class Walk {
  subjects = 0;
  pages = 0;
  readonly faults: string[] = [];
  readonly warnings: string[] = [];
  readonly slowest = new Map<string, number>();
  readonly #ask: Ask;
  readonly #passes: readonly Schemas[];

  constructor(ask: Ask, passes: readonly Schemas[]) {
    this.#ask = ask;
    this.#passes = passes;
  }

  fault(where: string, what: string): void {
    if (this.faults.length < mostFaults) this.faults.push(`${where}: ${what}`);
  }

  async read(path: string, pattern: string): Promise<{ answer: Answer; body: Readonly<Record<string, unknown>> | undefined }> {
    const began = performance.now();
    const answer = await this.#ask(path);
    this.slowest.set(pattern, Math.max(this.slowest.get(pattern) ?? 0, performance.now() - began));
    if (answer.headers.get('access-control-allow-origin') !== '*') this.fault(path, 'scripts of other sites may not read it (CORS)');
    return { answer, body: objectOf(answer.text) };
  }

  validate(where: string, schema: string, value: unknown): void {
    this.subjects += 1;
    for (const pass of this.#passes) for (const fault of pass.faultsOf(schema, value)) this.fault(where, fault);
  }

  async details(): Promise<void> {
    const { answer, body } = await this.read('/', '/');
    if (answer.status !== 200 || !body) return this.fault('/', `answers ${answer.status}, not a JSON object`);
    for (const name of ['version', 'profile', 'openapi_url']) if (typeof body[name] !== 'string') this.fault('/', `${name} is missing`);
    for (const name of ['profile', 'openapi_url']) if (!URL.canParse(String(body[name]))) this.fault('/', `${name} is no URI`);
    const etag = answer.headers.get('etag');
    if (etag === null) return void this.warnings.push('/: no ETag');
    const again = await this.#ask('/', { 'if-none-match': etag });
    if (again.status !== 304) this.fault('/', `answers ${again.status}, not 304, to its own ETag`);
  }

  /** The ids of all pages, or undefined when there is no such list. */
  async list({ path, item, isOptional }: Kinds, perPage: number): Promise<Set<string> | undefined> {
    const ids = new Set<string>();
    let total: unknown;
    for (let number = 1; ; number += 1) {
      const where = `${path}?per_page=${perPage}&page=${number}`;
      const { answer, body } = await this.read(where, path);
      if (answer.status !== 200 || !body) {
        if (isOptional && number === 1) this.warnings.push(`${path}: answers ${answer.status}`);
        else this.fault(where, `answers ${answer.status}, not a JSON object`);
        return number === 1 ? undefined : ids;
      }
      this.pages += 1;
      for (const fault of faultsOfPage(body)) this.fault(where, fault);
      if (number > 1 && body['total_items'] !== total) this.fault(where, 'total_items differs from the first page');
      total = body['total_items'];
      const contents: readonly unknown[] = Array.isArray(body['contents']) ? body['contents'] : [];
      for (const [index, each] of contents.entries()) {
        this.validate(`${where} [${index}]`, item, each);
        const id = String((each as { id?: unknown } | null)?.id);
        if (ids.has(id)) this.fault(where, `${id} stands in the list twice`);
        ids.add(id);
      }
      if (contents.length === 0 && number === 1) this.warnings.push(`${path}: nothing to check`);
      if (body['last_page'] !== false || contents.length === 0) break;
    }
    if (total !== ids.size) this.fault(path, `total_items is ${String(total)}, but the pages hold ${ids.size}`);
    return ids;
  }

  async one({ path, one }: Kinds, id: string): Promise<void> {
    const where = `${path}/${id}`;
    const { answer, body } = await this.read(where, `${path}/{id}`);
    if (answer.status !== 200 || !body) return this.fault(where, `answers ${answer.status}, not a JSON object`);
    if (body['id'] !== id) this.fault(where, 'has another id');
    this.validate(where, one, body);
  }
}

function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
