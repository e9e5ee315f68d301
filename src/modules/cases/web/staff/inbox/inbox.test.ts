import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { Pesel } from '#shared/pesel.ts';
import { registerPerson } from '#modules/people/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp } from '#tests/support/app.ts';
import { centreA, inTestCentre } from '#tests/support/database.ts';
import { act, caseAppliedFor, qualifyAll, testPerson } from '../../../testing.ts';
import { assignCoordinator } from '../../../usecases/actOnCase.ts';
import { caseSorts, listCases, type CaseRow } from '../../../usecases/listCases.ts';
import { pageOf, queryOf, readFilter, writeFilter } from './inboxQuery.ts';

const at = (scope: CentreScope, now: string): CentreScope => ({
  ...scope,
  now: Temporal.Instant.from(now),
  today: Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Warsaw').toPlainDate(),
});

describe('paging', () => {
  test('each way through the list meets every case once, in the same order', () =>
    inTestCentre(async (scope) => {
      for (let day = 1; day <= 7; day += 1) {
        // Two on the same day: only the identifier tells them apart.
        await caseAppliedFor(at(scope, `2026-02-0${day}T10:00:00Z`), 'Opieka');
        await caseAppliedFor(at(scope, `2026-02-0${day}T10:00:00Z`), 'Obiady');
      }
      for (const sort of caseSorts) {
        const limit = 4;
        const read = async (query: URLSearchParams) => {
          const filter = readFilter(query);
          return { filter, ...pageOf(await listCases(scope, { ...queryOf(filter, null), limit }), filter.cursor, limit) };
        };
        const forward: CaseRow[][] = [];
        let page = await read(new URLSearchParams({ sortuj: sort, otwarte: '1' }));
        expect(page.before).toBeUndefined();
        forward.push(page.rows);
        while (page.after) {
          page = await read(writeFilter(page.filter, { row: page.after, back: false }));
          forward.push(page.rows);
        }
        const ids = forward.flat().map((row) => row.id);
        expect(new Set(ids).size).toBe(14);
        const backward: CaseRow[][] = [page.rows];
        while (page.before) {
          page = await read(writeFilter(page.filter, { row: page.before, back: true }));
          backward.unshift(page.rows);
        }
        expect(backward.flat().map((row) => row.id)).toEqual(ids);
      }
    }));

  test('whatever stands in the address is a list', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('q', 'stan', 'usluga', 'sortuj', 'po', 'przed', 'otwarte', 'pilne', 'nowe'), fc.string()),
        (typed) => {
          const filter = readFilter(new URLSearchParams(typed));
          expect(readFilter(writeFilter(filter, null))).toEqual({ ...filter, cursor: null });
        },
      ),
    );
  });
});

