/**
 * The tables of HSDS 3.1 as linked CSV files (a tabular data package). Columns are the single values of each object;
 * nested objects become rows of their own tables that refer to the object they lay in.
 * https://docs.openreferral.org/ · https://specs.frictionlessdata.io/tabular-data-package/
 */
import { z } from 'zod';
import { derivedId } from '#shared/uuid.ts';
import { asObject, type Json, type JsonObject } from './entries.ts';
import { components } from './hsdsObjects.ts';
import { DATA_LICENCE, HSDS_VERSION, PROFILE } from './profile.ts';

export interface Table {
  /** The name of the resource, by which foreign keys refer to it. */
  readonly name: string;
  readonly file: string;
  readonly columns: readonly Column[];
  /** Columns that refer to the `id` of another table. */
  readonly foreignKeys: Readonly<Record<string, string>>;
}
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime';
  readonly format: 'uuid' | 'uri' | 'email' | undefined;
  readonly isRequired: boolean;
}

/** The standard has a table of tables; the description of the package says the same, so it stays empty. */
const tableDescription = z.strictObject({
  id: z.uuid(),
  name: z.string().optional(),
  language: z.string().optional(),
  character_set: z.string().optional(),
});
const objects = {
  organization: { file: 'organizations.csv', of: components.provider },
  program: { file: 'programs.csv', of: components.program },
  service: { file: 'services.csv', of: components.service },
  location: { file: 'locations.csv', of: components.location },
  service_at_location: { file: 'service_at_location.csv', of: components.placeOfService },
  address: { file: 'addresses.csv', of: components.address },
  contact: { file: 'contacts.csv', of: components.contact },
  phone: { file: 'phones.csv', of: components.phone },
  schedule: { file: 'schedules.csv', of: components.schedule },
  funding: { file: 'funding.csv', of: components.funding },
  service_area: { file: 'service_areas.csv', of: components.serviceArea },
  required_document: { file: 'required_documents.csv', of: components.requiredDocument },
  language: { file: 'languages.csv', of: components.language },
  accessibility: { file: 'accessibility.csv', of: components.accessibility },
  cost_option: { file: 'cost_options.csv', of: components.costOption },
  organization_identifier: { file: 'organization_identifiers.csv', of: components.organizationIdentifier },
  unit: { file: 'units.csv', of: components.unit },
  service_capacity: { file: 'service_capacity.csv', of: components.capacity },
  url: { file: 'url.csv', of: components.link },
  taxonomy: { file: 'taxonomies.csv', of: components.taxonomy },
  taxonomy_term: { file: 'taxonomy_terms.csv', of: components.taxonomyTerm },
  attribute: { file: 'attributes.csv', of: components.attribute },
  metadata: { file: 'metadata.csv', of: components.metadata },
  meta_table_description: { file: 'meta_table_descriptions.csv', of: tableDescription },
} as const;
export type TableName = keyof typeof objects;

/** In which table the objects under a key lie. */
const tableOfKey: Readonly<Record<string, TableName>> = {
  organization: 'organization',
  program: 'program',
  programs: 'program',
  service_at_locations: 'service_at_location',
  location: 'location',
  locations: 'location',
  addresses: 'address',
  contacts: 'contact',
  phones: 'phone',
  schedules: 'schedule',
  funding: 'funding',
  service_areas: 'service_area',
  required_documents: 'required_document',
  languages: 'language',
  accessibility: 'accessibility',
  cost_options: 'cost_option',
  organization_identifiers: 'organization_identifier',
  unit: 'unit',
  capacities: 'service_capacity',
  additional_urls: 'url',
  additional_websites: 'url',
  taxonomy_detail: 'taxonomy',
  taxonomy_term: 'taxonomy_term',
  attributes: 'attribute',
  metadata: 'metadata',
};
/** Keys whose one object the outer one names by a column of its own. */
const ownReference: Readonly<Record<string, string>> = {
  organization: 'organization_id',
  program: 'program_id',
  location: 'location_id',
  unit: 'unit_id',
  taxonomy_term: 'taxonomy_term_id',
  taxonomy_detail: 'taxonomy_id',
};
/** Columns without which the standard's tables take no row, beside what an object must have anyway. */
const alsoRequired: Readonly<Record<string, readonly string[]>> = {
  service_at_location: ['service_id', 'location_id'],
  cost_option: ['service_id'],
  organization_identifier: ['organization_id'],
  program: ['organization_id'],
  service: ['organization_id'],
  service_capacity: ['service_id', 'unit_id'],
  attribute: ['link_id', 'taxonomy_term_id', 'link_entity'],
  metadata: ['resource_id', 'resource_type'],
};

