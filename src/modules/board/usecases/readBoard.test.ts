import { expect, test } from 'vitest';
import type { CentreScope } from '#platform/http/index.ts';
import { act, asRole, caseAppliedFor, qualifyAll } from '#modules/cases/testing.ts';
import { newId } from '#shared/uuid.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { getValue } from '#shared/result.ts';
import { recordDelivered } from '#modules/orders/index.ts';
import { aDelivery, anOrderAccepted, asProvider } from '#modules/orders/testing.ts';
import { getOfferRule, qualifyService, setOfferRule, waitlistService } from '#modules/qualification/index.ts';
import { readBoard } from './readBoard.ts';

const now = Temporal.Instant.from('2026-03-16T09:00:00Z');
const daysAgo = (scope: CentreScope, days: number): CentreScope => ({
  ...scope,
  now: now.subtract({ hours: 24 * days }),
  today: Temporal.PlainDate.from('2026-03-16').subtract({ days }),
});

async function refused(scope: CentreScope, codes: readonly ('conditionsNotMet' | 'notResident')[]) {
  const { caseId, serviceIds } = await caseAppliedFor(scope, 'Basen');
  await act(scope, caseId, 'planCoordinator', { type: 'startAssessment', data: { place: 'centre', plannedOn: null } });
  await act(scope, caseId, 'planCoordinator', {
    type: 'recordAssessment',
    data: { assessmentId: newId(), version: 1, heldOn: scope.today.toString() },
  });
  await act(scope, caseId, 'director', {
    type: 'refuseService',
    data: {
      serviceId: serviceIds[0] ?? '',
      reasons: codes.map((code) => ({ code, inOwnWords: 'Bo tak stanowi program' })),
      decisionNumber: `D/${caseId.slice(-6)}`,
    },
  });
}

test('the board counts open cases by stage and age, deadlines by step, refusals by reason', () =>
  inTestCentre(
    async (scope) => {
      await caseAppliedFor(scope, 'Opieka');
      await caseAppliedFor(daysAgo(scope, 20), 'Opieka');
      await caseAppliedFor(daysAgo(scope, 40), 'Opieka');
      const old = await caseAppliedFor(daysAgo(scope, 120), 'Opieka');
      await qualifyAll(daysAgo(scope, 119), old.caseId);
      await refused(daysAgo(scope, 3), ['conditionsNotMet', 'notResident']);
      await refused(daysAgo(scope, 70), ['conditionsNotMet']);

      const board = await readBoard(scope, 6);
      expect(board.open.map(({ status, cases, upTo30Days, upTo90Days, older }) => [status, cases, upTo30Days, upTo90Days, older])).toEqual([
        ['APPLIED', 3, 2, 1, 0],
        ['QUALIFIED', 1, 0, 0, 1],
      ]);
      expect(board.deadlines).toEqual([
        { step: 'check-application', overdue: 1, week: 0, fortnight: 1 },
        { step: 'decide-coordination', overdue: 1, week: 0, fortnight: 0 },
      ]);
      expect(board.nearest.map((each) => each.nextStep)).toEqual([
        'decide-coordination',
        'check-application',
        'check-application',
        'check-application',
      ]);
      expect(board.refusals).toEqual([
        { reason: 'conditionsNotMet', refusals: 2 },
        { reason: 'notResident', refusals: 1 },
      ]);
      const short = await readBoard(scope, 3);
      expect(short.refusals).toEqual(board.refusals);
      expect((await readBoard(daysAgo(scope, -40), 3)).refusals).toEqual([
        { reason: 'conditionsNotMet', refusals: 1 },
        { reason: 'notResident', refusals: 1 },
      ]);
    },
    { now },
  ));

test('a centre without cases has an empty board', () =>
  inTestCentre(async (scope) => {
    expect(await readBoard(scope, 12)).toMatchObject({ open: [], deadlines: [], nearest: [], refusals: [], queues: [], delivered: [] });
  }));

test('delivered units stand by provider, month and unit; who waits stands by service', () =>
  inTestCentre(
    async (scope) => {
      const before = daysAgo(scope, 40);
      const order = await anOrderAccepted(before, { provider: 'Spółdzielnia Pomocna' });
      for (const [days, quantity] of [
        [38, 2],
        [37, 1],
        [10, 2],
      ] as const) {
        const there = asProvider(daysAgo(scope, days), order.providerId);
        getValue(await recordDelivered(there, order.orderId, aDelivery(there, { quantity })));
      }
      const waiting = await caseAppliedFor(daysAgo(scope, 9), 'Klub');
      const [serviceId = ''] = waiting.serviceIds;
      const organiser = asRole(scope, 'serviceOrganiser');
      getValue(await setOfferRule(organiser, { ...(await getOfferRule(organiser, serviceId)), conditions: [], placeLimit: 0 }));
      await act(daysAgo(scope, 8), waiting.caseId, 'planCoordinator', {
        type: 'startAssessment',
        data: { place: 'centre', plannedOn: null },
      });
      await act(daysAgo(scope, 7), waiting.caseId, 'planCoordinator', {
        type: 'recordAssessment',
        data: { assessmentId: newId(), version: 1, heldOn: '2026-03-09' },
      });
      const about = { caseId: waiting.caseId, serviceId, version: null };
      expect(await qualifyService(organiser, about)).toMatchObject({ ok: false });
      getValue(await waitlistService(organiser, about));

      const board = await readBoard(scope, 3);
      expect(board.months).toEqual(['2026-01', '2026-02', '2026-03']);
      expect(board.delivered).toMatchObject([{ name: 'Spółdzielnia Pomocna', unit: 'visit', total: 5 }]);
      expect([...(board.delivered[0]?.byMonth ?? [])].toSorted()).toEqual([
        ['2026-02', 3],
        ['2026-03', 2],
      ]);
      expect(board.queues).toMatchObject([{ service: { name: 'Klub' }, waiting: 1, taken: 0, free: 0 }]);
    },
    { now },
  ));