test('the list is found by words, stage, service and coordinator, and shows no more of people than names', async () => {
  const app = await openApp();
  const coordinator = userWithRole('planCoordinator');
  const pesel = Pesel.compose(Temporal.PlainDate.from('1944-05-17'), 4321);
  const { opened, serviceId } = await inCentre(app.world.database, centreA.id, async (tx) => {
    const scope = makeScope({
      world: app.world,
      tx,
      centre: centreA,
      actor: coordinator,
      now: app.world.clock(),
      lang: 'pl',
      door: 'test',
      requestId: 'test',
    });
    await registerPerson(scope, { ...testPerson, pesel, phone: '+48600100200' });
    const late = await caseAppliedFor(at(scope, '2026-01-02T10:00:00Z'), 'Ćwiczenia w wodzie');
    const other = await caseAppliedFor(scope, 'Obiady');
    await act(scope, other.caseId, 'frontDesk', { type: 'markIncomplete', data: { missing: ['adres'] } });
    await assignCoordinator(scope, late.caseId, coordinator.userId);
    return { opened: { late, other }, serviceId: late.serviceIds[0] ?? '' };
  });
  const desk = app.as('frontDesk');
  const all = await desk.get(app.at('/praca/sprawy'));
  expect(all.text).toContain(opened.late.number);
  expect(all.text).toContain(opened.other.number);
  expect(all.text).toMatch(/minął\s\d/);
  expect(all.body).not.toContain(pesel.reveal());
  expect(all.body).not.toMatch(/600.?100.?200|Źródlana/);

  const rows = async (query: string, as: 'frontDesk' | 'planCoordinator' = 'frontDesk') => {
    const text = await (await app.as(as).send(app.at(`/praca/sprawy?${query}`))).text();
    return [opened.late.number, opened.other.number].filter((number) => text.includes(number));
  };
  expect(await rows('q=cwiczenia+wod')).toEqual([opened.late.number]);
  expect(await rows(`q=${opened.other.number}`)).toEqual([opened.other.number]);
  expect(await rows('q=%25')).toEqual([opened.late.number, opened.other.number]);
  expect(await rows('q=Przyk%C5%82adowa')).toHaveLength(2);
  expect(await rows('stan=INCOMPLETE')).toEqual([opened.other.number]);
  expect(await rows(`usluga=${serviceId}`)).toEqual([opened.late.number]);
  expect(await rows('moje=1', 'planCoordinator')).toEqual([opened.late.number]);
  expect(await rows('stan=INCOMPLETE&stan=APPLIED')).toEqual([opened.late.number, opened.other.number]);
  expect(all.text).toContain('2 sprawy');
  const both = await desk.get(app.at('/praca/sprawy'));
  const chosen = await both.submit({ stan: ['APPLIED', 'INCOMPLETE'] });
  expect(chosen.text).toContain('Stan: Zgłoszenie przyjęte, Do uzupełnienia');
  expect(await rows('pilne=1')).toEqual([]);
  expect(await rows('nowe=1')).toEqual([]);
  expect(await rows('q=nikogo+takiego')).toEqual([]);
  expect((await desk.send(app.at('/praca/sprawy?po=x~y&sortuj=zle&usluga=1'))).status).toBe(200);

  const start = await app.as('planCoordinator').get(app.at('/praca'));
  expect(start.text).toContain(opened.late.number);
  expect(start.text).not.toContain(opened.other.number);
  expect(start.find('section[aria-labelledby=nowe]').textContent).toContain(opened.late.number);
  expect((await app.as('accountant').get(app.at('/praca'))).text).not.toContain(opened.late.number);
});

test('the first page shows what waits for the person, though it has no date, and nobody else', async () => {
  const app = await openApp();
  const number = await inCentre(app.world.database, centreA.id, async (tx) => {
    const scope = makeScope({
      world: app.world,
      tx,
      centre: centreA,
      actor: userWithRole('planCoordinator'),
      now: app.world.clock(),
      lang: 'pl',
      door: 'test',
      requestId: 'test',
    });
    const opened = await caseAppliedFor(scope, 'Opieka');
    await qualifyAll(scope, opened.caseId);
    await act(scope, opened.caseId, 'planCoordinator', {
      type: 'decideCoordination',
      data: { withPlan: false, note: null, from: scope.today.toString(), to: scope.today.add({ days: 90 }).toString() },
    });
    return opened.number;
  });
  const first = async (role: 'serviceOrganiser' | 'director') =>
    (await app.as(role).get(app.at('/praca'))).findAll('section[aria-labelledby=czeka]');
  expect((await first('serviceOrganiser')).map((each) => each.textContent).join()).toContain(number);
  expect(await first('director')).toHaveLength(0);
});

test('the first page begins with what is overdue, says a common step once, and lets the desk search for the caller', async () => {
  const app = await openApp();
  const [late, fresh] = await inCentre(app.world.database, centreA.id, async (tx) => {
    const of = { world: app.world, tx, centre: centreA, actor: userWithRole('frontDesk'), now: app.world.clock() };
    const scope = makeScope({ ...of, lang: 'pl', door: 'test', requestId: 'test' });
    const first = await caseAppliedFor(at(scope, '2026-01-02T10:00:00Z'), 'Pranie');
    return [first.number, (await caseAppliedFor(scope, 'Zakupy')).number];
  });
  const start = await app.as('frontDesk').get(app.at('/praca'));
  const section = start.find('section[aria-labelledby=nowe]');
  const names = [...section.querySelectorAll('tbody th')].map((each) => each.textContent);
  const placeOf = (number: string) => names.findIndex((name) => name.includes(number));
  expect(placeOf(late)).toBeGreaterThanOrEqual(0);
  expect(placeOf(late)).toBeLessThan(placeOf(fresh));
  expect(section.textContent.split('Sprawdź zgłoszenie i umów rozmowę')).toHaveLength(2);
  const search = start.find('form[role=search]');
  expect(search.getAttribute('action')).toBe(app.at('/uslugi'));
  expect(start.find('.ok-user-menu').textContent).toContain('Strona dla mieszkańców');
  expect((await app.as('accountant').get(app.at('/praca'))).findAll('form[role=search]')).toHaveLength(0);
});
