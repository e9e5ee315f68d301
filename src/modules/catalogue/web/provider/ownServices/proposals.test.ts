import { expect, test } from 'vitest';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { addProvider } from '#modules/catalogue/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreB, inTestCentre } from '#tests/support/database.ts';
import {
  approveProposal,
  getProposal,
  listOwnServices,
  listWaitingProposals,
  proposeChange,
  returnProposal,
  withdrawProposal,
} from '../../../usecases/proposals.ts';
import { recordOf } from '../../../store/assembleServices.ts';
import { getService, putService } from '../../../usecases/services.ts';
import { listServiceVersions } from '../../../usecases/serviceVersions.ts';

const organiser = userWithRole('serviceOrganiser');
const as = (scope: CentreScope, actor: CentreScope['actor']): CentreScope => ({ ...scope, actor });
async function aStory(scope: CentreScope) {
  const providerId = await addProvider(scope, { name: 'Fundacja Wzór', kind: 'ngo', email: 'fundacja@example.org', phone: null });
  const id = await aService(scope, 'Klub', { provider: { name: 'Fundacja Wzór' }, scope: 'Stary opis', contact: { phone: '111' } });
  return { id, providerId, provider: as(scope, userWithRole('providerManager', { providerId })), centre: as(scope, organiser) };
}
const lettersOf = async (scope: CentreScope) => {
  const sent: { to: string; subject: string; text: string }[] = [];
  return { sent, scope: { ...scope, mail: async (draft: { to: string; subject: string; text: string }) => void sent.push(draft) } };
};

test('nothing is public before the centre approves; in part only with a note; both sides get letters', () =>
  inTestCentre(async (scope) => {
    const letters = await lettersOf(scope);
    const { id, provider, centre } = await aStory(letters.scope);
    expect(await proposeChange(provider, id, 1, { scope: 'Nowy opis', phone: '222' })).toMatchObject({ ok: true });
    expect(await getService(scope, id)).toMatchObject({ scope: 'Stary opis', contact: { phone: '111' }, version: 1 });
    const [waiting] = await listWaitingProposals(centre);
    const decision = { proposalVersion: 1, cardVersion: 1, accepted: ['scope'] as const, note: null };
    const proposalId = waiting?.id ?? '';
    expect(await approveProposal(centre, proposalId, decision)).toMatchObject({ refusal: 'note-needed' });
    expect(await approveProposal(centre, proposalId, { ...decision, accepted: [], note: 'nie' })).toMatchObject({
      refusal: 'nothing-accepted',
    });
    expect(await approveProposal(centre, proposalId, { ...decision, note: 'Telefon potwierdzimy' })).toMatchObject({ ok: true });
    expect(await getService(scope, id)).toMatchObject({
      scope: 'Nowy opis',
      contact: { phone: '111' },
      checkedOn: scope.today.toString(),
      provider: { name: 'Fundacja Wzór' },
    });
    expect((await listServiceVersions(scope, id, { limit: 5 })).versions[0]).toMatchObject({ way: 'approval', authorName: organiser.name });
    expect(await approveProposal(centre, proposalId, { ...decision, note: 'znowu' })).toMatchObject({ refusal: 'already' });
    expect((await listOwnServices(provider))[0]?.proposal).toMatchObject({ state: 'partly', note: 'Telefon potwierdzimy' });
    expect(letters.sent.at(-1)).toMatchObject({ to: 'fundacja@example.org', text: expect.stringContaining('Telefon potwierdzimy') });
  }));

test('who decides on what has changed meanwhile is told; a field changed by others is a conflict', () =>
  inTestCentre(async (scope) => {
    const { id, provider, centre } = await aStory(scope);
    await proposeChange(provider, id, 1, { scope: 'Opis wykonawcy', alert: 'Przerwa' });
    const record = recordOf(await getService(scope, id));
    await putService(centre, { ...record, scope: 'Opis centrum' });
    const [waiting] = await listWaitingProposals(centre);
    const file = await getProposal(centre, waiting?.id ?? '');
    expect([file.conflicts, file.service.version]).toEqual([['scope'], 2]);
    const decision = { proposalVersion: 1, cardVersion: 1, accepted: ['scope', 'alert'] as const, note: null };
    expect(await approveProposal(centre, file.proposal.id, decision)).toMatchObject({ refusal: 'changed' });
    // The provider writes anew: what was read is not what waits.
    expect(await proposeChange(provider, id, 1, { alert: 'x' })).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    await proposeChange(provider, id, 2, { alert: 'Przerwa w maju' });
    expect(await approveProposal(centre, file.proposal.id, { ...decision, cardVersion: 2 })).toMatchObject({ refusal: 'changed' });
    expect(await approveProposal(centre, file.proposal.id, { ...decision, proposalVersion: 2, cardVersion: 2 })).toMatchObject({
      ok: true,
    });
    expect(await getService(scope, id)).toMatchObject({ scope: 'Opis centrum', alert: 'Przerwa w maju' });
  }));

