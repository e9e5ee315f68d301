/**
 * Writes data/registers/gminas.json: the gminas of the centres in data/registers/centres.json and all their namesakes,
 * so that an ambiguous name can be shown with its type and powiat.
 *
 *   node --import tsx scripts/gminas-of-centres.ts TERC.csv
 *
 * TERC.csv is the official file of the register TERYT, kept by Statistics Poland (https://eteryt.stat.gov.pl).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseTercFile } from '#shared/terc.ts';
import { TERC_KIND_NAMES_PL } from '#shared/teryt.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: gminas-of-centres.ts TERC.csv');
  process.exit(2);
}
const register = parseTercFile(readFileSync(file, 'utf8'));
if (!register.ok) {
  console.error('The TERC file cannot be read:', JSON.stringify(register.refusal));
  process.exit(1);
}
const centresFile = new URL('../data/registers/centres.json', import.meta.url);
const centres = JSON.parse(readFileSync(centresFile, 'utf8')) as readonly { readonly tercs: readonly string[] }[];
const wanted = new Set(centres.flatMap(({ tercs }) => tercs));
const known = new Set<string>(register.value.map(({ terc }) => terc));
const missing = [...wanted].filter((terc) => !known.has(terc));
if (missing.length > 0) {
  console.error(`Centres name gminas that the register lacks: ${missing.join(', ')}`);
  process.exit(1);
}
const names = new Set(register.value.filter(({ terc }) => wanted.has(terc)).map(({ name }) => name));
const gminas = register.value
  .filter(({ name }) => names.has(name))
  .map((gmina) => ({ ...gmina, kindName: TERC_KIND_NAMES_PL[gmina.kind] }));
const target = new URL('../data/registers/gminas.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(gminas, null, 2)}\n`);
console.log(`${gminas.length} gminas of ${centres.length} centres written`);
