import { unzipSync } from 'fflate';
import { ok, refuse, type Result } from '#shared/result.ts';

/** More files than any workbook or package has. */
const mostFiles = 2000;
/** Tables and workbooks of people pack ten to fifty times; what packs much more often is made to fill the memory. */
const mostPacked = 100;
/** Small archives may pack as they like. */
const freely = 10 * 1024 * 1024;

/**
 * Names of the files in an archive, if all of them together unpack to a size that is read. The sizes that the archive states
 * are what unpacking reserves, so one that lies about them is damaged, not greater.
 */
export function namesInZip(bytes: Uint8Array, most: number): Result<readonly string[], 'damaged' | 'unpacks-too-big'> {
  const names: string[] = [];
  let size = 0;
  try {
    unzipSync(bytes, {
      filter(file) {
        names.push(file.name);
        size += file.originalSize;
        return false;
      },
    });
  } catch {
    return refuse('damaged');
  }
  const isBomb = size > freely && size > bytes.length * mostPacked;
  return size > most || isBomb || names.length > mostFiles ? refuse('unpacks-too-big') : ok(names);
}

/** The files of an archive whose names the pattern knows; call {@link namesInZip} first. */
export function unzip(bytes: Uint8Array, pattern: RegExp): Result<Readonly<Record<string, Uint8Array>>, 'damaged'> {
  try {
    return ok(unzipSync(bytes, { filter: ({ name }) => pattern.test(name) }));
  } catch {
    return refuse('damaged');
  }
}
