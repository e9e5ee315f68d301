import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { listDocuments } from '#platform/documents/archive.ts';
import { newId } from '#shared/uuid.ts';
import { findService, getCase, openCase } from '#modules/cases/index.ts';
import { act, asRole, caseAppliedFor, knownAbout, testPerson } from '#modules/cases/testing.ts';
import { registerPerson } from '#modules/people/index.ts';
import { openApp } from '#tests/support/app.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { centreA, inTestCentre } from '#tests/support/database.ts';
import { getOfferRule, getQueue, offerPlace, qualifyService, setOfferRule, waitlistService, withdrawService } from '../index.ts';
import type { Waiting } from './lists.ts';

const options = { now: Temporal.Instant.from('2026-03-09T09:00:00Z') };

/** The case of another person for the same services, filed on a day. */
async function anotherCase(scope: CentreScope, serviceIds: readonly string[], filedOn = scope.today): Promise<string> {
  const personId = await registerPerson(scope, { ...testPerson, givenName: 'Zenon' });
  const opened = await openCase(
    asRole(scope, 'frontDesk'),
    {
      type: 'apply',
      data: {
        personId,
        applicantType: 'self',
        applicantId: personId,
        channel: 'post',
        filedOn: filedOn.toString(),
        serviceIds: [...serviceIds],
        forwardingConsentId: null,
      },
    },
    { personName: 'Zenon Przykładowy', serviceNames: [] },
    knownAbout(serviceIds),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value.caseId;
}
async function assess(scope: CentreScope, caseId: string): Promise<void> {
  await act(scope, caseId, 'planCoordinator', { type: 'startAssessment', data: { place: 'centre', plannedOn: null } });
  const data = { assessmentId: newId(), version: 1, heldOn: scope.today.toString() };
  await act(scope, caseId, 'planCoordinator', { type: 'recordAssessment', data });
}
async function limitTo(scope: CentreScope, serviceId: string, placeLimit: number): Promise<void> {
  const rule = await getOfferRule(scope, serviceId);
  const done = await setOfferRule(scope, { ...rule, placeLimit });
  if (!done.ok) throw new Error('somebody else set the rule');
}
const organiser = (scope: CentreScope) => asRole(scope, 'serviceOrganiser');
const about = (caseId: string, serviceId: string) => ({ caseId, serviceId, version: null });

test('the end of a case frees its place, and the first in the order of filing gets it', () =>
  inTestCentre(async (scope) => {
    const { caseId, serviceIds } = await caseAppliedFor(scope, 'Transport');
    const serviceId = serviceIds[0] ?? '';
    await limitTo(scope, serviceId, 1);
    const today = await anotherCase(scope, serviceIds);
    const letter = await anotherCase(scope, serviceIds, scope.today.subtract({ days: 2 }));
    for (const each of [caseId, today, letter]) await assess(scope, each);
    // Nobody waits yet, so the place is free for whoever is decided first.
    expect((await qualifyService(organiser(scope), about(caseId, serviceId))).ok).toBe(true);
    expect(await qualifyService(organiser(scope), about(today, serviceId))).toMatchObject({
      ok: false,
      refusal: [{ code: 'no-place' }],
    });
    expect((await waitlistService(organiser(scope), about(today, serviceId))).ok).toBe(true);
    expect((await waitlistService(organiser(scope), about(letter, serviceId))).ok).toBe(true);
    const queue = await getQueue(scope, serviceId);
    expect(queue.waiting.map((each) => [each.position, each.caseId])).toEqual([
      [1, letter],
      [2, today],
    ]);
    expect(await offerPlace(organiser(scope), about(letter, serviceId))).toMatchObject({ ok: false, refusal: [{ code: 'no-place' }] });
    await act(scope, caseId, 'planCoordinator', {
      type: 'close',
      data: { ending: 'moved', occurredOn: scope.today.toString(), note: null },
    });
    expect((await getQueue(scope, serviceId)).free).toBe(1);
    expect(await offerPlace(organiser(scope), about(today, serviceId))).toMatchObject({ ok: false });
    const offered = await offerPlace(organiser(scope), about(letter, serviceId));
    expect(offered.ok && findService(offered.value, serviceId)?.cardNumber).toMatch(/^KK\/\d+\/2026$/);
    expect((await listDocuments(scope, letter)).map((each) => each.kind)).toEqual(['placeInformation', 'qualificationCard']);
    expect((await getQueue(scope, serviceId)).waiting.map((each) => each.caseId)).toEqual([today]);
  }, options));

test('the list is read page by page, each way in the same order', () =>
  inTestCentre(async (scope) => {
    const { caseId, serviceIds } = await caseAppliedFor(scope, 'Transport');
    const serviceId = serviceIds[0] ?? '';
    await limitTo(scope, serviceId, 0);
    const all = [caseId];
    // Letters that came on three days; only the case tells apart those of one day.
    for (let days = 0; days < 6; days += 1) all.push(await anotherCase(scope, serviceIds, scope.today.subtract({ days: days % 3 })));
    for (const each of all) {
      await assess(scope, each);
      await waitlistService(organiser(scope), about(each, serviceId));
    }
    const whole = (await getQueue(scope, serviceId)).waiting.map(({ position, caseId: id }) => [position, id]);
    expect(whole.map(([position]) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const beside = async (at: Waiting | undefined, back: boolean) => {
      const cursor = at && { filedAt: at.filedAt.toString(), caseId: at.caseId, back };
      return (await getQueue(scope, serviceId, { cursor: cursor ?? null, limit: 3 })).waiting;
    };
    const first = await beside(undefined, false);
    const second = await beside(first.at(-1), false);
    const third = await beside(second.at(-1), false);
    expect([...first, ...second, ...third].map(({ position, caseId: id }) => [position, id])).toEqual(whole);
    expect(await beside(third[0], true)).toEqual(second);
    expect(await beside(second[0], true)).toEqual(first);
    expect(await beside(third.at(-1), false)).toEqual([]);
  }, options));

test('giving a service up frees the place and leaves the rest of the case', () =>
  inTestCentre(async (scope) => {
    const { caseId, serviceIds } = await caseAppliedFor(scope, 'Transport', 'Opieka');
    const [transport = '', care = ''] = serviceIds;
    await limitTo(scope, transport, 1);
    await assess(scope, caseId);
    await qualifyService(organiser(scope), about(caseId, transport));
    expect((await getQueue(scope, transport)).free).toBe(0);
    expect((await withdrawService(organiser(scope), { ...about(caseId, transport), note: null })).ok).toBe(true);
    expect((await getQueue(scope, transport)).free).toBe(1);
    expect(findService((await getCase(scope, caseId)).state, care)?.status).toBe('pending');
  }, options));

test('a person holds one place in a service, in however many cases', () =>
  inTestCentre(async (scope) => {
    const { caseId, serviceIds, personId } = await caseAppliedFor(scope, 'Transport');
    const serviceId = serviceIds[0] ?? '';
    const again = await openCase(
      asRole(scope, 'frontDesk'),
      {
        type: 'apply',
        data: {
          personId,
          applicantType: 'self',
          applicantId: personId,
          channel: 'phone',
          filedOn: scope.today.toString(),
          serviceIds: [serviceId],
          forwardingConsentId: null,
        },
      },
      { personName: 'Łucja', serviceNames: [] },
      knownAbout(serviceIds),
    );
    const second = again.ok ? again.value.caseId : '';
    for (const each of [caseId, second]) await assess(scope, each);
    expect((await qualifyService(organiser(scope), about(caseId, serviceId))).ok).toBe(true);
    expect((await qualifyService(organiser(scope), about(second, serviceId))).ok).toBe(false);
    expect((await waitlistService(organiser(scope), about(second, serviceId))).ok).toBe(false);
  }, options));

test('two organisers after the last place: exactly one gets it', async () => {
  const app = await openApp({ clock: () => options.now });
  const within = <T>(work: (scope: CentreScope) => Promise<T>): Promise<T> =>
    inCentre(app.world.database, centreA.id, (tx) =>
      work(
        makeScope({
          world: app.world,
          tx,
          centre: centreA,
          actor: userWithRole('serviceOrganiser'),
          now: options.now,
          lang: 'pl',
          door: 'test',
          requestId: 't',
        }),
      ),
    );
  const { cases, serviceId } = await within(async (scope) => {
    const first = await caseAppliedFor(scope, 'Transport');
    const others = [await anotherCase(scope, first.serviceIds), await anotherCase(scope, first.serviceIds)];
    const all = [first.caseId, ...others];
    await limitTo(scope, first.serviceIds[0] ?? '', 1);
    for (const each of all) await assess(scope, each);
    return { cases: all, serviceId: first.serviceIds[0] ?? '' };
  });
  const done = await Promise.all(cases.map((caseId) => within((scope) => qualifyService(scope, about(caseId, serviceId)))));
  expect(done.filter((each) => each.ok)).toHaveLength(1);
  expect(done.flatMap((each) => (each.ok ? [] : each.refusal.map(({ code }) => code)))).toEqual(['no-place', 'no-place']);
  const queue = await within((scope) => getQueue(scope, serviceId));
  expect(queue).toMatchObject({ taken: 1, free: 0, total: 0 });
});
