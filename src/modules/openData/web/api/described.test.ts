import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { listShippedServices, putServices } from '#modules/catalogue/index.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA } from '#tests/support/database.ts';
import { publishCatalogue } from '../../usecases/publish.ts';

// The description and the server agree: whatever is asked, the answer is one that the description names, with a body that it
// describes.

type Described = Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: ParameterSchema }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly properties: Record<string, ParameterSchema> } }>>;
  };
  readonly responses: Described;
}
interface ParameterSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly examples?: readonly unknown[];
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

let app: TestApp;
let document: Document;
let ids: string[] = [];
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

const send = (path: string, init: RequestInit = {}) =>
  app
    .as('anonymous')
    .send(`/jodlowo/hsds${path === '/' ? '' : path}`, { ...init, headers: { accept: 'application/json', ...init.headers } });

beforeAll(async () => {
  app = await openApp();
  const { world } = app;
  await inCentre(world.database, centreA.id, async (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    const scope = makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' });
    await putServices(scope, listShippedServices('solec-kujawski'));
    await publishCatalogue(scope);
  });
  document = (await (await send('/openapi.json')).json()) as Document;
  ajv.addSchema({ $id: 'openapi', ...document });
  const lists = Object.keys(document.paths).filter((path) => path !== '/' && !path.includes('{'));
  for (const path of lists) {
    const { contents } = (await (await send(`${path}?per_page=5`)).json()) as { contents: { id: string }[] };
    ids.push(...contents.map((each) => each.id));
  }
  ids = [...new Set(ids)];
});

/** Values that a parameter may take, and some that it may not. */
function valueOf({ type, enum: choices, format, examples = [] }: ParameterSchema): fc.Arbitrary<string> {
  const wrong = fc.constantFrom('', 'x', '-1', '0', '1e9', '🏠', "' or 1=1 --", '2026-13-45');
  const right =
    choices !== undefined
      ? fc.constantFrom(...choices)
      : format === 'uuid'
        ? fc.oneof(fc.constantFrom(...ids), fc.uuid())
        : type === 'boolean'
          ? fc.constantFrom('true', 'false')
          : type === 'integer'
            ? fc.integer({ min: 1, max: 60 }).map(String)
            : examples.length > 0
              ? fc.constantFrom(...examples.map(String))
              : fc.constantFrom('opieka', '50', 'dom');
  return fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: wrong });
}
const chosen = (of: readonly (readonly [string, ParameterSchema])[]) =>
  fc
    .subarray([...of], { maxLength: Math.min(4, of.length) })
    .chain((some) => fc.tuple(...some.map(([name, schema]) => valueOf(schema).map((value) => [name, value] as const))));

async function faultsOf(response: Response, { operationId, responses }: Operation, path: string, method: string): Promise<string[]> {
  const told = responses[String(response.status)];
  if (!told) return [`${operationId} answers ${response.status}, which is not described: ${await response.text()}`];
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const text = await response.text();
  if (told.content === undefined) return text === '' ? [] : [`${operationId} answers ${response.status} with a body`];
  if (!(type in told.content)) return [`${operationId} answers ${response.status} as ${type}, which is not described`];
  const pointer = ['paths', path, method, 'responses', String(response.status), 'content', type, 'schema'];
  const reference = `openapi#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
  const lines = type.endsWith('ndjson') ? [] : [JSON.parse(text) as unknown];
  return lines.flatMap((body) => (ajv.validate({ $ref: reference }, body) ? [] : [`${operationId}: ${ajv.errorsText()}`]));
}

test('every operation answers as it is described, whatever is asked', { timeout: 120_000 }, async () => {
  const statuses = new Map<number, number>();
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const asked =
        method === 'post'
          ? Object.entries(operation.requestBody?.content['application/json']?.schema.properties ?? {})
          : (operation.parameters ?? []).filter((each) => each.in === 'query').map((each) => [each.name, each.schema] as const);
      await fc.assert(
        fc.asyncProperty(chosen(asked), fc.nat(), async (given, pick) => {
          const query = new URLSearchParams(given.map(([name, value]) => [name, value]));
          const address = path.replace('{id}', ids[pick % ids.length] ?? '');
          const response =
            method === 'post'
              ? await send(address, {
                  method: 'POST',
                  body: JSON.stringify(Object.fromEntries(given)),
                  headers: { 'content-type': 'application/json' },
                })
              : await send(`${address}${query.size > 0 ? `?${query}` : ''}`);
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          expect(await faultsOf(response, operation, path, method)).toEqual([]);
        }),
        { numRuns: 12, seed: 31 },
      );
    }
  expect([...statuses.keys()].toSorted()).toEqual([200, 400, 404]);
  expect(statuses.get(200)).toBeGreaterThan(100);
});
