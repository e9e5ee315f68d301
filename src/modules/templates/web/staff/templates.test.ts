import { beforeAll, describe, expect, test } from 'vitest';
import { aService } from '#modules/catalogue/testing.ts';
import { listProviders } from '#modules/catalogue/index.ts';
import { inCentre, type CentreTx } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { runJobEverywhere } from '#platform/jobs/index.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp, type Page, type TestApp } from '#tests/support/app.ts';
import { templatesModule } from '../../module.ts';
import { anOffice, seedOffices } from '../../testing.ts';

const office = anOffice(3, 'rops-przykladowe', centreA.teryt);
const publishButton = /^Opublikuj wersję/;
const organiserActor = userWithRole('serviceOrganiser');
let app: TestApp;
beforeAll(async () => {
  await asOwner((client) => seedOffices(client, [office]));
  app = await openApp();
});

const editor = () => app.as('regionalEditor', { centre: office });
const organiser = () => app.as('serviceOrganiser');
/** A card as its editor stands in the answer, without the cost of checking that long page again. */
const cardAt = async (path: string): Promise<string> => (await organiser().send(path)).text();
/** Runs a job of the module for every tenant. */
async function run(name: string): Promise<void> {
  const job = templatesModule.jobs?.find((each) => each.name === name);
  if (!job) throw new Error(name);
  const failures = await runJobEverywhere(app.world, job);
  expect([...failures]).toEqual([]);
}
async function publish(name: string, typed: Record<string, string | string[]> = {}): Promise<Page> {
  const list = await editor().get(app.at('/praca/wzory', office));
  const written = await (
    await list.follow('Napisz nowy wzór')
  ).submit({ nazwa: name, summary: `${name}: opis`, 'wspolne-scope': [], ...typed }, { button: 'Zapisz treść' });
  expect(written.text).toContain('Zapisano nowy wzór');
  return (await written.follow('Publikacja')).submit({}, { button: publishButton, form: /\/publikacja$/ });
}
/** Makes a service from the page of a template; its address. */
async function createFrom(offered: Page, typed: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ _key: crypto.randomUUID(), sposob: 'sam', ...typed });
  const made = await organiser().send(`${offered.path}/usluga`, { method: 'POST', body });
  return made.headers.get('location') ?? '';
}
const scopeOf = (tx: CentreTx): CentreScope =>
  makeScope({
    world: app.world,
    tx,
    centre: centreA,
    actor: organiserActor,
    now: app.world.clock(),
    lang: 'pl',
    door: 'test',
    requestId: 'test',
  });
async function addService(name: string, card: Record<string, unknown>): Promise<string> {
  const id = await inCentre(app.world.database, centreA.id, (tx) => aService(scopeOf(tx), name, card));
  return app.at(`/praca/uslugi/${id}`);
}

