import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkResponses } from './responses.ts';
import { readSchemas } from './schemas.ts';

// The official responses of the UK validator, some with known faults: a checker is proven when it finds exactly these.
const oruk = process.env['OKIENKO_ORUK'];
const hsds = process.env['OKIENKO_HSDS_SCHEMAS'];

describe.runIf(oruk !== undefined)('the official responses with known faults', () => {
  const validator = join(oruk ?? '', 'validator');
  const check = (set: string) =>
    checkResponses(readSchemas(join(validator, 'schemas')), join(validator, 'mocks', set), ['organization_list.json']);
  const found = (set: string) => {
    const checked = check(set);
    expect(checked).toHaveLength(11);
    return Object.fromEntries(checked.filter(({ schema }) => schema.length > 0).map(({ name, schema }) => [name, schema]));
  };
  const ofTerm = ["/ must have required property 'description'", '/term_uri must match format "uri"'];

  test('nothing is wrong with Default and Test', () => {
    expect(found('Default')).toEqual({});
    expect(found('Test')).toEqual({});
  });
  test('Warn has its two faults', () => {
    const { taxonomy_term: term, ...rest } = found('Warn');
    expect([term?.toSorted(), rest]).toEqual([ofTerm.toSorted(), {}]);
  });
  test('Fail has its faults in four responses and no other', () => {
    const { api_details: details, service_full: service, service_list: list, taxonomy_term: term, ...rest } = found('Fail');
    expect(rest).toEqual({});
    expect(details?.toSorted()).toEqual(["/ must have required property 'profile'", '/openapi_url must match format "uri"']);
    expect(service?.filter((fault) => /^\/(url|email) /.test(fault)).toSorted()).toEqual([
      '/email must match format "email"',
      '/url must match format "uri"',
    ]);
    expect(service).toHaveLength(2);
    for (const item of [0, 1, 2, 3]) {
      const own = (list ?? []).filter((fault) => fault.startsWith(`/contents/${item}`));
      expect(own.filter((fault) => fault.includes("required property 'name'"))).toHaveLength(1);
      expect(own.some((fault) => /\/(url|email) must /.test(fault))).toBe(true);
      expect(own.every((fault) => /required property 'name'|\/(url|email) must (match format|be string)/.test(fault))).toBe(true);
    }
    expect(term?.toSorted()).toEqual(ofTerm.toSorted());
  });
  test('the pages around lists are looked at too, which the schemas do not', () => {
    const wrong = ['Default', 'Test', 'Warn', 'Fail'].flatMap((set) =>
      check(set)
        .filter(({ envelope }) => envelope.length > 0)
        .map(({ name }) => `${set} ${name}`),
    );
    expect(wrong).toEqual(['Test service_list', 'Warn taxonomy_term_list', 'Fail service_list']);
  });
});

describe.runIf(hsds !== undefined)('the official examples', () => {
  const examples = join(hsds ?? '', '../examples');
  const subjects = ['organization_full', 'service_at_location_full', 'service_full', 'location', 'taxonomy', 'taxonomy_term'];
  test.each([false, true])('are valid, with foreign terms forbidden: %s', (strict) => {
    const schemas = readSchemas(hsds ?? '', { strict });
    const checked = checkResponses(schemas, examples, ['service_list.json', 'organization_list.json', 'service_at_location_list.json']);
    expect(checked.length).toBeGreaterThan(5);
    expect(checked.filter(({ name, schema }) => subjects.includes(name) && schema.length > 0)).toEqual([]);
  });
  test('a foreign term is caught, also deep inside; a term of the profile is not', () => {
    const [open, closed] = [readSchemas(hsds ?? ''), readSchemas(hsds ?? '', { strict: true })];
    const id = 'ac148810-d857-441c-9679-408f346de14b';
    const service = { id, name: 'Usługa', status: 'active', phones: [{ id, number: '123', kolor: 'red' }], okienko: { slug: 'a' } };
    expect(open.faultsOf('service.json', service)).toEqual([]);
    expect(closed.faultsOf('service.json', service)).toEqual(['/phones/0 must NOT have additional properties (kolor)']);
    expect(closed.faultsOf('service.json', { ...service, phones: [], inny: 1 })).toEqual(['/ must NOT have additional properties (inny)']);
  });
});
