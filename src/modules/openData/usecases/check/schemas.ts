import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { OperatorError } from '#platform/operatorError.ts';
import { PROFILE_TERMS } from '../../domain/profile.ts';

/** The schemas of a standard, read from a folder. */
export interface Schemas {
  /** Names of files, without their folder; those of list items too, as `service_list.json`. */
  readonly names: ReadonlySet<string>;
  /**
   * What is wrong with a value, in words with the place; empty when nothing is.
   * @throws OperatorError when the folder has no such schema
   */
  faultsOf(name: string, value: unknown): string[];
}

const BASE = 'https://schemas.example/';
/** Small schemas leave out these references back; they are no invented terms. */
const backReferences: Readonly<Record<string, readonly string[]>> = {
  'organization.json': ['services'],
  'service_at_location.json': ['service'],
};

/**
 * Reads the JSON Schemas (2020-12) of a folder and of its subfolder `compiled`, from which single list items are taken.
 * @param strict forbids terms that the schemas do not know, save those of our profile and references back
 * @throws OperatorError when there are none, or one cannot be read
 */
export function readSchemas(folder: string, { strict = false }: { strict?: boolean } = {}): Schemas {
  const files = [folder, join(folder, 'compiled')].filter(existsSync).flatMap((where) =>
    readdirSync(where)
      .filter((name) => name.endsWith('.json') && !/with_definitions/.test(name))
      .map((name) => join(where, name)),
  );
  if (files.length === 0) throw new OperatorError(`There are no schemas in "${folder}".`);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // Dates without a format of their own, as the standard's tables have them.
  const names = new Set<string>();
  for (const file of files) {
    const name = basename(file);
    if (names.has(name)) continue;
    names.add(name);
    ajv.addSchema({ ...readSchema(file, name, strict), $id: `${BASE}${name}` });
  }
  const compiled = new Map<string, ValidateFunction>();
  const compile = (name: string): ValidateFunction => {
    const known = compiled.get(name) ?? (names.has(name) ? ajv.getSchema(`${BASE}${name}`) : undefined);
    if (!known) throw new OperatorError(`The folder "${folder}" has no schema ${name}.`);
    compiled.set(name, known);
    return known;
  };
  return {
    names,
    faultsOf(name, value) {
      const validate = compile(name);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(({ instancePath, message, params }) => {
        const extra = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
        return `${instancePath === '' ? '/' : instancePath} ${message ?? ''}${extra}`;
      });
    },
  };
}

function readSchema(file: string, name: string, strict: boolean): object {
  try {
    const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof schema !== 'object' || schema === null) throw new SyntaxError('no object');
    return strict ? (closed(schema, [...(backReferences[name] ?? []), ...termsOf(name)]) as object) : schema;
  } catch (error) {
    throw new OperatorError(`The schema ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A list item carries the profile's terms of its object. */
const termsOf = (name: string): readonly string[] => PROFILE_TERMS[name.replace('_list.json', '.json')] ?? [];

/** The same schema with foreign properties forbidden in every object; `allowed` are permitted at its top. */
function closed(schema: unknown, allowed: readonly string[] = []): unknown {
  if (Array.isArray(schema)) return schema.map((each) => closed(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  if (typeof parts['properties'] !== 'object' || parts['properties'] === null) return parts;
  const more = Object.fromEntries(allowed.map((name) => [name, {}]));
  return { ...parts, properties: { ...parts['properties'], ...more }, additionalProperties: false };
}