test('a proposal without changes says that the record is true; one taken back is not decided', () =>
  inTestCentre(async (scope) => {
    const { id, provider, centre } = await aStory(scope);
    await proposeChange(provider, id, 1, {});
    const [waiting] = await listWaitingProposals(centre);
    const decision = { proposalVersion: 1, cardVersion: 1, accepted: [], note: null };
    expect(await approveProposal(centre, waiting?.id ?? '', decision)).toMatchObject({ ok: true });
    expect((await getService(scope, id)).checkedOn).toBe(scope.today.toString());
    await proposeChange(provider, id, 2, { scope: 'y' });
    const [second] = await listWaitingProposals(centre);
    expect(await returnProposal(centre, second?.id ?? '', { proposalVersion: 1, note: null })).toMatchObject({ refusal: 'note-needed' });
    expect([await withdrawProposal(provider, id), await withdrawProposal(provider, id)]).toEqual([true, false]);
    expect(await returnProposal(centre, second?.id ?? '', { proposalVersion: 1, note: 'a' })).toMatchObject({ refusal: 'already' });
  }));

test('another provider, and one without a provider, sees and proposes nothing', () =>
  inTestCentre(async (scope) => {
    const { id } = await aStory(scope);
    const other = as(scope, userWithRole('providerManager', { providerId: newId() }));
    expect(await listOwnServices(other)).toEqual([]);
    await expect(proposeChange(other, id, 1, { scope: 'cudze' })).rejects.toThrow('service');
    await expect(listOwnServices(as(scope, userWithRole('providerManager')))).rejects.toThrow('provider');
  }));

async function commit(app: TestApp) {
  const form = await app.as('serviceOrganiser').get(app.at('/praca/uslugi/nowa'));
  const name = `Klub ${newId().slice(-6)}`;
  const provider = `Stowarzyszenie ${name}`;
  const typed = { name, areas: ['4'], status: 'active', scope: 'Spotkania w środy.', provider };
  const added = await form.submit(typed, { button: 'Zapisz kartę' });
  const list = await app.as('serviceOrganiser').get(app.at('/praca/wykonawcy'));
  const providerId = /wykonawcy\/([0-9a-f-]{36})/.exec((await list.follow(provider)).path)?.[1] ?? '';
  return { name, added, providerId, path: `/wykonawca/uslugi/${added.path.split('/').at(-1) ?? ''}` };
}