function columnsOf(name: TableName): Column[] {
  return Object.entries(objects[name].of.shape as Readonly<Record<string, z.ZodType>>).flatMap(([column, given]): Column[] => {
    const isOptional = given instanceof z.ZodOptional;
    const schema = isOptional ? (given.unwrap() as z.ZodType) : given;
    if (schema instanceof z.ZodObject || schema instanceof z.ZodArray) return [];
    const { type, format } = z.toJSONSchema(schema, { io: 'input' });
    const isRequired = !isOptional || (alsoRequired[name] ?? []).includes(column);
    return [
      {
        name: column,
        type: format === 'date' ? 'date' : format === 'date-time' ? 'datetime' : type === 'number' ? 'number' : 'string',
        format: format === 'uuid' || format === 'uri' || format === 'email' ? format : undefined,
        isRequired,
      },
    ];
  });
}

export const TABLES: readonly Table[] = (Object.keys(objects) as TableName[]).map((name) => {
  const columns = columnsOf(name);
  const references = columns.flatMap(({ name: column }) => {
    const target = /^(\w+)_id$/.exec(column)?.[1];
    return target !== undefined && target !== name && target in objects ? [[column, target] as const] : [];
  });
  return { name, file: objects[name].file, columns, foreignKeys: Object.fromEntries(references) };
});

export type Row = Readonly<Record<string, string | number>>;

/** The rows of every table that the full HSDS object of a service holds, with the references between them. */
export function* rowsOf(service: JsonObject): Generator<{ readonly table: TableName; readonly row: Row }> {
  yield* rowsIn('service', service, {});
}

const isSingle = (value: Json | undefined): value is string | number => typeof value === 'string' || typeof value === 'number';

function* rowsIn(table: TableName, object: JsonObject, outer: Row): Generator<{ readonly table: TableName; readonly row: Row }> {
  const id = String(object['id']);
  const row: Record<string, string | number> = { ...outer };
  for (const [key, value] of Object.entries(object)) if (isSingle(value)) row[key] = value;
  const inner: { table: TableName; object: JsonObject; outer: Row }[] = [];
  for (const [key, value] of Object.entries(object)) {
    const target = tableOfKey[key];
    if (target === undefined || value === undefined) continue;
    const reference = ownReference[key];
    const one = asObject(value);
    if (one) {
      if (reference !== undefined) row[reference] = String(one['id']);
      inner.push({ table: target, object: one, outer: target === 'program' ? organizationOf(object) : {} });
    } else if (Array.isArray(value))
      for (const each of value as readonly JsonObject[]) inner.push({ table: target, object: each, outer: belongingTo(target, table, id) });
  }
  if (table === 'attribute' && row['taxonomy_term_id'] === undefined) {
    const term = termOfLabel(String(row['label'] ?? ''));
    row['taxonomy_term_id'] = term.id;
    inner.push({ table: 'taxonomy_term', object: term, outer: {} });
  }
  yield { table, row };
  for (const each of inner) yield* rowsIn(each.table, each.object, each.outer);
}

/** The tables take no programme without an organization: it is that of the service. */
function organizationOf(service: JsonObject): Row {
  const organization = asObject(service['organization']);
  return organization ? { organization_id: String(organization['id']) } : {};
}

/** The tables take no attribute without a term, so a bare label becomes one. */
const termOfLabel = (label: string) => ({
  id: derivedId('taxonomy_term', 'label', label),
  name: label,
  description: label,
  taxonomy: 'label',
  taxonomy_detail: { id: derivedId('taxonomy', 'label'), name: 'label', description: 'Labels of attributes' },
});

/** How an object of a list names the one it belongs to. */
function belongingTo(table: TableName, owner: TableName, id: string): Row {
  if (table === 'attribute') return { link_id: id, link_entity: owner };
  if (table === 'metadata') return { resource_id: id, resource_type: owner };
  return { [`${owner}_id`]: id };
}

/** The description of the package; `path`s are relative to its own address. */
export function describePackage(title: string): object {
  return {
    name: 'human_services_data',
    title,
    profile: 'tabular-data-package',
    version: HSDS_VERSION,
    description: `Social services as linked tables of HSDS ${HSDS_VERSION} (${PROFILE.name} ${PROFILE.version}).`,
    homepage: 'https://docs.openreferral.org/',
    licenses: [{ name: 'CC-BY-4.0', path: DATA_LICENCE.url, title: DATA_LICENCE.name }],
    resources: TABLES.map(({ name, file, columns, foreignKeys }) => ({
      name,
      path: file,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: columns.map((column) => ({
          name: column.name,
          type: column.type,
          ...(column.format && { format: column.format }),
          constraints: { required: column.isRequired, unique: column.name === 'id' },
        })),
        primaryKey: 'id',
        foreignKeys: Object.entries(foreignKeys).map(([fields, resource]) => ({ fields, reference: { resource, fields: 'id' } })),
      },
    })),
  };
}
