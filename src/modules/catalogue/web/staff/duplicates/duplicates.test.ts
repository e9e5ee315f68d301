import { expect, test } from 'vitest';
import { aService } from '#modules/catalogue/testing.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp } from '#tests/support/app.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { changeCare, findSuccessor } from '../../../usecases/careForService.ts';
import { denyPair, listDuplicates, mergeServices } from '../../../usecases/mergeServices.ts';
import { getService } from '../../../usecases/services.ts';
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
  const merged = await visitor
    .get(pair.path)
    .then((page) => page.submit({}, { button: 'Zostaw tę: pierwsza', form: `form[aria-label$="pierwsza"]` }));
  expect(merged.text).toContain('Scalono karty.');
  const kept = merged.path.split('/').at(-1);
  const gone = kept === first ? second : first;
  const card = await app.as('anonymous').get(app.at(`/uslugi/${gone}`));
  expect([card.path, card.text.includes('52 000 11 22')]).toEqual([app.at(`/uslugi/${kept}`), true]);
  const late = await pair.submit({}, { form: `form[aria-label$="druga"]` });
  expect(late.status).toBe(409);

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
