import { expect, test } from 'vitest';
import { aService } from '#modules/catalogue/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp } from '#tests/support/app.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { understandNeeds } from '../../../understandNeeds.ts';
import { searchServices } from '../../../usecases/searchServices.ts';
import { getServiceFinding, restoreServiceFinding, setServiceFinding } from '../../../usecases/serviceFinding.ts';

const organiser = { actor: userWithRole('serviceOrganiser'), now: Temporal.Instant.from('2026-03-02T08:00:00Z') };
const needAbout = (words: string) => understandNeeds(words)[0]?.id ?? '';
const nothingAdded = { addedKind: null, addedNeed: null };

test('kinds and needs that an editor sets are what the next search finds a service by; earlier ones can be restored', () =>
  inTestCentre(async (scope) => {
    const id = await aService(scope, 'Przystań', { scope: 'Od poniedziałku do piątku.' });
    await aService(scope, 'Wypożyczalnia książek');
    const finds = async (words: string) => (await searchServices(scope, words)).some(({ service }) => service.id === id);
    const told = await getServiceFinding(scope, id);
    expect(told).toMatchObject({ version: 0, kinds: [], told: [] });
    expect(await finds('nie mam gdzie spać')).toBe(false);

    expect(await setServiceFinding(scope, id, 0, { kinds: [], needs: [], addedKind: 'schronienie', addedNeed: null })).toMatchObject({
      ok: true,
    });
    const sheltering = await getServiceFinding(scope, id);
    expect(sheltering).toMatchObject({ version: 1, kinds: ['schronienie'] });
    expect(await finds('nie mam gdzie spać')).toBe(true);

    // Cut off from every need that its kind brings.
    expect(await setServiceFinding(scope, id, 1, { kinds: ['schronienie'], needs: [], ...nothingAdded })).toMatchObject({ ok: true });
    expect(await finds('nie mam gdzie spać')).toBe(false);
    expect((await getServiceFinding(scope, id)).finding.denied.length).toBeGreaterThan(0);

    // Tied to a need that its kinds do not bring, and to one that it was cut off from.
    const cutOff = (await getServiceFinding(scope, id)).ofKinds[0]?.need.id ?? '';
    const added = { kinds: ['schronienie'], needs: [cutOff], addedKind: null, addedNeed: needAbout('żłobek') };
    expect(await finds('szukam żłobka dla synka')).toBe(false);
    expect(await setServiceFinding(scope, id, 2, added)).toMatchObject({ ok: true });
    expect(await finds('szukam żłobka dla synka')).toBe(true);
    const tied = await getServiceFinding(scope, id);
    expect(tied.tied.map((need) => need.id)).toEqual([needAbout('żłobek')]);
    expect(tied.finding.denied).not.toContain(cutOff);

    const late = await setServiceFinding(scope, id, 2, added);
    expect(late).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile' } });
    expect(await restoreServiceFinding(scope, id, 3, 1)).toMatchObject({ ok: true });
    expect(await finds('nie mam gdzie spać')).toBe(true);
    expect((await getServiceFinding(scope, id)).versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    await expect(restoreServiceFinding(scope, id, 4, 77)).rejects.toThrow();
  }, organiser));

test('kinds that are as the card tells are not fixed, so they follow the card', () =>
  inTestCentre(async (scope) => {
    const id = await aService(scope, 'Chór seniorów');
    const { told } = await getServiceFinding(scope, id);
    expect(told).toContain('chor');
    await setServiceFinding(scope, id, 0, { kinds: told, needs: [], ...nothingAdded });
    expect((await getServiceFinding(scope, id)).finding.kinds).toBeNull();
    const seven = ['chor', 'teatr', 'schronienie', 'zlobek', 'basen', 'klub-seniora', 'utw'];
    const many = await setServiceFinding(scope, id, 1, { kinds: seven, needs: [], ...nothingAdded });
    expect(many).toMatchObject({ ok: false, refusal: { code: 'too-many-kinds' } });
  }, organiser));

test('an editor corrects by what a service is found on a page; two editors see one another', async () => {
  const app = await openApp();
  const organiserAt = app.as('serviceOrganiser');
  const form = await organiserAt.get(app.at('/praca/uslugi/nowa'));
  const card = await form.submit({ name: 'Chór Złota Jesień', areas: ['7'], status: 'active' }, { button: 'Zapisz kartę' });
  const page = await card.follow('Jak ją znajdują');
  expect(page.heading).toContain('Jak mieszkańcy znajdują tę usługę');
  const other = await app.as('centreAdministrator').get(page.path);
  // A long list is narrowed without losing what is ticked, and without saving.
  const narrowed = await page.submit({ 'addedKind-szukaj': 'klubu SENIORA', kinds: [] }, { button: 'Zawęź listę' });
  const offered = narrowed.findAll('select[name=addedKind] option').map((option) => option.getAttribute('value'));
  expect([offered.includes('klub-seniora'), offered.length < 10]).toEqual([true, true]);
  expect(narrowed.findAll('input[name=kinds][checked]')).toHaveLength(0);
  expect((await narrowed.submit({ 'addedNeed-szukaj': 'astronauta' }, { button: 'Zawęź listę' })).text).toContain(
    'Nic nie pasuje do „astronauta”',
  );
  const saved = await narrowed.submit({ kinds: ['chor'], addedKind: 'klub-seniora' }, { button: 'Zapisz' });
  expect(saved.status).toBe(200);
  expect(saved.text).toContain('Zapisano');
  expect(saved.text).toContain('Poprzednie ustawienia (1)');
  const late = await other.submit({ addedKind: 'schronienie' }, { button: 'Zapisz' });
  expect(late.status).toBe(409);
  expect((await late.submit({}, { button: 'Zapisz' })).status).toBe(200);
  expect((await app.as('frontDesk').get(page.path)).status).toBe(403);
}, 120_000);
