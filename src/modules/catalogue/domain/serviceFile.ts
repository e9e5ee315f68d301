import { importHsds } from './hsds/importHsds.ts';
import type { ImportedServices } from './service.ts';
import { decodePolishText, importZyrardowCsv } from './zyrardowCsv.ts';

export type ServiceFileFormat = 'json' | 'csv';

/** What a file of services is, by its name's ending; of any other ending, by how it begins. */
export function formatOfServiceFile(name: string, bytes: Uint8Array): ServiceFileFormat {
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  if (/\.(json|jsonl|ndjson)$/i.test(name)) return 'json';
  const beginning = decodePolishText(bytes.subarray(0, 200))
    .replace(/^\ufeff/, '')
    .trimStart();
  return beginning.startsWith('{') || beginning.startsWith('[') ? 'json' : 'csv';
}

/** Reads a file of services: HSDS 3.1 as JSON, or cards with the columns that Żyrardów publishes as CSV. */
export function readServiceFile(format: ServiceFileFormat, bytes: Uint8Array): ImportedServices {
  return format === 'csv' ? importZyrardowCsv(bytes) : importHsds(decodePolishText(bytes));
}
