/**
 * Turns a search set (an array of `{id, area, areaName, name, description, targetGroups, keywords}`) into HSDS 3.1 JSON
 * that `okienko import services` reads. The ids of the set stay known as `externalId`.
 *
 *   node --import tsx scripts/hsds-from-search-set.ts data/search/services.json services.hsds.json
 *
 * Without a second file the text goes to the standard output.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { exportHsds } from '#modules/catalogue/domain/hsds/serviceToHsds.ts';
import { recogniseTargetGroups } from '#modules/catalogue/domain/recogniseTargetGroups.ts';
import { serviceRecordSchema, slugOf } from '#modules/catalogue/domain/service.ts';
import { derivedId } from '#shared/uuid.ts';

const searchSet = z.array(
  z.object({
    id: z.string().min(1),
    area: z.int().min(1).max(14),
    name: z.string(),
    description: z.string(),
    targetGroups: z.array(z.string()).default([]),
    keywords: z.array(z.string()).default([]),
  }),
);

const [source, target] = process.argv.slice(2);
if (source === undefined) {
  console.error('Usage: hsds-from-search-set.ts SERVICES.json [OUT.json]');
  process.exit(2);
}
const services = searchSet.parse(JSON.parse(readFileSync(source, 'utf8'))).map((entry) =>
  serviceRecordSchema.parse({
    id: derivedId('service', entry.id),
    externalId: entry.id,
    slug: slugOf(entry.id),
    name: entry.name,
    scope: entry.description,
    keywords: [...new Set(entry.keywords.map((keyword) => keyword.replaceAll(';', ',')))],
    recipients: entry.targetGroups.length > 0 ? entry.targetGroups.join(', ') : null,
    targetGroups: recogniseTargetGroups(entry.targetGroups.join(', ')),
    areas: [entry.area],
    qualification: {},
    fee: {},
  }),
);
const text = exportHsds(services);
if (target === undefined) process.stdout.write(text);
else {
  writeFileSync(target, text);
  console.error(`${services.length} services written to ${target}`);
}
