/**
 * Checks that what the catalogue exports is valid HSDS 3.1, against the JSON schemas of the specification in a folder:
 *
 *   node --import tsx scripts/check-hsds-export.ts FOLDER
 *
 * or with the folder in OKIENKO_HSDS_SCHEMAS. The schemas are not part of this repository: without a folder the check
 * says so and succeeds.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { z } from 'zod';
import { serviceToHsds } from '#modules/catalogue/domain/hsds/serviceToHsds.ts';
import { recordOfCard, type ServiceRecord } from '#modules/catalogue/domain/service.ts';
import { anyService } from '#modules/catalogue/domain/serviceSamples.ts';
import { shippedCardSchema } from '#modules/catalogue/domain/shippedServices.ts';
import { derivedId } from '#shared/uuid.ts';

const BASE = 'https://example.org/hsds/';

const folder = process.argv[2] ?? process.env['OKIENKO_HSDS_SCHEMAS'] ?? '';
if (!existsSync(join(folder, 'service.json'))) {
  console.log(`HSDS export: not checked, no schemas in "${folder}" (give the folder, or set OKIENKO_HSDS_SCHEMAS)`);
  process.exit(0);
}

function readValidator(): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const schema: object = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    ajv.addSchema({ ...schema, $id: `${BASE}${name}` });
  }
  const validate = ajv.getSchema(`${BASE}service.json`);
  if (validate === undefined) throw new Error('service.json cannot be compiled');
  return validate;
}

function listShipped(): readonly ServiceRecord[] {
  const catalogue = new URL('../data/catalogue/', import.meta.url);
  return readdirSync(catalogue).flatMap((name) => {
    const file = z.object({ services: z.array(shippedCardSchema) }).parse(JSON.parse(readFileSync(new URL(name, catalogue), 'utf8')));
    return file.services.map(({ vacancy: _, ...card }) => recordOfCard(name, card));
  });
}

const validate = readValidator();
const services = [...listShipped(), ...fc.sample(anyService, { numRuns: 200, seed: 2025 })];
// A check that lets everything through would succeed too: these must fail, the second in a nested table only.
const valid = { id: derivedId('planted'), name: 'Usługa', status: 'active' };
for (const planted of [
  { ...valid, status: 'otwarte' },
  { ...valid, attributes: [{ id: 'no-uuid' }] },
]) {
  if (!validate(valid) || validate(planted)) throw new Error(`The schemas do not tell a planted fault: ${JSON.stringify(planted)}`);
}
const failures = services.flatMap((service) =>
  validate(JSON.parse(JSON.stringify(serviceToHsds(service, { voivodeship: 'kujawsko-pomorskie' }))))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${service.name}: ${instancePath} ${message}`),
);
for (const failure of failures.slice(0, 20)) console.error(failure);
console.log(`HSDS export: ${services.length} services checked, ${failures.length} faults`);
process.exit(failures.length === 0 && services.length > 200 ? 0 : 1);
