import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables, ProposalRow, ServiceRow } from './tables.ts';

const proposals = (tx: CentreTx) => tablesOf<CatalogueTables>(tx).selectFrom('catalogue.proposal');

export const findProposalRow = (tx: CentreTx, id: string): Promise<ProposalRow | undefined> =>
  proposals(tx).selectAll().where('id', '=', id).executeTakeFirst();
/** The newest proposals of a service, whatever became of them. */
export const listProposalRows = (tx: CentreTx, serviceId: string, limit: number): Promise<ProposalRow[]> =>
  proposals(tx).selectAll().where('serviceId', '=', serviceId).orderBy('proposedAt', 'desc').orderBy('id', 'desc').limit(limit).execute();

export async function countWaitingProposals(tx: CentreTx): Promise<number> {
  const row = await proposals(tx)
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
/** Proposals that wait, the oldest first, with the name of the service and of its provider. */
export function listWaitingRows(tx: CentreTx, limit: number) {
  return proposals(tx)
    .innerJoin('catalogue.service as s', 's.id', 'catalogue.proposal.serviceId')
    .innerJoin('catalogue.provider as p', 'p.id', 'catalogue.proposal.providerId')
    .selectAll('catalogue.proposal')
    .select(['s.name as serviceName', 'p.name as providerName'])
    .where('state', '=', 'waiting')
    .orderBy('proposedAt')
    .orderBy('catalogue.proposal.id')
    .limit(limit)
    .execute();
}

export type NewProposal = Pick<
  ProposalRow,
  'id' | 'serviceId' | 'providerId' | 'base' | 'proposedAt' | 'proposedBy' | 'proposedByName' | 'message'
> & { readonly changes: object };

/**
 * Adds a proposal, or puts it in the place of the one of its service that still waits. `seen` is the waiting one that its author read,
 * null when none waited; without it any is replaced. False when another waits than was read.
 */
export async function putProposal(
  tx: CentreTx,
  { changes, ...given }: NewProposal,
  seen?: Pick<ProposalRow, 'id' | 'version'> | null,
): Promise<boolean> {
  const values = { ...given, changes: sql<unknown>`${JSON.stringify(changes)}::jsonb` };
  const { id: _, serviceId: __, ...replaced } = values;
  if (seen !== null) {
    let update = tablesOf<CatalogueTables>(tx)
      .updateTable('catalogue.proposal')
      .set({ ...replaced, version: sql<number>`version + 1` })
      .where('serviceId', '=', given.serviceId)
      .where('state', '=', 'waiting');
    if (seen) update = update.where('id', '=', seen.id).where('version', '=', seen.version);
    const done = await update.executeTakeFirst();
    if (done.numUpdatedRows > 0n) return true;
    if (seen) return false;
  }
  const added = await tablesOf<CatalogueTables>(tx)
    .insertInto('catalogue.proposal')
    .values({ ...values, centreId: tx.centreId, version: 1, state: 'waiting', note: null, accepted: [], decidedAt: null, decidedBy: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Says what became of a proposal, if it still waits as it was read. False when it does not. */
export async function decideProposal(
  tx: CentreTx,
  { id, version }: Pick<ProposalRow, 'id' | 'version'>,
  decision: Pick<ProposalRow, 'state' | 'note' | 'accepted' | 'decidedAt' | 'decidedBy'>,
): Promise<boolean> {
  const done = await tablesOf<CatalogueTables>(tx)
    .updateTable('catalogue.proposal')
    .set({ ...decision, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Services of a provider that are not being prepared, by name, at most 500. */
export const listRowsOfProvider = (tx: CentreTx, providerId: string): Promise<ServiceRow[]> =>
  tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service')
    .selectAll()
    .where('providerId', '=', providerId)
    .where('status', '!=', 'draft')
    .orderBy(sql`name collate "pl-x-icu"`)
    .orderBy('id')
    .limit(500)
    .execute();
/** The newest proposal of each of some services. */
export function listNewestProposals(tx: CentreTx, serviceIds: readonly string[]): Promise<ProposalRow[]> {
  if (serviceIds.length === 0) return Promise.resolve([]);
  return proposals(tx)
    .selectAll()
    .distinctOn('serviceId')
    .where('serviceId', 'in', [...serviceIds])
    .orderBy('serviceId')
    .orderBy('proposedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