test('a day of a provider: figures at once, texts after the centre', async () => {
  const app = await openApp();
  const { name, providerId, path } = await commit(app);
  const manager = app.as('providerManager', { providerId });
  const own = await (await manager.get(app.at('/wykonawca/uslugi'))).follow(name);
  const doubtful = await own.submit({ free: '3', queue: '1' }, { form: /liczby/ });
  expect([doubtful.status, doubtful.text.includes('Są wolne miejsca, a ktoś czeka')]).toEqual([422, true]);
  const figures = await doubtful.submit({ forWaiting: 'tak' }, { form: /liczby/ });
  expect(figures.text).toContain('Są już na karcie');
  const card = async () => (await app.as('anonymous').get(app.at(path.replace('/wykonawca', '')))).text;
  expect(await card()).toContain('3 wolne miejsca');
  expect(await card()).toContain('najpierw osoby, które już czekają');
  const same = await figures.submit({ message: '' }, { button: 'Wyślij do centrum' });
  expect([same.status, same.text.includes('Wszystko się zgadza')]).toEqual([422, true]);
  const wrong = await same.submit({ email: 'nie-adres', fromMO: 'rano', scope: 'Spotkania w piątki.' }, { button: 'Wyślij do centrum' });
  expect([wrong.status, wrong.find('textarea[name=scope]').textContent]).toEqual([422, 'Spotkania w piątki.']);
  const sent = await wrong.submit({ email: '', fromMO: '', toFR: '15', fromFR: '8', message: 'Od maja' }, { button: 'Wyślij do centrum' });
  expect(sent.text).toContain('czeka na centrum');
  expect(await card()).not.toContain('piątki');
  // Saying that all is well must not wipe out what waits.
  const stale = await own.submit({ message: '' }, { button: 'Wszystko się zgadza' });
  expect([stale.status, stale.find('textarea[name=scope]').textContent]).toEqual([409, 'Spotkania w piątki.']);

  const organiser = app.as('serviceOrganiser');
  const start = await organiser.get(app.at('/praca/uslugi'));
  expect(start.find('a[href$="/praca/uslugi/propozycje"] .ok-nav-count').textContent).toBe('1');
  const proposal = await (await start.follow(/Propozycje wykonawców/)).follow(name);
  for (const words of ['Od maja', 'Zakres', 'piątki', 'Piątek 8:00–15:00']) expect(proposal.text).toContain(words);
  const refused = await proposal.submit({ pola: ['scope'] }, { button: 'Zatwierdź zaznaczone' });
  expect([refused.status, refused.text.includes('dlaczego zatwierdzasz tylko część')]).toEqual([422, true]);
  const returned = await refused.submit({ uwaga: 'Podajcie salę' }, { button: 'Odeślij z uwagą' });
  expect(returned.text).toContain('Odesłano');

  const again = await manager.get(app.at(path));
  expect([again.text.includes('Podajcie salę'), again.find('textarea[name=scope]').textContent]).toEqual([true, 'Spotkania w piątki.']);
  await again.submit({ scope: 'Spotkania w piątki, sala 2.' }, { button: 'Wyślij do centrum' });
  const second = await (await organiser.get(app.at('/praca/uslugi/propozycje'))).follow(name);
  const approved = await second.submit({}, { button: 'Zatwierdź zaznaczone' });
  expect(approved.text).toContain('Zatwierdzono');
  expect(await card()).toContain('sala 2');

  const stranger = app.as('providerManager', { providerId: newId() });
  expect((await stranger.send(app.at(path))).status).toBe(404);
  expect((await app.as('providerManager', { providerId }).send(`/${centreB.slug}${path}`)).status).toBe(403);
});

test('nothing is said to wait when nothing was sent, and nobody proposes a number that cannot be called', async () => {
  const app = await openApp();
  const { providerId, path } = await commit(app);
  const own = await app.as('providerManager', { providerId }).get(app.at(path));
  const same = await own.submit({ message: '' }, { button: 'Wyślij do centrum' });
  expect([same.status, same.text.includes('Nic się nie zmieniło')]).toEqual([422, true]);
  expect(same.text).not.toContain('czeka na centrum');
  const wrong = await same.submit({ phone: 'zadzwoń' }, { button: 'Wyślij do centrum' });
  expect([wrong.status, wrong.text.includes('Telefon: Pod taki numer nie da się zadzwonić')]).toEqual([422, true]);
});

test('what was written is not thrown away by the button that says all is well', async () => {
  const app = await openApp();
  const { providerId, path, name } = await commit(app);
  const own = await app.as('providerManager', { providerId }).get(app.at(path));
  const wrong = await own.submit({ scope: 'Spotkania w soboty.', phone: 'zadzwoń' }, { button: 'Wszystko się zgadza' });
  expect([wrong.status, wrong.find('textarea[name=scope]').textContent]).toEqual([422, 'Spotkania w soboty.']);
  const sent = await wrong.submit({ phone: '' }, { button: 'Wszystko się zgadza' });
  expect(sent.text).toContain('były Twoje zmiany (Zakres)');
  const organiser = app.as('serviceOrganiser');
  const proposal = await (await organiser.get(app.at('/praca/uslugi/propozycje'))).follow(name);
  expect(proposal.text).toContain('[dodano: soboty.]');
  // A returned proposal that the form still shows is not written anew by saying that the card is true.
  await proposal.submit({ uwaga: 'Nie teraz' }, { button: 'Odeślij z uwagą' });
  const again = await app.as('providerManager', { providerId }).get(app.at(path));
  const confirmed = await again.submit({ message: '' }, { button: 'Wszystko się zgadza' });
  expect(confirmed.text).toContain('Centrum dowiedziało się, że karta jest aktualna');
});

