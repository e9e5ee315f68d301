import type { CentreScope } from '#platform/http/index.ts';
import type { Job } from '#platform/module.ts';
import { firstHash, sealHash } from './canonical.ts';
import { becomeSealer, findLastSeal, insertSeal, listSealable } from './sealStore.ts';

const batch = 2000;
const mostBatches = 50;

/**
 * Seals what the audit log has gained: each seal holds the hash of its rows and of the seal before it, so that a row
 * changed or removed later shows. Writers are not locked and do not wait; only sealing itself is one at a time.
 */
async function seal(scope: CentreScope): Promise<void> {
  const { tx, now } = scope;
  if (!(await becomeSealer(tx))) return;
  let last = await findLastSeal(tx);
  for (let n = 0; n < mostBatches; n++) {
    const rows = await listSealable(tx, { hourAgo: now.subtract({ hours: 1 }), limit: batch });
    if (rows.length === 0) return;
    const previousHash = last?.hash ?? firstHash;
    last = {
      number: (last?.number ?? 0) + 1,
      sealedAt: now,
      entryIds: rows.map((row) => row.id),
      previousHash,
      hash: sealHash(previousHash, rows),
    };
    await insertSeal(tx, last);
    if (rows.length < batch) return;
  }
}

export const sealAudit: Job = {
  name: 'audit.seal',
  cron: '* * * * *',
  audit: { kind: 'nothing', because: 'a row about sealing would itself have to be sealed, for ever' },
  run: seal,
};
