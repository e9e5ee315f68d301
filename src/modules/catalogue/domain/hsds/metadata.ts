import type { Metadata } from '../parts.ts';

/** Changes that are not among those which a file brought back. */
export function newChanges(brought: readonly Metadata[], changes: readonly Metadata[] = []): readonly Metadata[] {
  const ids = new Set(brought.flatMap(({ id }) => id ?? []));
  return changes.filter(({ id }) => id === undefined || !ids.has(id));
}