describe('a template on its way', () => {
  test('an editor writes and publishes, a centre makes a service from it, the next edition comes by itself', async () => {
    const published = await publish('Teleopieka', {
      documents: 'wniosek\nzaświadczenie',
      'wspolne-documents': 'tak',
      recipients: 'Seniorzy',
    });
    expect(published.text).toContain('Opublikowano wersję 1');
    const offered = await (await organiser().get(app.at('/praca/uslugi/wzory'))).follow('Teleopieka');
    expect(offered.text).toContain('zaświadczenie');
    const card = await offered.submit({ nazwa: 'Teleopieka w naszej gminie' }, { button: 'Utwórz usługę z tego wzoru' });
    expect(card.heading).toContain('Teleopieka w naszej gminie');
    expect(card.text).toContain('Tekst wspólny regionu, wersja 1');
    expect(card.has('textarea[name=summary]')).toBe(false);
    expect(card.find('textarea[name=recipients]').textContent.trim()).toBe('Seniorzy');

    // Whatever a form carries, inherited text stays.
    const saved = await card.submit({ scope: 'Nasz zakres', areas: ['4'] }, { button: 'Zapisz kartę' });
    expect(saved.text).toContain('Zapisano kartę usługi.');
    const forged = new URLSearchParams({
      _key: crypto.randomUUID(),
      _version: '2',
      name: 'Teleopieka',
      status: 'draft',
      areas: '4',
      summary: 'podmieniony',
    });
    expect((await organiser().send(saved.path, { method: 'POST', body: forged })).status).toBe(303);
    expect(await cardAt(saved.path)).toContain('Teleopieka: opis');

    const writing = await (await editor().get(app.at('/praca/wzory', office))).follow('Teleopieka');
    const next = await writing.submit({ summary: 'Przycisk, który woła pomoc' }, { button: 'Zapisz treść' });
    await run('templates.count');
    const comparison = await next.follow('Publikacja');
    expect(comparison.find('.ok-diff ins').textContent).toContain('woła pomoc');
    expect(comparison.text).toContain('Z tego wzoru korzystają: 1 usługa w 1 centrum (policzono');
    for (const said of ['1 usługa przyjmie zmianę sama.', '0 usług zapyta swoje centra.']) expect(comparison.text).toContain(said);
    expect((await comparison.submit({ uwaga: '' }, { button: publishButton })).text).toContain('Napisz, co się zmieniło i dlaczego.');
    await comparison.submit({ uwaga: 'prościej' }, { button: publishButton });
    await run('templates.handDown');
    await run('templates.follow');
    const followed = await cardAt(saved.path);
    expect(followed).toContain('Przycisk, który woła pomoc');
    expect(followed).toContain('Tekst wspólny regionu, wersja 2');
    expect((await organiser().get(`${saved.path}/wersje`)).text).toContain('tekst ze wzoru');
    const told = await organiser().get(app.at('/praca/uslugi/wzory'));
    expect([told.text.includes('Niedawno zmienione ze wzoru'), told.text.includes('prościej')]).toEqual([true, true]);
    const use = await (await (await editor().get(app.at('/praca/wzory', office))).follow('Teleopieka')).follow('Kto używa');
    expect(use.text).toContain(centreA.displayName);
  });

  test('an existing service is attached after its difference was seen, and detached field by field', async () => {
    await publish('Opieka w domu');
    const path = await addService('Opieka po naszemu', { summary: 'Nasze streszczenie' });
    const choose = await organiser().get(`${path}/wzor`);
    const compared = await choose.submit({ wzor: await idOf('Opieka w domu') }, { button: 'Pokaż różnice' });
    expect(compared.find('.ok-diff del').textContent).toContain('Nasze streszczenie');
    const attached = await compared.submit({}, { button: 'Przyłącz do wzoru', form: /\/wzor$/ });
    expect(attached.text).toContain('zgodna ze wzorem');
    const detached = await attached.submit({}, { form: /\/odlacz$/ });
    expect(detached.text).toContain('jest teraz własne');
    const changed = new URLSearchParams({
      _key: crypto.randomUUID(),
      _version: '2',
      name: 'Opieka',
      status: 'active',
      areas: '4',
      summary: 'Znowu nasze',
    });
    expect((await organiser().send(path, { method: 'POST', body: changed })).status).toBe(303);
    expect(await cardAt(path)).toMatch(/<textarea[^>]*name="summary"[^>]*>\s*Znowu nasze/);
    const back = await (await organiser().get(`${path}/wzor`)).follow(/^Wróć do tekstu wzoru/);
    const returned = await back.submit({}, { button: 'Wróć do tekstu wzoru', form: /\/wzor$/ });
    expect(returned.text).toContain('zgodna ze wzorem');
    const left = await returned.submit({}, { button: 'Zrezygnuj ze wzoru', form: /\/rezygnacja$/ });
    expect(left.text).toContain('Ta usługa nie ma wzoru');
    expect(await cardAt(path)).toMatch(/<textarea[^>]*name="summary"[^>]*>\s*Opieka w domu: opis/);
  });

  test('a shared rule is shown and kept where the centre sets its rules', async () => {
    await publish('Klub', { rule: 'wiek: od 60 lat', 'wspolne-rule': 'tak' });
    const offered = await (await organiser().get(app.at('/praca/uslugi/wzory'))).follow('Klub');
    const id = (await createFrom(offered, { nazwa: 'Klub u nas' })).split('/').at(-1) ?? '';
    const rules = await organiser().get(app.at(`/praca/kolejki/${id}/zasady`));
    expect([rules.text.includes('Tekst wspólny regionu, wersja 1'), rules.has('textarea[name=rule]')]).toEqual([true, false]);
    await rules.submit({ limit: '20' }, { button: /^Zapisz/ });
    const saved = await organiser().get(app.at(`/praca/kolejki/${id}/zasady`));
    expect([saved.find('input[name=limit]').getAttribute('value'), saved.text.includes('wiek: od 60 lat')]).toEqual(['20', true]);
    expect((await saved.follow(/^Odłącz te zasady/)).text).toContain('Kto może skorzystać (zasady)');
  });

  test('a provider is not asked to change shared text, and its other changes go their way', async () => {
    await publish('Kawiarenka');
    const path = await addService('Kawiarenka', { provider: { name: 'Fundacja Wzór' } });
    const compared = await organiser().get(`${path}/wzor?wzor=${await idOf('Kawiarenka')}`);
    await compared.submit({}, { button: 'Przyłącz do wzoru', form: /\/wzor$/ });
    const providerId = await providerNamed('Fundacja Wzór');
    const own = await app.as('providerManager', { providerId }).get(path.replace('/praca/', '/wykonawca/'));
    expect(own.has('textarea[name=summary]')).toBe(false);
    await own.submit({ phone: '500 600 700' });
    const proposal = await (await organiser().get(app.at('/praca/uslugi/propozycje'))).follow('Kawiarenka');
    expect(proposal.find('input[name=pola][value=phone]').hasAttribute('checked')).toBe(true);
  });

  test('whoever wants to be asked sees the service in a queue, and both texts when somebody was quicker', async () => {
    await publish('Wytchnienie');
    const offered = await (await organiser().get(app.at('/praca/uslugi/wzory'))).follow('Wytchnienie');
    const card = await createFrom(offered, { nazwa: 'Wytchnienie u nas', sposob: 'pytaj' });
    const template = await (await editor().get(app.at('/praca/wzory', office))).follow('Wytchnienie');
    await (
      await (await template.submit({ summary: 'Drugi opis' }, { button: 'Zapisz treść' })).follow('Publikacja')
    ).submit({ uwaga: 'jaśniej' }, { button: publishButton, form: /\/publikacja$/ });
    await run('templates.follow');
    const queue = await organiser().get(app.at('/praca/uslugi/wzory'));
    expect(queue.text).toContain('Czekają na Twoją decyzję');
    const comparison = await queue.follow('Porównaj i zdecyduj: Wytchnienie u nas');
    // A third edition appears while the second one is being read.
    const again = await (await editor().get(app.at('/praca/wzory', office))).follow('Wytchnienie');
    await (
      await (await again.submit({ summary: 'Trzeci opis' }, { button: 'Zapisz treść' })).follow('Publikacja')
    ).submit({ uwaga: 'jaśniej' }, { button: publishButton, form: /\/publikacja$/ });
    const late = await comparison.submit({}, { button: 'Przyjmij wersję 2', form: /\/wzor$/ });
    expect(late.status).toBe(409);
    expect(late.text).toContain('ukazała się nowsza wersja');
    const adopted = await late.submit({}, { button: 'Przyjmij wersję 3', form: /\/wzor$/ });
    expect(adopted.text).toContain('wersja 3');
    expect(await cardAt(card)).toContain('Trzeci opis');
    expect((await organiser().get(app.at('/praca/uslugi/wzory'))).text).not.toContain('Czekają na Twoją decyzję');
  });

  test('a withdrawn template is marked and its text can be changed in the card', async () => {
    await publish('Do wycofania');
    const offered = await (await organiser().get(app.at('/praca/uslugi/wzory'))).follow('Do wycofania');
    const card = await createFrom(offered, { nazwa: 'Z wycofanego' });
    const early = await organiser().get(offered.path);
    const template = await (await editor().get(app.at('/praca/wzory', office))).follow('Do wycofania');
    const withdrawn = await (await template.follow('Publikacja')).submit({}, { button: 'Wycofaj wzór', form: /\/wycofaj$/ });
    expect(withdrawn.text).toContain('Ten wzór jest wycofany');
    expect(await cardAt(card)).toMatch(/<textarea[^>]*name="summary"[^>]*>\s*Do wycofania: opis/);
    expect((await organiser().get(`${card}/wzor`)).text).toContain('wzór wycofany');
    const late = await early.submit({ nazwa: 'Za późno' }, { button: 'Utwórz usługę z tego wzoru' });
    expect([late.status, late.text.includes('został właśnie wycofany')]).toEqual([409, true]);
  });
});

