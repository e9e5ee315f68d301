import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfPage } from '../../domain/page.ts';
import type { Schemas } from './schemas.ts';

/** What was found in one saved response. */
export interface ResponseFaults {
  /** The name of the file without its ending. */
  readonly name: string;
  readonly schema: readonly string[];
  /** Faults of the page around a list; schemas do not notice them. */
  readonly envelope: readonly string[];
}

/**
 * Holds saved responses of an HSDS interface, one JSON file each, against the schema of their subject: `service_full.json`
 * against `service.json`, all others against the schema of the same name; those without a schema are passed over.
 * @param perItem lists whose schema describes one item, not the page
 */
export function checkResponses(schemas: Schemas, folder: string, perItem: readonly string[] = []): ResponseFaults[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, schema: file.replace('_full.json', '.json') }))
    .filter(({ schema }) => schemas.names.has(schema))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, schema }) => {
      const value: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const isPage = typeof value === 'object' && value !== null && 'contents' in value;
      const subjects: readonly unknown[] = isPage && perItem.includes(schema) && Array.isArray(value.contents) ? value.contents : [value];
      return {
        name: file.replace('.json', ''),
        schema: subjects.flatMap((subject) => schemas.faultsOf(schema, subject)),
        envelope: isPage ? faultsOfPage(value as unknown as Readonly<Record<string, unknown>>) : [],
      };
    });
}
