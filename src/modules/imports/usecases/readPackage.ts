import { refuse, type Result } from '#shared/result.ts';

/** The services of a data package of HSDS tables, as objects. */
export function readPackage(_bytes: Uint8Array): Result<readonly unknown[], 'damaged'> {
  return refuse('damaged');
}
