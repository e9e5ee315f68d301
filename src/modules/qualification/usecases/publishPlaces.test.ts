import { expect, test } from 'vitest';
import { newId } from '#shared/uuid.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { getService, publishCountedPlaces, serviceToHsds } from '#modules/catalogue/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { act, asRole, caseAppliedFor } from '#modules/cases/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA, inTestCentre } from '#tests/support/database.ts';
import { getOfferRule, qualifyService, setOfferRule, waitlistService, withdrawService } from '../index.ts';
import { listQueues } from './lists.ts';
import { correctPublishedPlaces } from './publishPlaces.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');
const organiser = (scope: CentreScope) => asRole(scope, 'serviceOrganiser');

function within<Value>(app: TestApp, work: (scope: CentreScope) => Promise<Value>): Promise<Value> {
  const actor = userWithRole('serviceOrganiser');
  return inCentre(app.world.database, centreA.id, (tx) =>
    work(makeScope({ world: app.world, tx, centre: centreA, actor, now, lang: 'pl', door: 'test', requestId: 't' })),
  );
}
async function limitTo(scope: CentreScope, serviceId: string, placeLimit: number | null): Promise<void> {
  const done = await setOfferRule(scope, { ...(await getOfferRule(scope, serviceId)), placeLimit });
  if (!done.ok) throw new Error('somebody else set the rule');
}
async function anAssessedCase(scope: CentreScope): Promise<{ caseId: string; serviceId: string }> {
  const { caseId, serviceIds } = await caseAppliedFor(scope, 'Transport', 'Opieka');
  await act(scope, caseId, 'planCoordinator', { type: 'startAssessment', data: { place: 'centre', plannedOn: null } });
  const data = { assessmentId: newId(), version: 1, heldOn: scope.today.toString() };
  await act(scope, caseId, 'planCoordinator', { type: 'recordAssessment', data });
  return { caseId, serviceId: serviceIds[0] ?? '' };
}
const vacancyOf = async (scope: CentreScope, serviceId: string) => (await getService(scope, serviceId)).vacancy;

test('the card tells the places as the centre keeps them, after every decision', () =>
  inTestCentre(
    async (scope) => {
      const { caseId, serviceId } = await anAssessedCase(scope);
      await limitTo(scope, serviceId, 3);
      expect(await vacancyOf(scope, serviceId)).toEqual({
        free: 3,
        queue: 0,
        waitDays: null,
        asOf: now.toString(),
        counted: { limit: 3, taken: 0 },
      });
      expect((await qualifyService(organiser(scope), { caseId, serviceId, version: null })).ok).toBe(true);
      expect(await vacancyOf(scope, serviceId)).toMatchObject({ free: 2, queue: 0, counted: { limit: 3, taken: 1 } });
      expect(serviceToHsds(await getService(scope, serviceId))['capacities']).toMatchObject([{ available: 2, maximum: 3 }]);
      const shown = (await listQueues(scope)).find(({ service }) => service.id === serviceId);
      expect(shown).toMatchObject({ taken: 1, free: 2, waiting: 0, isKept: true });
      await withdrawService(organiser(scope), { caseId, serviceId, version: null, note: null });
      expect(await vacancyOf(scope, serviceId)).toMatchObject({ free: 3, counted: { limit: 3, taken: 0 } });
      // Without a limit nobody counts places: figures are typed again.
      await limitTo(scope, serviceId, null);
      expect(await vacancyOf(scope, serviceId)).toBeNull();
    },
    { now },
  ));

test('who waits is on the card', () =>
  inTestCentre(
    async (scope) => {
      const { caseId, serviceId } = await anAssessedCase(scope);
      await limitTo(scope, serviceId, 0);
      expect((await waitlistService(organiser(scope), { caseId, serviceId, version: null })).ok).toBe(true);
      expect(await vacancyOf(scope, serviceId)).toMatchObject({ free: 0, queue: 1, counted: { limit: 0, taken: 0 } });
    },
    { now },
  ));

test('a limit that only stands on the card leaves typed figures alone; the list of queues tells the same', () =>
  inTestCentre(
    async (scope) => {
      const vacancy = { free: 9, queue: 0, waitDays: null, asOf: '2026-03-01T08:00:00Z' };
      const serviceId = await aService(scope, 'Teatr', { capacity: 24, vacancy });
      await correctPublishedPlaces(scope);
      expect(await vacancyOf(scope, serviceId)).toEqual(vacancy);
      const shown = (await listQueues(scope)).find(({ service }) => service.id === serviceId);
      expect(shown).toMatchObject({ free: null, isKept: false });
    },
    { now },
  ));

test('the job mends cards of times before places were counted, once', () =>
  inTestCentre(
    async (scope) => {
      const serviceId = await aService(scope, 'Klub', { capacity: 25 });
      await limitTo(scope, serviceId, 4);
      await publishCountedPlaces(scope, serviceId, { limit: 25, taken: 4, waiting: 12 });
      expect(await correctPublishedPlaces(scope)).toBe(1);
      expect(await vacancyOf(scope, serviceId)).toMatchObject({ free: 4, counted: { limit: 4 } });
      expect(await correctPublishedPlaces(scope)).toBe(0);
    },
    { now },
  ));

test('counted figures cannot be typed over: the page shows them and leads to the queue', async () => {
  const app = await openApp({ clock: () => now });
  const organiserOf = app.as('serviceOrganiser');
  const serviceId = await within(app, async (scope) => {
    const id = await aService(scope, 'Dzienny dom', { capacity: 25, vacancy: { free: 4, queue: 0, asOf: '2026-03-01T08:00:00Z' } });
    return id;
  });
  const path = `/praca/uslugi/${serviceId}/miejsca`;
  const before = await organiserOf.get(app.at(path));
  expect(before.text).toContain('liczby trzeba wpisywać ręcznie');
  await within(app, (scope) => limitTo(scope, serviceId, 3));
  const page = await organiserOf.get(app.at(path));
  expect(page.text).toContain('Te liczby liczy system');
  // A form opened before changes nothing but the wait.
  await before.submit({ free: '20', waitDays: '14' }, { button: 'Zapisz liczby' });
  const card = await app.as('anonymous').get(app.at(`/uslugi/${serviceId}`));
  expect(card.text).toContain('3 wolne miejsca');
  expect(card.text).not.toContain('25 miejsc');
  expect((await page.follow('Zobacz miejsca i kolejkę')).heading).toContain('Dzienny dom');
});
