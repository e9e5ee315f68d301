import type { CentreScope } from '#platform/http/index.ts';
import { getCase, type CaseEvent } from '#modules/cases/index.ts';
import { listOrdersOfCase, setPause } from '../store/orderStore.ts';
import { mailPause, mailResumption } from './letters.ts';

/** What an event of a case means for its orders: their providers are told of a break in the services, and of its end. */
export async function followCase(scope: CentreScope, caseId: string, event: CaseEvent): Promise<void> {
  if (event.type === 'suspended') {
    const pause = { from: Temporal.PlainDate.from(event.data.from), to: event.data.to ? Temporal.PlainDate.from(event.data.to) : null };
    await setPause(scope.tx, caseId, pause);
    for (const row of await listOpen(scope, caseId)) await mailPause(scope, row, pause);
  }
  if (event.type === 'resumed') {
    const on = Temporal.PlainDate.from(event.data.on);
    const lastSuspension = (await getCase(scope, caseId)).events.findLast((each) => each.type === 'suspended');
    const from = lastSuspension?.type === 'suspended' ? Temporal.PlainDate.from(lastSuspension.data.from) : on;
    const to = on.subtract({ days: 1 });
    await setPause(scope.tx, caseId, Temporal.PlainDate.compare(to, from) < 0 ? null : { from, to });
    for (const row of await listOpen(scope, caseId)) await mailResumption(scope, row, on);
  }
}

const listOpen = async (scope: CentreScope, caseId: string) => (await listOrdersOfCase(scope.tx, caseId)).filter((row) => row.isOpen);
