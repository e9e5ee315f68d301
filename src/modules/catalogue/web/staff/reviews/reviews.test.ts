import { expect, test } from 'vitest';
import type { CentreScope, MailDraft } from '#platform/http/index.ts';
import { serviceToHsds } from '#modules/catalogue/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp } from '#tests/support/app.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { applyPlannedDays, changeCare, getCare } from '../../../usecases/careForService.ts';
import { confirmService, countDueServices, listDueServices, remindOfReviews, reviewMonthsOf } from '../../../usecases/reviewServices.ts';
import { addProvider, getService, isOffered } from '../../../usecases/services.ts';
import { listServiceVersions } from '../../../usecases/serviceVersions.ts';

const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const organiser = { actor: userWithRole('serviceOrganiser'), now };
const nothing = { reviewMonths: null, keeperEmail: null, staffNote: null, publishOn: null, publishUntil: null, successorId: null };
const later = (scope: CentreScope, days: number): CentreScope => ({
  ...scope,
  now: scope.now.add({ hours: 24 * days }),
  today: scope.today.add({ days }),
});
const dueNames = async (scope: CentreScope) =>
  (await listDueServices(scope, { limit: 100 })).rows.map(({ service, dueOn }) => `${service.name} ${dueOn}`);

test('what was checked too long ago is due, by the period of all cards or of the card; one word settles it', () =>
  inTestCentre(async (scope) => {
    const months = await reviewMonthsOf(scope);
    const day = (before: number) => scope.today.subtract({ months }).subtract({ days: before }).toString();
    const old = await aService(scope, 'Stara', { checkedOn: day(3) });
    await aService(scope, 'Na dziś', { checkedOn: day(0) });
    await aService(scope, 'Na jutro', { checkedOn: day(-1) });
    await aService(scope, 'Zakończona', { checkedOn: day(99), status: 'ended' });
    const own = await aService(scope, 'Co miesiąc', { checkedOn: scope.today.subtract({ days: 40 }).toString() });
    await changeCare(scope, own, 0, { ...nothing, reviewMonths: 1 });
    await aService(scope, 'Nigdy', {});
    expect((await dueNames(scope)).map((text) => text.split(' 20')[0]).toSorted()).toEqual(['Co miesiąc', 'Na dziś', 'Stara']);
    expect(await countDueServices(scope)).toBe(3);
    const first = await listDueServices(scope, { limit: 1 });
    const [row] = first.rows;
    const rest = await listDueServices(scope, { after: row && { dueOn: row.dueOn, id: row.service.id }, limit: 5 });
    expect([first.hasMore, rest.rows.length, rest.hasMore]).toEqual([true, 2, false]);
    expect(await confirmService(scope, old, 7)).toMatchObject({ ok: false });
    expect(await confirmService(scope, old, 1)).toMatchObject({ ok: true });
    expect((await getService(scope, old)).checkedOn).toBe('2026-03-02');
    expect((await listServiceVersions(scope, old, { limit: 1 })).versions[0]).toMatchObject({ way: 'review', number: 2 });
    expect(await countDueServices(scope)).toBe(2);
  }, organiser));

test('a letter a person, to those who know; the same card again only after the days that the settings give', () =>
  inTestCentre(async (scope) => {
    const sent: MailDraft[] = [];
    const mailed: CentreScope = { ...scope, mail: async (draft) => void sent.push(draft) };
    await addProvider(scope, { name: 'Fundacja', kind: null, email: 'fundacja@example.org', phone: null });
    const old = { checkedOn: '2020-01-01' };
    await aService(scope, 'A', { ...old, provider: { name: 'Fundacja' } });
    await aService(scope, 'B', { ...old, provider: { name: 'Fundacja' } });
    const kept = await aService(scope, 'C', old);
    await changeCare(scope, kept, 0, { ...nothing, keeperEmail: 'opiekun@example.org' });
    expect(await remindOfReviews(mailed)).toBe(2);
    expect(sent.map(({ to, subject }) => `${to} ${subject}`).toSorted()).toEqual([
      'fundacja@example.org 2 karty usług do sprawdzenia',
      'opiekun@example.org 1 karta usługi do sprawdzenia',
    ]);
    expect(sent.find(({ to }) => to.startsWith('fundacja'))?.text).toContain('– A\n– B');
    expect([await remindOfReviews(later(mailed, 13)), await remindOfReviews(later(mailed, 14))]).toEqual([0, 2]);
  }, organiser));