describe('writing', () => {
  test('everything wrong is told at once and nothing typed is lost', async () => {
    const form = await editor().get(app.at('/praca/wzory/nowy', office));
    const again = await form.submit(
      {
        nazwa: '',
        scope: '',
        'wspolne-scope': 'tak',
        keywords: 'y'.repeat(201),
        minimumAge: 'sto',
        rule: 'wiek: od stu',
        summary: 'x'.repeat(501),
      },
      { button: 'Zapisz treść' },
    );
    expect(again.status).toBe(422);
    for (const words of ['Wpisz nazwę wzoru.', 'najwyżej 200 znaków', 'Wpisz wiek w latach', 'Tekst jest za długi'])
      expect(again.text).toContain(words);
    expect(again.find('#f-rule-error').textContent).toContain('Wiersz 1');
    expect(again.find('input[name=minimumAge]').getAttribute('value')).toBe('sto');
    const empty = await form.submit({ nazwa: 'Pusty' }, { button: 'Zapisz treść' });
    expect(empty.text).toContain('ma być wspólne, a jest puste');
  });

  test('the second of two editors sees both texts and keeps theirs', async () => {
    const list = await editor().get(app.at('/praca/wzory', office));
    const mine = await (
      await list.follow('Napisz nowy wzór')
    ).submit({ nazwa: 'Dwoje', summary: 'a', scope: 'b' }, { button: 'Zapisz treść' });
    await (await editor().get(mine.path)).submit({ summary: 'Tekst koleżanki' }, { button: 'Zapisz treść' });
    const conflict = await mine.submit({ summary: 'Mój tekst' }, { button: 'Zapisz treść' });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('Tekst koleżanki');
    expect(conflict.find('textarea[name=summary]').textContent.trim()).toBe('Mój tekst');
    expect((await conflict.submit({}, { button: 'Zapisz treść' })).status).toBe(200);
  });
});

