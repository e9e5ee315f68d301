import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { World } from '#platform/world.ts';
import { describeApi } from '../../domain/openApi.ts';
import { MAPPING } from '../../domain/entries.ts';
import { listResults, saveResult, type CheckResult } from '../../store/resultStore.ts';

/** Checks that need files of a standard, which are not part of the product. */
export const OUTSIDE_CHECKS = ['hsds', 'cpsv-ap', 'openapi', 'datapackage'] as const;
export type OutsideCheck = (typeof OUTSIDE_CHECKS)[number];

let known: string | undefined;
/** Names the running build by its version and by what its interface declares: `0.1.0 (1f3a…)`. */
export function describeBuild(): string {
  if (known !== undefined) return known;
  const { version } = JSON.parse(readFileSync(new URL('../../../../../package.json', import.meta.url), 'utf8')) as { version: string };
  const declared = JSON.stringify([MAPPING, describeApi({ base: '', publisher: '', contact: '' })]);
  return (known = `${version} (${createHash('sha256').update(declared).digest('hex').slice(0, 12)})`);
}

/** Keeps the result of a check for the page of conformance. */
export const recordResult = (
  world: World,
  name: OutsideCheck,
  { subjects, faults }: Pick<CheckResult, 'subjects' | 'faults'>,
): Promise<void> =>
  saveResult(world.database, { name, program: describeBuild(), checkedAt: world.clock(), subjects, faults: faults.slice(0, 100) });

/** The last result of each check that was ever run here. */
export const listCheckResults = (world: World): Promise<CheckResult[]> => listResults(world.database);