test('a draft appears on its day and goes after its last one', () =>
  inTestCentre(async (scope) => {
    const id = await aService(scope, 'Planowana', { status: 'draft' });
    const days = { publishOn: scope.today.add({ days: 1 }), publishUntil: scope.today.add({ days: 3 }) };
    expect(await changeCare(scope, id, 0, { ...nothing, ...days })).toBe(true);
    const offered: boolean[] = [];
    for (const day of [0, 1, 2, 3, 4, 5]) {
      await applyPlannedDays(later(scope, day));
      offered.push(isOffered(await getService(scope, id), scope.today.add({ days: day })));
    }
    expect(offered).toEqual([false, true, true, true, false, false]);
    expect((await listServiceVersions(scope, id, { limit: 9 })).versions.map(({ way }) => way)).toEqual(['schedule', 'schedule', 'import']);
  }, organiser));

test('two at one page of care: the second is told; a note is never exported', () =>
  inTestCentre(async (scope) => {
    const id = await aService(scope, 'Z notatką', {});
    expect(await changeCare(scope, id, 0, { ...nothing, staffNote: 'Sekretna uwaga' })).toBe(true);
    expect([await changeCare(scope, id, 0, nothing), (await getCare(scope, id)).staffNote]).toEqual([false, 'Sekretna uwaga']);
    expect(JSON.stringify(serviceToHsds(await getService(scope, id)))).not.toContain('Sekretna');
  }, organiser));

test('an organiser confirms a card with one button, and keeps what residents do not see', async () => {
  const app = await openApp();
  const organiserPages = app.as('serviceOrganiser');
  const form = await organiserPages.get(app.at('/praca/uslugi/nowa'));
  const typed = { name: 'Karta sprzed lat', areas: ['4'], status: 'active', checkedOn: '1.02.2020' };
  const card = await form.submit(typed, { button: 'Zapisz kartę' });
  const due = await (await organiserPages.get(app.at('/praca/uslugi'))).follow(/Karty do sprawdzenia/);
  expect(due.text).toContain('Karta sprzed lat');
  const stale = await organiserPages.get(due.path);
  const id = card.path.split('/').at(-1) ?? '';
  const confirmed = await due.submit({}, { form: new RegExp(`${id}/aktualne`) });
  expect([confirmed.text.includes('Potwierdzono'), confirmed.text.includes('Karta sprzed lat')]).toEqual([true, false]);
  expect((await stale.submit({}, { form: new RegExp(`${id}/aktualne`) })).status).toBe(409);
  const resident = async () => (await app.as('anonymous').get(app.at(`/uslugi/${id}`))).text;
  expect(await resident()).toContain('sprawdzono');

  const editor = await organiserPages.get(card.path);
  expect(editor.text).toContain('Kompletność karty: 2%');
  const care = await editor.follow('Publikacja i opiekun');
  const wrong = await care.submit({ reviewMonths: '0', publishOn: '31.02.2027', keeperEmail: 'x' }, { button: 'Zapisz' });
  expect(wrong.status).toBe(422);
  const order = await wrong.submit(
    { reviewMonths: '3', publishOn: '3.02.2027', publishUntil: '2.02.2027', keeperEmail: '' },
    { button: 'Zapisz' },
  );
  expect(order.text).toContain('nie może być przed');
  const missing = await order.submit({ publishUntil: '', publishOn: '', successor: 'Nie ma takiej' }, { button: 'Zapisz' });
  expect(missing.text).toContain('Nie ma innej opublikowanej usługi');
  const saved = await missing.submit({ successor: '', staffNote: 'Tylko dla nas' }, { button: 'Zapisz' });
  expect([saved.text.includes('Zapisano.'), saved.find('textarea[name=staffNote]').textContent]).toEqual([true, 'Tylko dla nas']);
  expect(await resident()).not.toContain('Tylko dla nas');
  for (const path of ['/hsds/services?full=true', '/hsds/services/' + id])
    expect(await (await app.as('anonymous').send(app.at(path))).text()).not.toContain('Tylko dla nas');
});

test('a card is due to the day, whatever its period and the length of months', () =>
  inTestCentre(async (scope) => {
    const mine = /^(koniec sierpnia|co miesiąc|rzadko) /;
    const on = async (day: string) => (await dueNames({ ...scope, today: Temporal.PlainDate.from(day) })).filter((each) => mine.test(each));
    await aService(scope, 'koniec sierpnia', { checkedOn: '2026-08-31' });
    const monthly = await aService(scope, 'co miesiąc', { checkedOn: '2027-01-31' });
    await changeCare(scope, monthly, 0, { ...nothing, reviewMonths: 1 });
    const rare = await aService(scope, 'rzadko', { checkedOn: '2025-01-01' });
    await changeCare(scope, rare, 0, { ...nothing, reviewMonths: 60 });
    expect(await on('2027-02-27')).toEqual([]);
    expect((await on('2027-02-28')).toSorted()).toEqual(['co miesiąc 2027-02-28', 'koniec sierpnia 2027-02-28']);
    expect(await on('2029-12-31')).not.toContain('rzadko 2030-01-01');
    expect(await on('2030-01-01')).toContain('rzadko 2030-01-01');
  }, organiser));
