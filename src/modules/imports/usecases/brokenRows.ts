import type { CentreScope } from '#platform/http/index.ts';
import { listRows, type RowLine } from '../store/rowStore.ts';
import { LIMITS } from '../domain/run.ts';
import { getRun } from './runs.ts';
import type { Run } from '../store/tables.ts';

/** The broken rows of a file, all of them, as the file has them. @throws NotFound when there is no such file */
export async function getBrokenRows(scope: CentreScope, runId: string): Promise<{ run: Run; rows: readonly RowLine[] }> {
  const run = await getRun(scope, runId);
  return { run, rows: await listRows(scope.tx, runId, { outcome: 'broken', limit: LIMITS.rows }) };
}