test('new words of a fee bring its kind and price along; what was accepted in part is told field by field', async () => {
  const app = await openApp();
  const { added, name, providerId, path } = await commit(app);
  await added.submit({ feeKind: 'free', feeText: 'Bezpłatnie.' }, { button: 'Zapisz kartę' });
  const manager = app.as('providerManager', { providerId });
  const own = await manager.get(app.at(path));
  await own.submit({ feeText: '5 zł za godzinę', alert: 'Przerwa' }, { button: 'Wyślij do centrum' });
  const proposal = await (await app.as('serviceOrganiser').get(app.at('/praca/uslugi/propozycje'))).follow(name);
  expect(proposal.text).toContain('nie zgadzają się z rodzajem opłaty');
  expect(proposal.find('input[name=price]').getAttribute('value')).toBe('5');
  const wrong = await proposal.submit({ price: '-5' }, { button: 'Zatwierdź zaznaczone' });
  expect([wrong.status, wrong.text.includes('nie może być mniejsza od zera')]).toEqual([422, true]);
  await wrong.submit({ price: '5', pola: ['feeText'], uwaga: 'Bez przerwy' }, { button: 'Zatwierdź zaznaczone' });
  const card = await app.as('serviceOrganiser').get(added.path);
  expect(card.find('select[name=feeKind] option[selected]').textContent).toBe('stała za jedno skorzystanie');
  expect(card.find('select[name=pricePer] option[selected]').textContent).toBe('godzinę');
  const answer = (await manager.get(app.at(path))).text;
  expect(answer).toContain('Zatwierdzone i już na karcie: Opłata słowami');
  expect(answer).toContain('Bez zmian na karcie: Ważne teraz');
});

test('two at one card: the provider sees both texts and sends on', async () => {
  const app = await openApp();
  const { added, providerId, path } = await commit(app);
  const manager = app.as('providerManager', { providerId });
  const form = await manager.get(app.at(path));
  await added.submit({ scope: 'Tekst centrum' }, { button: 'Zapisz kartę' });
  const conflict = await form.submit({ scope: 'Tekst wykonawcy' }, { button: 'Wyślij do centrum' });
  expect([conflict.status, conflict.text.includes('Tekst centrum')]).toEqual([409, true]);
  const sent = await conflict.submit({ scope: 'Tekst wykonawcy' }, { button: 'Wyślij do centrum' });
  expect(sent.find('textarea[name=scope]').textContent).toBe('Tekst wykonawcy');
});

test('two of one provider: the second sees the proposal of the first before sending, and nothing of it is lost', async () => {
  const app = await openApp();
  const { providerId, path, name } = await commit(app);
  const one = app.as('providerManager', { providerId });
  const two = app.as('providerManager', { providerId });
  const [first, second] = [await one.get(app.at(path)), await two.get(app.at(path))];
  await first.submit({ scope: 'Zakres pierwszej', phone: '523 111 222', message: 'Od maja' }, { button: 'Wyślij do centrum' });
  const conflict = await second.submit({ scope: 'Zakres drugiej', alert: 'Przerwa' }, { button: 'Wyślij do centrum' });
  expect(conflict.status).toBe(409);
  for (const words of ['wysłał już propozycję', 'Zakres pierwszej', 'Od maja', '523 111 222']) expect(conflict.text).toContain(words);
  expect(conflict.find('textarea[name=scope]').textContent).toBe('Zakres drugiej');
  expect(conflict.find('input[name=phone]').getAttribute('value')).toBe('523 111 222');
  const sent = await conflict.submit({ scope: 'Zakres drugiej' }, { button: 'Wyślij do centrum' });
  expect(sent.text).toContain('czeka na centrum');
  const proposal = await (await app.as('serviceOrganiser').get(app.at('/praca/uslugi/propozycje'))).follow(name);
  for (const words of ['Zakres drugiej', 'Przerwa', '523 111 222']) expect(proposal.text).toContain(words);
  // A page that shows an earlier one takes nothing back.
  const stale = await second.submit({ scope: 'x' }, { button: 'Wyślij do centrum' });
  expect(stale.status).toBe(409);
  const seen = await one.get(app.at(path));
  await (await two.get(app.at(path))).submit({ scope: 'Zakres trzeci' }, { button: 'Wyślij do centrum' });
  expect((await seen.submit({}, { form: /wycofaj/ })).status).toBe(409);
});

test('of two proposals at the same moment one is kept and the other is told', () =>
  inTestCentre(async (scope) => {
    const { id, provider } = await aStory(scope);
    expect(await proposeChange(provider, id, 1, { scope: 'Pierwsza' }, null, null)).toMatchObject({ ok: true });
    expect(await proposeChange(provider, id, 1, { scope: 'Druga' }, null, null)).toMatchObject({
      refusal: { code: 'proposed-meanwhile', newer: { changes: { scope: { after: 'Pierwsza' } } } },
    });
  }));
