import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const mebibyte = 1024 * 1024;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** MiB that are really held, without what waits to be collected: on the heap, and in arrays beside it. */
export function heldMebibytes(): { readonly heap: number; readonly beside: number; readonly resident: number } {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed / mebibyte, beside: external / mebibyte, resident: rss / mebibyte };
}
