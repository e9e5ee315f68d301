import { expect, test } from 'vitest';
import { aService } from '#modules/catalogue/testing.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp } from '#tests/support/app.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { changeCare, findSuccessor } from '../../../usecases/careForService.ts';
import { denyPair, listDuplicates, mergeServices } from '../../../usecases/mergeServices.ts';
import { recordOf } from '../../../store/assembleServices.ts';
import { getService, putService } from '../../../usecases/services.ts';
import { findMerge, takeBackMerge } from '../../../usecases/takeBackMerge.ts';
import { restoreVersion } from '../../../usecases/serviceVersions.ts';

const organiser = { actor: userWithRole('serviceOrganiser') };
const listPairs = async (scope: CentreScope) => (await listDuplicates(scope, { limit: 100 })).pairs;
const nothing = { reviewMonths: null, keeperEmail: null, staffNote: null, publishOn: null, publishUntil: null, successorId: null };

test('two cards become one that knows what both knew; the other leads to it, and can be restored', () =>
  inTestCentre(async (scope) => {
    const provider = { name: 'Fundacja' };
    const keep = await aService(scope, 'Klub Seniora', { provider, scope: 'Opis', contact: { phone: '1' }, everydayNames: ['kawa'] });
    const other = await aService(scope, 'klub seniorá', { provider, scope: 'Inny', recipients: 'Seniorzy', everydayNames: ['herbata'] });
    const third = await aService(scope, 'Klub Seniora', { provider: { name: 'Kto inny' } });
    expect((await listPairs(scope)).map((pair) => pair.map(({ id }) => id))).toEqual([[keep, other]]);
    expect(await mergeServices(scope, keep, other, [1, 2])).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(await mergeServices(scope, keep, other, [1, 1])).toMatchObject({ ok: true });
    const kept = { scope: 'Opis', recipients: 'Seniorzy', contact: { phone: '1' }, everydayNames: ['kawa', 'herbata'], provider };
    expect(await getService(scope, keep)).toMatchObject(kept);
    expect([(await getService(scope, other)).status, await findSuccessor(scope, other)]).toEqual([
      'ended',
      { id: keep, name: 'Klub Seniora', isMerged: true },
    ]);
    expect([await mergeServices(scope, third, other, [1, 2]), await listPairs(scope)]).toMatchObject([{ refusal: 'ended' }, []]);
    expect(await restoreVersion(scope, other, 1, 2)).toMatchObject({ ok: true });
    expect(await listPairs(scope)).toHaveLength(1);
    await denyPair(scope, other, keep);
    expect(await listPairs(scope)).toEqual([]);
  }, organiser));

test('a chain of ended services leads to the one that is there, and a circle nowhere', () =>
  inTestCentre(async (scope) => {
    const [a, b, c] = [
      await aService(scope, 'A', { status: 'ended' }),
      await aService(scope, 'B', { status: 'ended' }),
      await aService(scope, 'C'),
    ];
    await changeCare(scope, a, 0, { ...nothing, successorId: b });
    expect(await findSuccessor(scope, a)).toBeUndefined();
    await changeCare(scope, b, 0, { ...nothing, successorId: c });
    expect(await findSuccessor(scope, a)).toEqual({ id: c, name: 'C', isMerged: false });
    await changeCare(scope, b, 1, { ...nothing, successorId: a });
    expect(await findSuccessor(scope, a)).toBeUndefined();
  }, organiser));

test('an organiser merges two cards; residents come from the old address to the one that stays', async () => {
  const app = await openApp();
  const visitor = app.as('serviceOrganiser');
  const add = async (typed: Record<string, string | string[]>) => {
    const form = await visitor.get(app.at('/praca/uslugi/nowa'));
    const asked = await form.submit({ areas: ['4'], status: 'active', ...typed }, { button: 'Zapisz kartę' });
    // A name that is there already is asked about first.
    const added = asked.status === 422 ? await asked.submit({}, { button: 'Zapisz kartę' }) : asked;
    return added.path.split('/').at(-1) ?? '';
  };
  const first = await add({ name: 'Warsztaty szycia', provider: 'Koło', scope: 'Szyjemy.' });
  const second = await add({ name: 'Warsztaty szycia', provider: 'Koło', phone: '52 000 11 22' });
  const list = await (await visitor.get(app.at('/praca/uslugi'))).follow('Powtórzone karty');
  const pair = await list.follow('„Warsztaty szycia” i „Warsztaty szycia”');
  expect(pair.text).toContain('52 000 11 22');
  const asks = await pair.follow('Zostaw tę: pierwsza');
  expect(asks.text).toContain('Jej adres poprowadzi do karty, która zostaje.');
  const late = await visitor.get(asks.path);
  const merged = await asks.submit({}, { button: 'Tak, scal karty' });
  expect(merged.text).toContain('Scalono karty.');
  const kept = /powtorzone\/([^/]+)\//.exec(merged.path)?.[1];
  const gone = kept === first ? second : first;
  const card = await app.as('anonymous').get(app.at(`/uslugi/${gone}`));
  expect([card.path, card.text.includes('52 000 11 22')]).toEqual([app.at(`/uslugi/${kept}`), true]);
  expect((await late.submit({}, { button: 'Tak, scal karty' })).status).toBe(409);

  const ended = await add({ name: 'Stary klub', status: 'ended' });
  const care = await visitor.get(app.at(`/praca/uslugi/${ended}/opieka`));
  await care.submit({ successor: 'warsztaty szycia' }, { button: 'Zapisz' });
  const old = await app.as('anonymous').get(app.at(`/uslugi/${ended}`));
  expect((await old.follow('Warsztaty szycia')).path).toBe(app.at(`/uslugi/${kept}`));
});

