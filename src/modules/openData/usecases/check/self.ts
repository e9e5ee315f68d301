import type { Database } from '#platform/db/index.ts';
import type { World } from '#platform/world.ts';
import { KINDS } from '../../domain/entries.ts';
import { describeApi } from '../../domain/openApi.ts';
import { faultsOfPage } from '../../domain/page.ts';
import { PARAMETERS, readParameters, type ParameterName } from '../../domain/parameters.ts';
import { ROUTES, type ListRoute } from '../../domain/routes.ts';
import { findOne, listPage, readVersion, type Reach } from '../../usecases/directory.ts';

/** Checks that the running build makes of itself, without any foreign file. */
export const SELF_CHECKS = ['envelope', 'objects', 'ids', 'parameters', 'description', 'openDoors'] as const;
export type SelfCheck = (typeof SELF_CHECKS)[number];
export interface SelfResult {
  readonly name: SelfCheck;
  /** How many things were looked at. */
  readonly subjects: number;
  readonly faults: readonly string[];
}

/** Objects of each kind that are looked at: enough to notice a fault of the program, few enough for a page. */
const sample = 20;
const single = 3;

const held = new WeakMap<Database, { readonly version: string; readonly results: readonly SelfResult[] }>();

/** The results on the data of today; made anew only when that has changed. */
export async function checkSelf(world: World, reach: Reach): Promise<readonly SelfResult[]> {
  const version = await readVersion(reach);
  const before = held.get(world.database);
  if (before?.version === version) return before.results;
  const ofLists = await checkLists(reach);
  const results = [...ofLists, checkParameters(), checkDescription(), checkDoors(world)];
  held.set(world.database, { version, results });
  return results;
}

async function checkLists(reach: Reach): Promise<SelfResult[]> {
  const envelope = { name: 'envelope' as const, subjects: 0, faults: [] as string[] };
  const objects = { name: 'objects' as const, subjects: 0, faults: [] as string[] };
  const ids = { name: 'ids' as const, subjects: 0, faults: [] as string[] };
  const filter = { publisherId: reach.publisherId };
  for (const route of ROUTES) {
    for (const page of [1, 2]) {
      const answered = await listPage(reach, route.kind, { page, per_page: sample, full: page === 1 }, filter);
      envelope.subjects += 1;
      envelope.faults.push(...faultsOfPage({ ...answered }).map((fault) => `${route.path} ${page}: ${fault}`));
      for (const each of answered.contents) {
        objects.subjects += 1;
        objects.faults.push(...faultsOfObject(route, each));
      }
      for (const each of answered.contents.slice(0, single)) {
        const { id } = each as { id: string };
        const found = await findOne(reach, route.kind, id, {});
        ids.subjects += 1;
        if (found?.['id'] !== id) ids.faults.push(`${route.path}/${id}`);
        else ids.faults.push(...faultsOfObject(route, found));
      }
    }
  }
  return [envelope, objects, ids];
}

function faultsOfObject({ path, item }: ListRoute, value: unknown): string[] {
  const read = item.safeParse(value);
  return read.success ? [] : read.error.issues.map((issue) => `${path}: ${issue.path.join('.')} ${issue.message}`);
}

/** Every parameter refuses what it cannot be, by its name. */
function checkParameters(): SelfResult {
  const faults: string[] = [];
  const names = Object.keys(PARAMETERS) as ParameterName[];
  for (const name of names)
    for (const wrong of ['', '\u0000', ['list']]) {
      const read = readParameters(names, [[name, wrong]]);
      if (read.ok || !read.faults.some((fault) => fault.parameter === name)) faults.push(`${name}: ${JSON.stringify(wrong)}`);
    }
  if (readParameters([], [['unknown', '1']]).ok) faults.push('unknown');
  return { name: 'parameters', subjects: names.length, faults };
}

/** The description is whole: every reference leads somewhere, every operation has a name of its own. */
function checkDescription(): SelfResult {
  const document = describeApi({ base: 'https://example.org/hsds', publisher: 'example', contact: 'https://example.org/' });
  const text = JSON.stringify(document);
  const { components, paths } = document as {
    components: { schemas: object };
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? ''));
  const faults = [...references].filter((reference) => !Object.hasOwn(components.schemas, reference.replace('#/components/schemas/', '')));
  const operations = Object.values(paths).flatMap((each) => Object.values(each).map(({ operationId }) => operationId));
  if (new Set(operations).size !== operations.length) faults.push('two operations of one name');
  for (const kind of KINDS) if (!ROUTES.some((route) => route.kind === kind)) faults.push(kind);
  return { name: 'description', subjects: references.size + operations.length, faults };
}

/** Every described address has its door for all centres and for one, open to anybody and to scripts of any site. */
function checkDoors(world: World): SelfResult {
  const doors = world.modules.flatMap((module) => module.doors ?? []);
  const wanted = [
    '/hsds',
    '/hsds/openapi.json',
    ...ROUTES.flatMap((route) => [`/hsds${route.path}`, `/hsds${route.path}/:${route.idName}`]),
  ];
  const faults = wanted.flatMap((path) =>
    (['platform', 'centre'] as const).flatMap((scope) => {
      const door = doors.find((each) => each.scope === scope && each.method === 'GET' && each.path === path);
      return door?.openToAnyOrigin && door.may.kind === 'public' ? [] : [`${scope} ${path}`];
    }),
  );
  return { name: 'openDoors', subjects: wanted.length * 2, faults };
}
