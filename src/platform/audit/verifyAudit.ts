import { inCentre, type CentreTx, type Database } from '#platform/db/index.ts';
import { listOpenCentres } from '#platform/http/tenant.ts';
import { firstHash, sealHash } from './canonical.ts';
import { countLoose, listEntries, listSeals, type Seal } from './sealStore.ts';

/** One thing that does not fit. `seal` is the number of the seal it was found in. */
export type AuditFault =
  | { readonly kind: 'entry-removed'; readonly seal: number; readonly entryId: string }
  | { readonly kind: 'content-changed'; readonly seal: number }
  | { readonly kind: 'chain-broken'; readonly seal: number }
  | { readonly kind: 'seal-missing'; readonly seal: number }
  | { readonly kind: 'not-sealed'; readonly count: number }
  | { readonly kind: 'seal-unknown'; readonly count: number };

export interface AuditReport {
  /** The centre's address. */
  readonly centre: string;
  readonly seals: number;
  readonly entries: number;
  readonly faults: readonly AuditFault[];
}

const mostFaults = 100;

/**
 * Recomputes the chain of every open centre. What it cannot see: the newest seals removed together with their rows, which
 * takes a copy of the last hash kept elsewhere to notice.
 */
export async function verifyAudit(database: Database, now: Temporal.Instant): Promise<readonly AuditReport[]> {
  const reports: AuditReport[] = [];
  for (const centre of await listOpenCentres(database))
    reports.push(await inCentre(database, centre.id, (tx) => verifyCentre(tx, centre.slug, now)));
  return reports;
}

async function verifyCentre(tx: CentreTx, centre: string, now: Temporal.Instant): Promise<AuditReport> {
  const faults: AuditFault[] = [];
  let previous: Seal | undefined;
  let seals = 0;
  let entries = 0;
  for (;;) {
    const page: Seal[] = await listSeals(tx, { after: previous?.number ?? 0, limit: 20 });
    for (const seal of page) {
      faults.push(...(await faultsOf(tx, seal, previous)));
      previous = seal;
      seals += 1;
      entries += seal.entryIds.length;
    }
    if (page.length === 0 || faults.length > mostFaults) break;
  }
  const { unsealed, unknown } = await countLoose(tx, now.subtract({ hours: 2 }));
  if (unsealed > 0) faults.push({ kind: 'not-sealed', count: unsealed });
  if (unknown > 0) faults.push({ kind: 'seal-unknown', count: unknown });
  return { centre, seals, entries, faults };
}

async function faultsOf(tx: CentreTx, seal: Seal, previous: Seal | undefined): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  const expected = (previous?.number ?? 0) + 1;
  if (seal.number !== expected) faults.push({ kind: 'seal-missing', seal: expected });
  if (seal.previousHash !== (previous?.hash ?? firstHash)) faults.push({ kind: 'chain-broken', seal: seal.number });
  const found = new Map((await listEntries(tx, seal.entryIds)).map((row) => [row.id, row]));
  const rows = seal.entryIds.flatMap((id) => found.get(id) ?? []);
  const removed = seal.entryIds.filter((id) => !found.has(id));
  if (removed.length > 0) faults.push(...removed.map((entryId) => ({ kind: 'entry-removed', seal: seal.number, entryId }) as const));
  else if (sealHash(seal.previousHash, rows) !== seal.hash) faults.push({ kind: 'content-changed', seal: seal.number });
  return faults;
}

/** A fault as a sentence for the operator. */
export function auditFaultInWords(fault: AuditFault): string {
  switch (fault.kind) {
    case 'entry-removed':
      return `row ${fault.entryId} of seal ${fault.seal} was removed`;
    case 'content-changed':
      return `a row of seal ${fault.seal} was changed after sealing`;
    case 'chain-broken':
      return `seal ${fault.seal} does not follow the one before it`;
    case 'seal-missing':
      return `seal ${fault.seal} is missing`;
    case 'not-sealed':
      return `${fault.count} rows older than two hours are not sealed`;
    case 'seal-unknown':
      return `${fault.count} rows are marked as sealed by a seal that does not know them`;
  }
}
