import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeLicences, licencesFile, readLicences } from './licences.ts';

/** Licences under which a part may run in a product under the EUPL-1.2. */
const acceptable = /^(MIT|MIT-0|0BSD|ISC|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|MIT AND OFL-1\.1)$/;
/** Those that state their licence in a file: read by a person. */
const readByHand = ['dejavu-fonts-ttf'];

test('every part that runs with the product has a licence that allows it', () => {
  const licences = readLicences();
  const doubtful = [...licences].filter(([licence]) => !acceptable.test(licence)).flatMap(([, names]) => names);
  expect(doubtful.filter((name) => !readByHand.some((each) => name.startsWith(`${each} `)))).toEqual([]);
  expect([...licences.values()].flat().length).toBeGreaterThan(100);
});

test('docs/licences.md is current (npm run docs:licences)', () => {
  expect(readFileSync(licencesFile, 'utf8')).toBe(describeLicences());
});