test('pairs come page by page, each once, also among several cards of one name', () =>
  inTestCentre(async (scope) => {
    const same = { provider: { name: 'Fundacja' } };
    for (const name of ['Klub Ąćł', 'klub acl', 'ACL – klub', 'Żłobek', 'zlobek', '!!!', '???']) await aService(scope, name, same);
    const all = (await listPairs(scope)).map((pair) => pair.map(({ id }) => id).join('~'));
    // Three of one name make three pairs, two of another one; signs alone are no name.
    expect(all.length).toBeGreaterThanOrEqual(4);
    expect(new Set(all).size).toBe(all.length);
    const paged: string[] = [];
    let after: readonly [string, string] | undefined;
    for (let hasMore = true; hasMore;) {
      const list = await listDuplicates(scope, { after, limit: 1 });
      paged.push(...list.pairs.map((pair) => pair.map(({ id }) => id).join('~')));
      const last = list.pairs.at(-1);
      after = last && [last[0].id, last[1].id];
      hasMore = list.hasMore;
    }
    expect(paged).toEqual(all);
  }, organiser));

test('a published card never disappears by merging, whichever stays; taking it back parts them as they were', () =>
  inTestCentre(async (scope) => {
    const same = { provider: { name: 'Fundacja' } };
    const draft = await aService(scope, 'Psycholog', { ...same, status: 'draft', recipients: 'Dorośli' });
    const published = await aService(scope, 'Psycholog', { ...same, status: 'active', scope: 'Rozmowy.' });
    expect(await mergeServices(scope, draft, published, [1, 1])).toMatchObject({ ok: true });
    expect(await getService(scope, draft)).toMatchObject({ status: 'active', scope: 'Rozmowy.', recipients: 'Dorośli' });
    expect(await findSuccessor(scope, published)).toMatchObject({ id: draft, isMerged: true });

    expect(await takeBackMerge(scope, draft, published)).toMatchObject({ ok: true, value: { isKeptLeft: false } });
    expect(await getService(scope, draft)).toMatchObject({ status: 'draft', scope: null });
    expect(await getService(scope, published)).toMatchObject({ status: 'active', recipients: null });
    expect([await findSuccessor(scope, published), await findMerge(scope, draft, published)]).toEqual([undefined, undefined]);
    expect(await takeBackMerge(scope, draft, published)).toMatchObject({ refusal: 'not-merged' });
  }, organiser));

test('what somebody wrote after merging stays when it is taken back', () =>
  inTestCentre(async (scope) => {
    const [one, other] = [await aService(scope, 'Chór', { scope: 'Śpiew' }), await aService(scope, 'Chór', { recipients: 'Każdy' })];
    await mergeServices(scope, one, other, [1, 1]);
    await putService(scope, { ...recordOf(await getService(scope, one)), scope: 'Śpiew i taniec' });
    expect(await takeBackMerge(scope, one, other)).toMatchObject({ ok: true, value: { isKeptLeft: true } });
    expect(await getService(scope, one)).toMatchObject({ scope: 'Śpiew i taniec', recipients: 'Każdy' });
    expect(await getService(scope, other)).toMatchObject({ status: 'active', recipients: 'Każdy' });
  }, organiser));

test('an organiser sees which card is published, is told what merging does, and takes it back', async () => {
  const app = await openApp();
  const visitor = app.as('serviceOrganiser');
  const add = async (typed: Record<string, string | string[]>) => {
    const form = await visitor.get(app.at('/praca/uslugi/nowa'));
    const saved = await form.submit({ areas: ['4'], ...typed }, { button: 'Zapisz kartę' });
    // A second card of one name is asked about.
    const added = saved.status === 422 ? await saved.submit({}, { button: 'Zapisz kartę' }) : saved;
    return added.path.split('/').at(-1) ?? '';
  };
  const [one, other] = [
    await add({ name: 'Chór ludowy', status: 'draft' }),
    await add({ name: 'Chór ludowy', status: 'active', phone: '52 000 11 22' }),
  ];
  const resident = app.as('anonymous');
  await (await resident.get(app.at(`/uslugi/${other}`))).submit({}, { form: /dodaj$/ });
  const pair = await visitor.get(app.at(`/praca/uslugi/powtorzone/${one}/${other}`));
  expect(pair.text).toContain('Radzimy zostawić tę');
  const asks = await pair.follow('Zostaw tę: pierwsza');
  expect(asks.text).toContain('Dziś jej stan to: w przygotowaniu. Po scaleniu: opublikowana');
  expect(asks.text).toContain('52 000 11 22');
  const merged = await asks.submit({}, { button: 'Tak, scal karty' });
  const portal = await app.as('anonymous').get(app.at(`/uslugi/${other}`));
  expect([portal.path, portal.heading]).toEqual([app.at(`/uslugi/${one}`), 'Chór ludowy']);
  // The list that a resident keeps follows too.
  const list = await resident.get(app.at('/moja-lista'));
  expect([list.text.includes('52 000 11 22'), list.text.includes('zakończy')]).toEqual([true, false]);
  expect((await visitor.get(app.at(`/praca/uslugi/${other}/wersje`))).text).toContain('Scalona z kartą „Chór ludowy”');
  const parted = await merged.submit({}, { button: 'Cofnij scalenie' });
  expect(parted.text).toContain('Cofnięto scalenie.');
  expect((await app.as('anonymous').get(app.at(`/uslugi/${other}`))).path).toBe(app.at(`/uslugi/${other}`));
  expect((await visitor.get(asks.path)).status).toBe(200);
});
