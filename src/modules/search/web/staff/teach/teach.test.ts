import { expect, test } from 'vitest';
import { NotFound } from '#platform/http/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp } from '#tests/support/app.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { searchServices } from '../../../usecases/searchServices.ts';
import { exportTaught, listTaught, listTiesOf, teachSearch, unteachSearch } from '../../../usecases/teachSearch.ts';
import { trySearch } from '../../../usecases/trySearch.ts';

const organiser = { actor: userWithRole('serviceOrganiser'), now: Temporal.Instant.from('2026-03-02T08:00:00Z') };
const nothing = { needs: [], serviceIds: [], settles: null };

test('words tied to a need or a service act at once; taken back, they act no more', () =>
  inTestCentre(async (scope) => {
    const lawyer = await aService(scope, 'Punkt porad', { scope: 'Doradca pomaga wyjść z długów.' });
    const choir = await aService(scope, 'Spotkania w czwartki');
    const best = async (words: string) => (await searchServices(scope, words))[0]?.service.id;
    expect(await best('gżegżółka')).toBeUndefined();

    expect(await teachSearch(scope, { ...nothing, words: '  Gżegżółka ', needs: ['komornik', 'nie-ma-takiej'] })).toMatchObject({
      value: 1,
    });
    expect(await trySearch(scope, 'gżegżółki')).toMatchObject({
      isClear: true,
      needs: [{ need: { id: 'komornik' }, p: expect.closeTo(0.95) }],
    });
    expect(await best('gżegżółka')).toBe(lawyer);
    expect(await teachSearch(scope, { ...nothing, words: 'gżegżółka', needs: ['komornik'] })).toMatchObject({ value: 0 });

    expect(await teachSearch(scope, { ...nothing, words: 'ploteczki', serviceIds: [choir] })).toMatchObject({ value: 1 });
    expect(await best('ploteczki')).toBe(choir);
    await teachSearch(scope, { ...nothing, words: 'зозуля', needs: ['komornik'] });

    const { taught } = await listTaught(scope);
    expect(taught.map(({ words, serviceName }) => [words, serviceName]).toSorted()).toEqual([
      ['gżegżółka', null],
      ['ploteczki', 'Spotkania w czwartki'],
      ['зозуля', null],
    ]);
    expect(await exportTaught(scope)).toEqual({
      utterances: expect.arrayContaining([
        { need: 'komornik', q: ['gżegżółka'] },
        { need: 'komornik', lang: 'uk', q: ['зозуля'] },
      ]),
    });
    for (const { id } of taught) await unteachSearch(scope, id);
    expect([await best('gżegżółka'), await best('ploteczki')]).toEqual([undefined, undefined]);
    expect(await exportTaught(scope)).toEqual({ utterances: [] });
    expect((await listTaught(scope)).taught.every(({ undoneAt }) => undoneAt !== null)).toBe(true);
    await expect(unteachSearch(scope, taught[0]?.id ?? '')).rejects.toThrow(NotFound);
    expect(await teachSearch(scope, { ...nothing, words: 'gżegżółka', needs: ['komornik'] })).toMatchObject({ value: 1 });
  }, organiser));

test('what says nothing, is tied to nothing or is about one person is refused', () =>
  inTestCentre(async (scope) => {
    const teach = (words: string, needs = ['komornik']) => teachSearch(scope, { ...nothing, words, needs });
    expect(await teach('gżegżółka', ['nie-ma-takiej'])).toMatchObject({ refusal: 'nothing-to-tie' });
    expect(await teach('i na to')).toMatchObject({ refusal: 'says-too-little' });
    expect(await teach('!!!')).toMatchObject({ refusal: 'says-too-little' });
    expect(await teach('jan@example.org nie płaci')).toMatchObject({ refusal: 'personal' });
    expect(await teach('dzwonić 600 100 200')).toMatchObject({ refusal: 'personal' });
    const elsewhere = '01890000-0000-7000-8000-000000000000';
    await expect(teachSearch(scope, { ...nothing, words: 'gżegżółka', serviceIds: [elsewhere] })).rejects.toThrow(NotFound);
  }, organiser));

test('of words tied to a service it is known which, whether residents see it, and that one word is too general', () =>
  inTestCentre(async (scope) => {
    const [theatre, hidden] = [await aService(scope, 'Teatr zza rogu'), await aService(scope, 'Chór zza rogu', { status: 'draft' })];
    await teachSearch(scope, { ...nothing, words: 'Gżegżółka', needs: [], serviceIds: [theatre] });
    await teachSearch(scope, { ...nothing, words: 'pogadać przy glinie', needs: [], serviceIds: [hidden] });
    expect(await listTiesOf(scope, ' gżegżółka ')).toEqual([
      { serviceId: theatre, name: 'Teatr zza rogu', isOffered: true, isOneWord: true },
    ]);
    expect(await listTiesOf(scope, 'pogadać przy glinie')).toMatchObject([{ serviceId: hidden, isOffered: false, isOneWord: false }]);
    expect(await listTiesOf(scope, 'kukułka')).toEqual([]);
  }, organiser));

test('an editor tries a sentence, teaches, sees it work, takes it back', async () => {
  const app = await openApp();
  const editor = app.as('communityOrganiser');
  const empty = await editor.get(app.at('/praca/szukane/naucz'));
  expect(empty.findAll('select')).toHaveLength(0);
  const tried = await editor.get(app.at('/praca/szukane/naucz?q=gżegżółka'));
  expect(tried.text).toContain('Wyszukiwarka nie zna żadnego z tych słów.');
  expect((await tried.submit({ need: '' }, { button: 'Naucz' })).text).toContain('Wybierz potrzebę albo usługę.');
  const taught = await tried.submit({ need: 'komornik' }, { button: 'Naucz' });
  expect(taught.text).toContain('Komornik zajął mi pensję albo konto');
  expect(taught.text).toContain('95 %, prawie na pewno');
  const file = await editor.send(app.at('/praca/szukane/nauczone.json'));
  expect(await file.json()).toEqual({ utterances: [{ need: 'komornik', q: ['gżegżółka'] }] });
  const list = await taught.follow('Zobacz, czego już nauczono');
  expect((await list.submit({}, { button: /^Cofnij/ })).text).toContain('Cofnięte');
  expect((await editor.get(app.at('/praca/szukane/naucz?q=gżegżółka'))).text).toContain('Wyszukiwarka nie zna żadnego');
  expect((await app.as('director').get(app.at('/praca/szukane/naucz'))).status).toBe(403);
}, 120_000);
