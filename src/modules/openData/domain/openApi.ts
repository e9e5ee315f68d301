import { z } from 'zod';
import { apiDetails, components, minimalService, pageOf, problem } from './hsdsObjects.ts';
import { PARAMETERS, type ParameterName } from './parameters.ts';
import { DATA_LICENCE, HSDS_VERSION, PROFILE } from './profile.ts';
import { ROUTES, type ListRoute } from './routes.ts';

type Tree = { [key: string]: unknown };

const problems = {
  '400': 'A parameter is unknown, repeated or malformed; `errors` names it.',
  '410':
    'The service was published and is over. `last_modified` says since when; `successor_id` and `successor` name the service that follows, where there is one.',
  '422': 'The parameters are well formed, but this cannot be answered; `errors` says why.',
  '429': 'Too many questions from one address; `Retry-After` says how many seconds to wait.',
};
const rest = { '304': 'Nothing has changed since the answer whose ETag was sent.' };

/** How the description refers to an object that it names. */
const reference = (name: string) => `#/components/schemas/${name}`;

function schemas(): { readonly named: Tree; refTo(schema: z.ZodType): Tree } {
  const registry = z.registry<{ id: string }>();
  const names = new Map<z.ZodType, string>();
  for (const schema of Object.values(components) as z.ZodType[]) {
    const name = schema.meta()?.id ?? '';
    names.set(schema, name);
    registry.add(schema, { id: name });
  }
  const { schemas: named } = z.toJSONSchema(registry, { uri: reference }) as { schemas: Tree };
  const clean = Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, withoutOwnNames(schema)]));
  return { named: clean, refTo: (schema) => ({ $ref: reference(names.get(schema) ?? '') }) };
}

/** Inside one document an object is known by its place, not by an id of its own. */
function withoutOwnNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwnNames);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, each]) => !(['$id', '$schema', 'id'].includes(key) && typeof each === 'string'));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutOwnNames(each)]));
}

function schemaOf(name: ParameterName): Tree {
  const { $schema: _, description: __, ...schema } = z.toJSONSchema(PARAMETERS[name], { io: 'input' });
  return schema;
}
const parameter = (name: ParameterName) => ({
  name,
  in: 'query',
  required: false,
  description: PARAMETERS[name].description,
  schema: schemaOf(name),
});

const withProblems = (codes: readonly (keyof typeof problems)[]) =>
  Object.fromEntries(
    codes.map((code) => [
      code,
      { description: problems[code], content: { 'application/problem+json': { schema: { $ref: reference(problem.meta()?.id ?? '') } } } },
    ]),
  );
const notModified = { '304': { description: rest['304'] } };
const headers = { ETag: { description: 'Changes with the answer.', schema: { type: 'string' } } };
const inJson = (schema: unknown) => ({ 'application/json': { schema } });

function listPaths(route: ListRoute, refTo: (schema: z.ZodType) => Tree): Tree {
  const items = refTo(route.item);
  const { $schema: _, ...page } = z.toJSONSchema(pageOf(z.unknown())) as Tree & { properties: Tree };
  const one = route.kind === 'service' ? { oneOf: [items, refTo(minimalService)] } : items;
  const schema = { ...page, properties: { ...page.properties, contents: { type: 'array', items: one } } };
  const tags = [route.plural];
  const answer = {
    description: 'A page of the list, or all of it as lines.',
    content: { ...inJson(schema), 'application/x-ndjson': { schema: { type: 'string', description: 'One JSON object a line.' } } },
  };
  const idParameter = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id of the object.',
    schema: { type: 'string', format: 'uuid' },
  };
  return {
    [route.path]: {
      get: {
        operationId: `list${route.plural}`,
        summary: route.summary,
        description: `${route.description} Parameters narrow the list together.`,
        tags,
        parameters: route.parameters.map(parameter),
        responses: { '200': { ...answer, headers }, ...notModified, ...withProblems(['400', '422', '429']) },
      },
      post: {
        operationId: `query${route.plural}`,
        summary: `${route.summary}, asked without an address`,
        description: `${route.description} For questions that should not stand in an address: the same parameters in the body.`,
        tags,
        requestBody: {
          required: false,
          description: 'Parameters by their names.',
          content: inJson({
            type: 'object',
            additionalProperties: false,
            properties: Object.fromEntries(
              route.parameters.map((name) => [name, { ...schemaOf(name), description: PARAMETERS[name].description }]),
            ),
          }),
        },
        responses: { '200': answer, ...withProblems(['400', '422', '429']) },
      },
    },
    [`${route.path}/{id}`]: {
      get: {
        operationId: `get${route.singular}`,
        summary: `One of: ${route.summary.toLowerCase()}`,
        description: 'The object with everything that belongs to it.',
        tags,
        parameters: [idParameter, ...route.oneParameters.map(parameter)],
        responses: {
          '200': { description: 'The object.', headers, content: inJson(items) },
          ...notModified,
          '404': {
            description: 'Nothing published has this id, or it is no id at all.',
            content: { 'application/problem+json': { schema: refTo(problem) } },
          },
          ...(route.kind === 'service' ? withProblems(['410']) : {}),
          ...withProblems(['400', '429']),
        },
      },
    },
  };
}

/**
 * The description of the interface in OpenAPI 3.1, made from the same declarations as its doors.
 * @param base the address under which the interface answers, without a closing slash
 */
export function describeApi({ base, publisher, contact }: { base: string; publisher: string; contact: string }): Tree {
  const { named, refTo } = schemas();
  const paths = Object.assign({}, ...ROUTES.map((route) => listPaths(route, refTo))) as Tree;
  return {
    openapi: '3.1.0',
    info: {
      title: `Social services: ${publisher}`,
      version: `${HSDS_VERSION}.0`,
      summary: `HSDS ${HSDS_VERSION}, profile ${PROFILE.name} ${PROFILE.version}`,
      description:
        'Services of Polish Social Services Centres as open data, in the Human Services Data Specification (Open Referral). ' +
        'No key is needed; scripts of any site may read it.',
      contact: { name: publisher, url: contact },
      license: DATA_LICENCE,
    },
    servers: [{ url: base }],
    tags: [
      { name: 'About', description: 'What this address answers.' },
      ...ROUTES.map((route) => ({ name: route.plural, description: `${route.summary}.` })),
    ].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    paths: {
      '/': {
        get: {
          operationId: 'getApiDetails',
          summary: 'What this address answers',
          description: 'The version of the standard, the profile, and who publishes.',
          tags: ['About'],
          responses: { '200': { description: 'About this interface.', headers, content: inJson(refTo(apiDetails)) }, ...notModified },
        },
      },
      ...paths,
    },
    components: { schemas: named },
  };
}
