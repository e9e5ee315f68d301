import type { CentreScope } from '#platform/http/index.ts';
import { findPlanFile } from '#modules/plans/index.ts';
import { agreedLimit } from '../domain/orderContent.ts';
import type { OrderedAmount } from '../domain/orderAmount.ts';
import type { OrderRow } from '../store/orderStore.ts';
import { plannedAmount } from './plannedAmount.ts';

/** An order that runs on another amount than the plan approved after it foresees. */
interface OrderUnlikePlan {
  readonly row: OrderRow;
  readonly planned: OrderedAmount;
}

/**
 * Open orders placed before the version of the plan in force was approved whose limits differ from what it foresees. What the
 * organiser ordered knowing the plan is theirs to judge: less than the plan, for a beginning.
 */
export async function listOrdersUnlikePlan(scope: CentreScope, caseId: string, rows: readonly OrderRow[]): Promise<OrderUnlikePlan[]> {
  const open = rows.filter((row) => row.isOpen);
  if (open.length === 0) return [];
  const file = await findPlanFile(scope, caseId);
  const approved = file?.approved;
  if (!approved) return [];
  const { events } = file.view;
  const older = events.slice(
    0,
    events.findLastIndex((event) => event.type === 'planApproved'),
  );
  const placedBefore = new Set(
    older.flatMap((event) => (event.type === 'ordersPlaced' ? event.data.orders.map(({ orderId }) => orderId) : [])),
  );
  return open.flatMap((row) => {
    const planned = plannedAmount(approved.content, row.serviceId);
    if (!planned || !placedBefore.has(row.id)) return [];
    const wanted = agreedLimit(planned.unit, planned.amount, planned.per);
    const held = row.content.limits.find((each) => each.measure === wanted.measure && each.per === wanted.per);
    return held?.most === wanted.most ? [] : [{ row, planned }];
  });
}
