/**
 * Services of HSDS from its tables (a tabular data package): rows become objects again, each with what refers to it.
 * https://docs.openreferral.org/
 */
export type TableRow = Readonly<Record<string, string>>;
export type TablesByName = ReadonlyMap<string, readonly TableRow[]>;

/** Files of the package by the tables they hold; both the standard's names and singular ones. */
export const TABLE_FILES: Readonly<Record<string, string>> = {
  services: 'service',
  organizations: 'organization',
  locations: 'location',
  service_at_location: 'service_at_location',
  service_at_locations: 'service_at_location',
  addresses: 'address',
  phones: 'phone',
  contacts: 'contact',
  schedules: 'schedule',
  funding: 'funding',
  service_areas: 'service_area',
  required_documents: 'required_document',
  languages: 'language',
  accessibility: 'accessibility',
  cost_options: 'cost_option',
  organization_identifiers: 'organization_identifier',
  units: 'unit',
  service_capacity: 'service_capacity',
  url: 'url',
  urls: 'url',
  programs: 'program',
  attributes: 'attribute',
  taxonomy_terms: 'taxonomy_term',
  taxonomies: 'taxonomy',
  metadata: 'metadata',
};

/** Lists of an object: the key, the table, and the column that names the object. */
const lists: Readonly<Record<string, readonly (readonly [key: string, table: string, column: string])[]>> = {
  service: [
    ['phones', 'phone', 'service_id'],
    ['schedules', 'schedule', 'service_id'],
    ['service_areas', 'service_area', 'service_id'],
    ['service_at_locations', 'service_at_location', 'service_id'],
    ['languages', 'language', 'service_id'],
    ['funding', 'funding', 'service_id'],
    ['cost_options', 'cost_option', 'service_id'],
    ['required_documents', 'required_document', 'service_id'],
    ['contacts', 'contact', 'service_id'],
    ['capacities', 'service_capacity', 'service_id'],
    ['additional_urls', 'url', 'service_id'],
  ],
  organization: [
    ['phones', 'phone', 'organization_id'],
    ['contacts', 'contact', 'organization_id'],
    ['funding', 'funding', 'organization_id'],
    ['programs', 'program', 'organization_id'],
    ['organization_identifiers', 'organization_identifier', 'organization_id'],
    ['additional_websites', 'url', 'organization_id'],
  ],
  location: [
    ['languages', 'language', 'location_id'],
    ['addresses', 'address', 'location_id'],
    ['contacts', 'contact', 'location_id'],
    ['accessibility', 'accessibility', 'location_id'],
    ['phones', 'phone', 'location_id'],
    ['schedules', 'schedule', 'location_id'],
  ],
  service_at_location: [
    ['service_areas', 'service_area', 'service_at_location_id'],
    ['contacts', 'contact', 'service_at_location_id'],
    ['phones', 'phone', 'service_at_location_id'],
    ['schedules', 'schedule', 'service_at_location_id'],
  ],
  contact: [['phones', 'phone', 'contact_id']],
  phone: [['languages', 'language', 'phone_id']],
};
/** Objects that a row names: the key, the table, and the row's column. */
const references: Readonly<Record<string, readonly (readonly [key: string, table: string, column: string])[]>> = {
  service: [
    ['organization', 'organization', 'organization_id'],
    ['program', 'program', 'program_id'],
  ],
  service_at_location: [['location', 'location', 'location_id']],
  service_capacity: [['unit', 'unit', 'unit_id']],
  attribute: [['taxonomy_term', 'taxonomy_term', 'taxonomy_term_id']],
  taxonomy_term: [['taxonomy_detail', 'taxonomy', 'taxonomy_id']],
};
const numbers = new Set([
  ...['minimum_age', 'maximum_age', 'amount', 'available', 'maximum', 'latitude', 'longitude'],
  ...['timezone', 'count', 'interval', 'extension', 'year_incorporated', 'priority'],
]);
/** Columns in which nothing is said by an empty cell too: what was changed had no value before, or has none now. */
const toldWhenEmpty: Readonly<Record<string, readonly string[]>> = { metadata: ['field_name', 'previous_value', 'replacement_value'] };
const withAttributes = new Set(['service', 'organization', 'location', 'service_at_location']);

/** A row with few columns says by its table what it is; as an object it says so by a term of its kind. */
const asOrganization = (object: Record<string, unknown>) => ({ organization_identifiers: [], ...object });
const asLocation = (object: Record<string, unknown>) => ({ location_type: 'physical', ...object });

/** The services of the tables, whole; of tables without services their organizations and locations. Rows that refer to one another in a circle cannot be: every table is entered once on the way. */
export function objectsOfTables(tables: TablesByName): unknown[] {
  const indexes = new Map<string, ReadonlyMap<string, readonly TableRow[]>>();
  function find(table: string, column: string, value: string): readonly TableRow[] {
    const name = `${table} ${column}`;
    let index = indexes.get(name);
    if (!index) indexes.set(name, (index = Map.groupBy(tables.get(table) ?? [], (row) => row[column] ?? '')));
    return value === '' ? [] : (index.get(value) ?? []);
  }
  function whole(table: string, row: TableRow): Record<string, unknown> {
    const object: Record<string, unknown> = Object.fromEntries((toldWhenEmpty[table] ?? []).map((key) => [key, '']));
    for (const [key, value] of Object.entries(row))
      if (value !== '') object[key] = numbers.has(key) && !Number.isNaN(Number(value)) ? Number(value) : value;
    const id = row['id'] ?? '';
    for (const [key, target, column] of references[table] ?? []) {
      const [one] = find(target, 'id', row[column] ?? '');
      if (one) object[key] = whole(target, one);
    }
    const add = (key: string, target: string, rows: readonly TableRow[]) => {
      if (rows.length > 0) object[key] = rows.map((each) => whole(target, each));
    };
    for (const [key, target, column] of lists[table] ?? []) add(key, target, find(target, column, id));
    if (withAttributes.has(table)) {
      const own = (rows: readonly TableRow[], column: string) => rows.filter((each) => (each[column] ?? table) === table);
      add('attributes', 'attribute', own(find('attribute', 'link_id', id), 'link_entity'));
      add('metadata', 'metadata', own(find('metadata', 'resource_id', id), 'resource_type'));
    }
    return object;
  }
  const listed = (table: string) => (tables.get(table) ?? []).map((row) => whole(table, row));
  const services = listed('service');
  return services.length > 0 ? services : [...listed('organization').map(asOrganization), ...listed('location').map(asLocation)];
}
