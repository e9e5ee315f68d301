import type { CentreScope } from '#platform/http/index.ts';
import { getCase, type ClosingConsequences } from '#modules/cases/index.ts';
import { isOrderOpen, type StatusReason } from '../domain/orderStates.ts';
import { listOrdersOfCase, settleSearch } from '../store/orderStore.ts';
import { staffTexts } from '../texts/texts.ts';
import { carryOut } from './changeOrder.ts';
import { orderActorOf } from './orderFile.ts';

const reasons = { withdrawn: 'personWithdrew', moved: 'personMoved', died: 'personDied', limit: 'limitUsedUp' } as const;

/** Takes back the orders that end with a case, tells their providers, and stops looking for others. */
export async function cancelOrdersOf(scope: CentreScope, caseId: string, { ordersToCancel }: ClosingConsequences): Promise<void> {
  const ending = (await getCase(scope, caseId)).state.closing?.ending;
  const code = ending && ending in reasons ? reasons[ending as keyof typeof reasons] : 'other';
  const reason: StatusReason = { code, inOwnWords: code === 'other' ? staffTexts.in('pl')('caseEnded') : '' };
  for (const row of await listOrdersOfCase(scope.tx, caseId)) {
    if (!ordersToCancel.includes(row.id) || !isOrderOpen(row.status)) continue;
    const done = await carryOut(scope, row, { to: 'cancelled', by: 'requester', actor: orderActorOf(scope.actor), reason });
    if (!done.ok) throw new Error(`the order ${row.id} cannot be taken back: ${done.refusal.map((each) => each.code).join(', ')}`);
  }
  await settleSearch(scope.tx, caseId);
}
