import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locationSchema } from '../place.ts';
import { providerSchema } from '../provider.ts';
import { importHsds } from './importHsds.ts';
import { locationToHsds, readLocation } from './location.ts';
import { organizationToHsds, readOrganization } from './organization.ts';
import { serviceToHsds } from './serviceToHsds.ts';
import { KEYWORD_TAXONOMY } from './taxonomies.ts';

/**
 * The official examples of HSDS 3.1, read and written again. They are not part of this repository: their folder is given
 * beside that of the schemas in OKIENKO_HSDS_SCHEMAS, and without it these tests do not exist.
 */
const schemas = process.env['OKIENKO_HSDS_SCHEMAS'];
type Thing = Record<string, unknown>;
const read = (name: string): Thing => JSON.parse(readFileSync(join(schemas ?? '', '..', 'examples', name), 'utf8'));

/** What HSDS itself has given up, and what the catalogue adds. */
const passedOver = new Set(['okienko', 'fees', 'last_modified', 'tax_status', 'tax_id', 'organization_id', 'service_id', 'location_id']);
/** Terms of other taxonomies are also found as key words. */
const isKeyword = (part: { taxonomy_term?: { taxonomy?: string } }) => part.taxonomy_term?.taxonomy === KEYWORD_TAXONOMY;
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.filter((each) => !isKeyword(each)).map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !passedOver.has(key))
      .map(([key, each]) => [key, comparable(each)]),
  );
}

describe.runIf(schemas)('the official examples come out as they came in', () => {
  test('a service with its organization, places and all parts', () => {
    const example = read('service_full.json');
    const { services, problems } = importHsds(JSON.stringify(example));
    expect(problems).toEqual([]);
    const [service] = services;
    if (!service) throw new Error('the example was not read');
    // Locations belong to organizations by reference; nested once more they say nothing new.
    const { locations: _, ...organization } = example['organization'] as Thing;
    expect(comparable(serviceToHsds(service))).toEqual(comparable({ ...example, organization }));
  });

  test('an organization', () => {
    const { services: _, locations: __, ...example } = read('organization_full.json');
    expect(comparable(organizationToHsds(providerSchema.parse(readOrganization(example))))).toEqual(comparable(example));
  });

  test('a location', () => {
    const example = read('location.json');
    expect(comparable(locationToHsds(locationSchema.parse(readLocation(example))))).toEqual(comparable(example));
  });

  test('a page of services', () => {
    const example = read('service_list.json');
    const { services, problems } = importHsds(JSON.stringify(example));
    expect([problems, services.length]).toEqual([[], (example['contents'] as unknown[]).length]);
  });
});
