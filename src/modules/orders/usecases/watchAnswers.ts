import { toIsoInstant } from '#shared/isoTime.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { expiry, isAnswerTimeOver, isReminderDue, foldOrder } from '../domain/order.ts';
import { listOrderEvents, takeUnanswered, updateOrder } from '../store/orderStore.ts';
import { carryOut } from './changeOrder.ts';
import { sendLink } from './orderLinks.ts';

/** Reminded when three days are left: with the eight days of the law, on the fifth day. */
const daysBeforeEnd = 3;
const atOnce = 500;

/**
 * Reminds providers who have not answered, once, and takes back orders whose answering time is over: these return to the
 * organiser. May run as often as one likes.
 */
export async function watchAnswers(scope: CentreScope): Promise<void> {
  const now = toIsoInstant(scope.now);
  const rows = await takeUnanswered(scope.tx, scope.today.add({ days: daysBeforeEnd }), atOnce);
  const histories = await listOrderEvents(
    scope.tx,
    rows.map((row) => row.id),
  );
  for (const row of rows) {
    const order = foldOrder(histories.get(row.id) ?? []);
    if (isAnswerTimeOver(order, now)) {
      const done = await carryOut(scope, row, expiry);
      if (!done.ok) throw new Error(`the order ${row.id} does not expire: ${done.refusal.map((each) => each.code).join(', ')}`);
    } else if (row.remindedAt === null && isReminderDue(order, now, daysBeforeEnd)) {
      await sendLink(scope, row, 'reminder');
      await updateOrder(scope.tx, row.id, row.version, { remindedAt: scope.now });
    }
  }
}