describe('a regional office', () => {
  test('has no doors for residents, and no list of theirs names it', async () => {
    const visitor = app.as('anonymous');
    for (const path of ['/uslugi', '/zgloszenie', '/moja-sprawa', '/hsds'])
      expect((await visitor.send(app.at(path, office))).status).toBe(404);
    expect((await visitor.send(app.at('/', office))).headers.get('location')).toBe('/rops-przykladowe/praca');
    expect((await visitor.get('/')).text).not.toContain(office.displayName);
  });

  test('its editor finds the work, and gets into no centre', async () => {
    const home = await editor().get(app.at('/praca', office));
    expect((await home.follow('Wzory usług')).heading).toBe('Wzory usług');
    expect((await editor().send(app.at('/praca/wzory'))).status).toBe(403);
    expect((await app.as('regionalEditor').send(app.at('/praca/uslugi/wzory'))).status).toBe(403);
  });
});

const providerNamed = (name: string): Promise<string> =>
  inCentre(app.world.database, centreA.id, async (tx) => (await listProviders(scopeOf(tx))).find((each) => each.name === name)?.id ?? '');

async function idOf(name: string): Promise<string> {
  const list = await organiser().get(app.at('/praca/uslugi/wzory'));
  const [, href = ''] = list.links().find(([text]) => text === name) ?? [];
  return href.split('/').at(-1) ?? '';
}
