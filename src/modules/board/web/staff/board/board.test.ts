import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { act, caseAppliedFor } from '#modules/cases/testing.ts';
import { newId } from '#shared/uuid.ts';
import { centreA } from '#tests/support/database.ts';
import { openApp } from '#tests/support/app.ts';

type App = Awaited<ReturnType<typeof openApp>>;
/** Applied for as many days ago as told; the first service refused when `isRefused`. */
async function aCase({ world }: App, days: number, isRefused = false): Promise<string> {
  return inCentre(world.database, centreA.id, async (tx) => {
    const now = world.clock().subtract({ hours: 24 * days });
    const actor = { kind: 'system', task: 'test' } as const;
    const scope = makeScope({ world, tx, centre: centreA, actor, now, lang: 'pl', door: 'test', requestId: 'test' });
    const { caseId, number, serviceIds } = await caseAppliedFor(scope, 'Basen');
    if (!isRefused) return number;
    const today = scope.today.toString();
    await act(scope, caseId, 'planCoordinator', { type: 'startAssessment', data: { place: 'centre', plannedOn: null } });
    await act(scope, caseId, 'planCoordinator', {
      type: 'recordAssessment',
      data: { assessmentId: newId(), version: 1, heldOn: today },
    });
    const reasons = [{ code: 'notResident' as const, inOwnWords: 'Mieszka w innej gminie' }];
    const data = { serviceId: serviceIds[0] ?? '', reasons, decisionNumber: `D/${number}` };
    await act(scope, caseId, 'director', { type: 'refuseService', data });
    return number;
  });
}

test('the director reads the board, goes from a figure to its list, and takes the figures along', async () => {
  const app = await openApp();
  const director = app.as('director');
  const empty = await director.get(app.at('/praca/pulpit'));
  expect(empty.text).toContain('Nie ma spraw w toku');
  const late = await aCase(app, 45);
  await aCase(app, 1);
  const refused = await aCase(app, 2, true);

  const board = await director.get(app.at('/praca/pulpit'));
  expect(board.heading).toBe('Pulpit centrum');
  expect(board.text).toContain(late);
  expect(board.text).toContain('15 dni po terminie');
  const list = await board.follow('zamieszkanie poza gminą');
  expect(list.text).toContain(refused);
  expect(list.findAll('tbody tr')).toHaveLength(1);

  const csv = await director.get(app.at('/praca/pulpit.csv?miesiecy=3'));
  expect(csv.body).toContain('Odmowy według powodu;zamieszkanie poza gminą;;1');
});

test('refusals are paged through without losing or repeating any', async () => {
  const app = await openApp();
  const before = (await app.as('director').get(app.at('/praca/pulpit/odmowy'))).findAll('tbody tr').length;
  for (let index = before; index < 30; index += 1) await aCase(app, 3, true);
  const first = await app.as('serviceOrganiser').get(app.at('/praca/pulpit/odmowy'));
  const second = await first.follow(/następn/i);
  const numbers = [...first.findAll('tbody th'), ...second.findAll('tbody th')].map((each) => each.textContent);
  expect(numbers).toHaveLength(30);
  expect(new Set(numbers).size).toBe(30);
});

test('an address nobody could have got from the list is refused, others do not see figures', async () => {
  const app = await openApp();
  expect((await app.as('director').send(app.at('/praca/pulpit/odmowy?po=abc_def'))).status).toBe(400);
  for (const role of ['frontDesk', 'planCoordinator', 'providerManager', 'accountant'] as const)
    expect((await app.as(role).get(app.at('/praca/pulpit'))).status).toBe(403);
});
