import type { CentreScope } from '#platform/http/index.ts';
import { WRITTEN_BEFORE } from '../domain/run.ts';
import { findWrittenBeside, type NewRow } from '../store/rowStore.ts';

/**
 * Marks the rows that come again from a file of broken rows: an earlier file wrote their card from another row and left
 * them out as repeated ones. They change the card only when somebody chooses them. A file that itself repeats the row is the whole
 * file again, and its first row is meant.
 */
export async function markWrittenBefore(scope: CentreScope, rows: readonly NewRow[]): Promise<readonly NewRow[]> {
  const repeatedHere = new Set(rows.flatMap(({ problems = [] }) => problems.flatMap(({ serviceId }) => serviceId ?? [])));
  const asked = rows.flatMap(({ outcome, serviceId }) =>
    outcome === 'changed' && serviceId !== undefined && !repeatedHere.has(serviceId) ? [serviceId] : [],
  );
  const written = asked.length === 0 ? new Map() : await findWrittenBeside(scope.tx, asked);
  if (written.size === 0) return rows;
  return rows.map((row) => {
    const by = row.outcome === 'changed' ? written.get(row.serviceId ?? '') : undefined;
    return by ? { ...row, problems: [{ field: '', code: WRITTEN_BEFORE, value: by.fileName, at: by.at.toString() }] } : row;
  });
}
export const isWrittenBefore = ({ outcome, problems = [] }: Pick<NewRow, 'outcome' | 'problems'>): boolean =>
  outcome === 'changed' && problems.some(({ code }) => code === WRITTEN_BEFORE);
