import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

test('a file of an earlier release, with its places in the extra object', () => {
  const places = [{ name: 'Świetlica', street: 'ul. Przykładowa 3', postcode: '86-050', town: 'Solec' }];
  const file = {
    id: 'a',
    name: 'Klub',
    status: 'active',
    organization: { id: 'x', name: 'Fundacja' },
    okienko: { places, providerKind: 'ngo' },
  };
  const [service] = importHsds(JSON.stringify(file)).services;
  expect([service?.places, service?.provider]).toEqual([places, { name: 'Fundacja', kind: 'ngo' }]);
});

/** What goes in and what comes out, by the name of the example. */
const trips: readonly (readonly [string, (example: Thing) => readonly [unknown, unknown]])[] = [
  [
    'service_full.json',
    (example) => {
      const { services, problems } = importHsds(JSON.stringify(example));
      // Locations belong to organizations by reference; nested once more they say nothing new.
      const { locations: _, ...organization } = example['organization'] as Thing;
      return [
        [[], ...services.map((service) => serviceToHsds(service))],
        [problems, { ...example, organization }],
      ];
    },
  ],
  [
    'organization_full.json',
    ({ services: _, locations: __, ...example }) => [organizationToHsds(providerSchema.parse(readOrganization(example))), example],
  ],
  ['location.json', (example) => [locationToHsds(locationSchema.parse(readLocation(example))), example]],
];
test.each(schemas === undefined ? [] : trips)('the official %s comes out as it came in', (name, trip) => {
  const [out, expected] = trip(read(name));
  expect(comparable(out)).toEqual(comparable(expected));
});
