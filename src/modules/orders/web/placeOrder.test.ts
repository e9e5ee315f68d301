import { beforeAll, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { getValue } from '#shared/result.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { act, asRole, qualifyAll, testPerson } from '#modules/cases/testing.ts';
import { getPlanFile, savePlanPart } from '#modules/plans/index.ts';
import { agreeAndApprove, aPlannedCase } from '#modules/plans/testing.ts';
import { fileRequest } from '#modules/requests/index.ts';
import { listLetters } from '#platform/mail/letterStore.ts';
import { centreA } from '#tests/support/database.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { aCaseToOrder, aProvider } from '../testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});

const committed = <T>(work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(app.world.database, centreA.id, (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    return work(
      makeScope({ world: app.world, tx, centre: centreA, actor, now: app.world.clock(), lang: 'pl', door: 'test', requestId: 'test' }),
    );
  });
const openForm = (caseId: string, serviceId = '') => app.as('serviceOrganiser').get(app.at(`/praca/sprawy/${caseId}/zlec/${serviceId}`));

test('an order of a planned service outside the plan is refused, and the days of the plan are named', async () => {
  const { opened, providerId, today } = await committed(async (scope) => {
    const planned = await aPlannedCase(scope);
    await agreeAndApprove(scope, planned.caseId);
    return { opened: planned, providerId: await aProvider(scope, 'Wykonawca planu'), today: scope.today };
  });
  const form = await openForm(opened.caseId, opened.serviceIds[0]);
  const early = await form.submit({ providerId, from: formatDate(today.subtract({ days: 1 })), to: '' });
  expect(early.status).toBe(422);
  expect(early.text).toContain(`Plan obejmuje dni od ${formatDate(today)} do`);
  expect(early.text).toContain('więc zlecenie musi się skończyć najpóźniej');
  expect(early.find('[name=from]').getAttribute('value')).toBe(formatDate(today.subtract({ days: 1 })));
  // The plan foresees 20 hours a month: more is refused, and its amount holds where the order names another one.
  const tooMuch = await early.submit({ from: formatDate(today), to: formatDate(today.add({ months: 2 })), amount: '80', per: 'month' });
  expect(tooMuch.status).toBe(422);
  expect(tooMuch.text).toContain('Zatwierdzony plan przewiduje najwyżej 20 godz. w miesiącu, a tu jest 80 godz. w miesiącu.');
  const sent = await tooMuch.submit({ amount: '6', per: 'week' });
  expect(sent.text).toContain('Zlecenie wysłane');
  const order = await sent.follow(/^Z\//);
  expect(order.text).toContain('limit: 6 godz. w tygodniu');
  expect(order.text).toContain('limit: 20 godz. w miesiącu');
});

test('a provider whom nothing reaches gets an address or is told by the organiser, and another one than the plan names is asked about', async () => {
  const { opened, silentId, otherId, today } = await committed(async (scope) => {
    const silent = await aProvider(scope, 'Wykonawca bez adresu', null);
    const planned = await aPlannedCase(scope);
    const { latest } = await getPlanFile(scope, planned.caseId);
    const services = latest.content.services.map((each) => ({ ...each, providerId: silent, provider: 'Wykonawca bez adresu' }));
    getValue(await savePlanPart(asRole(scope, 'planCoordinator'), planned.caseId, latest.revision, { services }));
    await agreeAndApprove(scope, planned.caseId);
    return { opened: planned, silentId: silent, otherId: await aProvider(scope, 'Wykonawca spoza planu'), today: scope.today };
  });
  const form = await openForm(opened.caseId, opened.serviceIds[0]);
  const other = await form.submit({ providerId: otherId, to: formatDate(today.add({ months: 2 })) });
  expect(other.status).toBe(422);
  expect(other.text).toContain('W planie uzgodnionym z mieszkańcem jest inny wykonawca: Wykonawca bez adresu.');
  const unreachable = await other.submit({ providerId: silentId });
  expect(unreachable.status).toBe(422);
  expect(unreachable.text).toContain('nie dowie się o zleceniu');
  const sent = await unreachable.submit({ handedOver: 'phone' });
  expect(sent.text).toContain('Przekaż je teraz wykonawcy');
  const order = await sent.follow(/^Z\//);
  expect(order.text).toContain('telefonicznie');
  // The address that was found later: the link goes there.
  const addressed = await order.submit({ email: 'nowy@przyklad.example' }, { button: 'Zapisz adres i wyślij link' });
  expect(addressed.text).toContain('Wysłano nowy link');
  const [letter] = await committed((scope) => listLetters(scope.tx, { limit: 1 }));
  expect(letter?.toAddress).toBe('nowy@przyklad.example');
});

test('without a plan, an order that begins before the request is asked about', async () => {
  const { opened, providerId, today } = await committed(async (scope) => ({
    opened: await aCaseToOrder(scope, 'Pomoc po pożarze'),
    providerId: await aProvider(scope, 'Wykonawca nagły'),
    today: scope.today,
  }));
  const form = await openForm(opened.caseId, opened.serviceIds[0]);
  expect(form.findAll('[name=early]')).toHaveLength(0);
  const asked = await form.submit({ providerId, from: formatDate(today.subtract({ days: 1 })) });
  expect(asked.status).toBe(422);
  expect(asked.text).toContain(`Zgłoszenie jest z ${formatDate(today)}`);
  expect((await asked.submit({ early: 'tak' })).text).toContain('Zlecenie wysłane');
});

test('the hours of the card are told, not ordered as the hours of one person', async () => {
  const { opened } = await committed(async (scope) => ({ opened: await aCaseFiledByACarer(scope) }));
  const form = await openForm(opened.caseId, opened.serviceId);
  expect(form.find('[name=schedule]').textContent?.trim()).toBe('');
  expect(form.text).toContain('Według karty usługa działa: Codziennie 7:00–20:00');
});

test('the carer who filed the request is proposed as the person to call, and may be left out', async () => {
  const { opened, providerId } = await committed(async (scope) => ({
    opened: await aCaseFiledByACarer(scope),
    providerId: await aProvider(scope, 'Wykonawca dla opiekunki'),
  }));
  const form = await openForm(opened.caseId, opened.serviceId);
  expect(form.find('[name=contactName]').getAttribute('value')).toBe('Anna Próbna');
  expect(form.find('[name=contactPhone]').getAttribute('value')).toBe('500\u00a0600\u00a0700');
  expect(form.find('[name=contactRelation]').getAttribute('value')).toBe('opiekun faktyczny');
  const sent = await form.submit({ providerId, contactName: '', contactPhone: '', contactRelation: '' });
  expect(sent.text).toContain('Zlecenie wysłane');
  const order = await sent.follow(/^Z\//);
  expect(order.text).not.toContain('Anna Próbna');
});

async function aCaseFiledByACarer(scope: CentreScope): Promise<{ readonly caseId: string; readonly serviceId: string }> {
  const serviceId = await aService(scope, 'Opieka w domu', { schedule: 'Codziennie 7:00–20:00' });
  const { caseId } = getValue(
    await fileRequest(asRole(scope, 'frontDesk'), {
      channel: 'phone',
      receivedOn: scope.today,
      applicantType: 'actualCarer',
      person: testPerson,
      applicant: { ...testPerson, givenName: 'Anna', familyName: 'Próbna', birthDate: null, phone: '+48500600700' },
      serviceIds: [serviceId],
      knownPersonId: null,
      otherPersonReason: null,
      situation: null,
      isUrgent: false,
      consentsToForwarding: false,
      need: null,
    }),
  );
  await qualifyAll(scope, caseId);
  const [from, to] = [scope.today.toString(), scope.today.add({ days: 60 }).toString()];
  await act(scope, caseId, 'planCoordinator', { type: 'decideCoordination', data: { from, to, withPlan: false, note: null } });
  return { caseId, serviceId };
}
