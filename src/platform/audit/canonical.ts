import { createHash } from 'node:crypto';

/** A row of the audit log as it is sealed: everything in it except the number of the writing transaction. */
export interface SealedFields {
  readonly centreId: string;
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly event: string;
  readonly door: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorLabel: string;
  readonly actorRole: string | null;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly detail: unknown;
  readonly requestId: string;
}

/** JSON with the keys of every object in order, so that the same value is always the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`)
    .join(',')}}`;
}

/** What the first seal of a centre follows. */
export const firstHash = '0'.repeat(64);

/** The hash of a seal: of the one before it and of each row, in order. Hexadecimal SHA-256. */
export function sealHash(previous: string, rows: readonly SealedFields[]): string {
  const hash = createHash('sha256').update(previous);
  for (const row of rows) {
    const { centreId, id, at, event, door, actorKind, actorId, actorLabel, actorRole, caseId, personId, detail, requestId } = row;
    hash.update('\n');
    hash.update(
      canonicalJson({
        centreId,
        id,
        at: at.toString(),
        event,
        door,
        actorKind,
        actorId,
        actorLabel,
        actorRole,
        caseId,
        personId,
        detail,
        requestId,
      }),
    );
  }
  return hash.digest('hex');
}
