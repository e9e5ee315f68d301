import type { CentreScope } from '#platform/http/index.ts';
import type { Metadata } from '../domain/parts.ts';
import { publicChanges, UNTOLD_FIELDS } from '../domain/publicChanges.ts';
import { listChangeRows, listLastChangeRows } from '../store/catalogueStore.ts';

const longest = 20_000;

/**
 * What changed in records of the catalogue since they were added, a part a field, oldest first, by the record's id. The
 * centre answers for its catalogue, so its name stands as the author; the audit log knows who wrote.
 */
export async function listChangesOf(scope: CentreScope, recordIds: readonly string[]): Promise<ReadonlyMap<string, readonly Metadata[]>> {
  const rows = await listChangeRows(scope.tx, recordIds);
  const changes = rows.map((row): Metadata => {
    return {
      id: row.id,
      resourceId: row.recordId,
      resourceType: row.recordKind,
      lastActionDate: row.at.toString(),
      lastActionType: 'update',
      fieldName: row.field,
      previousValue: told(row.before),
      replacementValue: told(row.after),
      updatedBy: scope.centre.displayName,
    };
  });
  return Map.groupBy(changes, ({ resourceId }) => resourceId ?? '');
}

function told(value: unknown): string {
  if (value === null || value === undefined) return '';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, longest);
}

/** Of a record that is edited every day the newest changes tell enough. */
const mostPublic = 30;

/** What open data tells of the changes of records, by the record's id: see {@link publicChanges}. */
export async function listPublicChangesOf(
  scope: CentreScope,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Metadata[]>> {
  const rows = await listLastChangeRows(scope.tx, recordIds, { without: UNTOLD_FIELDS, limit: mostPublic });
  const byRecord = Map.groupBy(rows, ({ recordId }) => recordId);
  return new Map([...byRecord].map(([id, changes]) => [id, publicChanges(changes, scope.centre.displayName)]));
}
