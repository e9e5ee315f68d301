import { expect, test } from 'vitest';
import type { CentreScope } from '#platform/http/index.ts';
import { act, caseAppliedFor, qualifyAll } from '#modules/cases/testing.ts';
import { newId } from '#shared/uuid.ts';
import { inTestCentre } from '#tests/support/database.ts';
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
    expect(await readBoard(scope, 12)).toEqual({ open: [], deadlines: [], nearest: [], refusals: [] });
  }));
