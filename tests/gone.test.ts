import { expect, it, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { listLetters } from '#platform/mail/letterStore.ts';
import { aUser, testPassword } from '#modules/accounts/testing.ts';
import { act, caseAppliedFor } from '#modules/cases/testing.ts';
import { aDelivery, anOrderAccepted, anOrderPlaced, asProvider } from '#modules/orders/testing.ts';
import { recordDelivered } from '#modules/orders/index.ts';
import { answerAll } from '#modules/requests/testing.ts';
import { aPlannedCase } from '#modules/plans/testing.ts';
import { anonymous } from '#shared/actor.ts';
import { roles } from '#shared/roles.ts';
import { openApp, type TestApp, type Visitor } from '#tests/support/app.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { parseHtml } from '#tests/support/parse.ts';
import { doors, paramsOf, pathTo } from './doors/visitors.ts';
import { goodBody, listForms, toBody, type FoundForm } from './hostile/bodies.ts';
import { doorAt } from './hostile/crawl.ts';
import { changedTables, faultsOf, readTables } from './hostile/judge.ts';

// What somebody still has before them, or in their hand, and what is no longer there: withdrawn, ended, removed, or never was.
// Each gets a page that says so and leads on, and nothing is written.

const patience = { timeout: 300_000 };
const nothing: FoundForm = { action: '', isMultipart: false, fields: [] };

function inScope<T>(app: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> {
  const { world } = app;
  return inCentre(world.database, centreA.id, (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    return work(
      makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: crypto.randomUUID() }),
    );
  });
}

/** A form in an open window, and who has it. Leaving, and keeping one's own unsent text, are never too late. */
interface Window {
  readonly visitor: Visitor;
  readonly form: FoundForm;
}
async function open(visitor: Visitor, ...paths: readonly string[]): Promise<Window[]> {
  const windows: Window[] = [];
  for (const path of paths) {
    const response = await visitor.send(path);
    expect(response.status, path).toBe(200);
    for (const form of listForms(parseHtml(await response.text()), new URL(path, 'http://localhost')))
      if (doorAt('POST', form.action) && !/\/(wyloguj|szkic)$/.test(form.action)) windows.push({ visitor, form });
  }
  return windows;
}

/** Sends what the windows still show. Says what was accepted, changed, or answered without a clear page. */
async function sendAll(windows: readonly Window[], accepted: readonly string[] = []): Promise<string[]> {
  const faults: string[] = [];
  for (const { visitor, form } of windows) {
    const name = doorAt('POST', form.action)?.name ?? form.action;
    if (accepted.includes(name)) continue;
    const before = await readTables(centreA.id);
    const body = goodBody(form);
    const response = await visitor.send(form.action, { method: 'POST', body: toBody(form, body) });
    faults.push(...(await faultsOf(response, form, body)).map((fault) => `${name}: ${fault}`));
    if (response.status < 400) faults.push(`${name}: answered ${response.status} ${response.headers.get('location') ?? ''}`);
    faults.push(...changedTables(before, await readTables(centreA.id)).map((table) => `${name}: changed ${table}`));
  }
  return [...new Set(faults)];
}

/** Looks at pages of what is gone. */
async function lookAll(visitor: Visitor, paths: readonly string[], statuses: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    const response = await visitor.send(path);
    if (!statuses.includes(response.status)) faults.push(`${path}: answered ${response.status}`);
    faults.push(...(await faultsOf(response, nothing, [])).map((fault) => `${path}: ${fault}`));
  }
  return faults;
}

it('well-formed and malformed ids of nothing lead to a page that says so', patience, async () => {
  const app = await openApp();
  const order = await inScope(app, (scope) => anOrderAccepted(scope));
  const real: Readonly<Record<string, string>> = { caseId: order.caseId, serviceId: order.serviceId, orderId: order.orderId };
  const faults: string[] = [];
  let knocks = 0;
  const before = await readTables(centreA.id);
  for (const { name, door } of doors.filter((each) => paramsOf(each.door).some((param) => param !== 'slug'))) {
    const holder =
      door.may.kind === 'public'
        ? anonymous
        : [
            ...roles.map((role) => userWithRole(role, { providerId: order.providerId })),
            { kind: 'caseHolder', caseId: order.caseId } as const,
          ].find((actor) => door.may.kind !== 'public' && door.may.allows(actor).allowed);
    if (!holder) continue;
    for (const [missing, wrong] of paramsOf(door).flatMap((param) => [
      [param, crypto.randomUUID()] as const,
      [param, 'nie-ma-takiej'] as const,
    ])) {
      if (missing === 'slug') continue;
      const path = pathTo(door, (param) => (param === missing ? wrong : (real[param] ?? crypto.randomUUID())));
      const body = new URLSearchParams({ _key: crypto.randomUUID(), _version: '1' });
      const response = await app.as(holder).send(path, door.method === 'POST' ? { method: 'POST', body } : {});
      knocks += 1;
      // Programs read open data; they are told in their own way.
      const isForProgram = door.method === 'GET' && response.headers.get('content-type')?.startsWith('application/problem+json') === true;
      const found = isForProgram ? [] : await faultsOf(response.clone(), nothing, []);
      faults.push(...found.map((fault) => `${name} without its ${missing}: ${fault}`));
      if (response.status !== 404 && response.status !== 410) faults.push(`${name} without its ${missing}: answered ${response.status}`);
    }
  }
  expect(knocks).toBeGreaterThan(100);
  expect([...new Set(faults)]).toEqual([]);
  expect(changedTables(before, await readTables(centreA.id))).toEqual([]);
});

it('an order that was withdrawn is answered and delivered by nobody', patience, async () => {
  const app = await openApp();
  for (const prepare of [anOrderPlaced, anOrderAccepted]) {
    const order = await inScope(app, async (scope) => {
      const made = await prepare(scope);
      if (prepare === anOrderAccepted) await recordDelivered(asProvider(scope, made.providerId), made.orderId, aDelivery(scope));
      return made;
    });
    const letters = await inScope(app, (scope) => listLetters(scope.tx, { limit: 5 }));
    const link = letters.flatMap(({ body }) => /https?:\/\/[^/\s]+(\/\S*\/odpowiedz\/\S+)/.exec(body)?.[1] ?? [])[0] ?? '';
    const bearer = app.as('anonymous');
    expect((await bearer.send(link)).status).toBe(303);
    const manager = app.as('providerManager', { providerId: order.providerId });
    const organiser = app.as('serviceOrganiser');
    const entries = await asOwner(async (client) => {
      await client.query(`set okienko.centre_id = '${centreA.id}'`);
      return (await client.query<{ id: string }>('select id from orders.delivery where order_id = $1', [order.orderId])).rows;
    });
    const own = app.at(`/wykonawca/zlecenia/${order.orderId}`);
    const windows = [
      ...(await open(manager, own, ...entries.map(({ id }) => `${own}/wykonanie/${id}`))),
      ...(await open(bearer, app.at('/odpowiedz/zlecenie'), ...entries.map(({ id }) => app.at(`/odpowiedz/zlecenie/wykonanie/${id}`)))),
      ...(await open(organiser, app.at(`/praca/zlecenia/${order.orderId}`))),
    ];
    expect(windows.length).toBeGreaterThan(5);
    const withdraw = windows.findLast(({ form }) => form.action.endsWith('/odwolaj'))?.form ?? nothing;
    const done = await organiser.send(withdraw.action, { method: 'POST', body: toBody(withdraw, goodBody(withdraw)) });
    expect(done.status).toBe(303);
    expect(await sendAll(windows, ['POST /:slug/praca/sprawy/:caseId/zlec/:serviceId'])).toEqual([]);
    expect(await lookAll(manager, [own], [404])).toEqual([]);
    expect(await lookAll(bearer, [link, app.at('/odpowiedz/zlecenie')], [410])).toEqual([]);
  }
});

it('a link that is too old opens nothing, and asks for another only while the order runs', patience, async () => {
  const app = await openApp();
  const placed = await inScope(app, (scope) => anOrderPlaced(scope));
  const letters = await inScope(app, (scope) => listLetters(scope.tx, { limit: 1 }));
  const link = /https?:\/\/[^/\s]+(\/\S*\/odpowiedz\/\S+)/.exec(letters[0]?.body ?? '')?.[1] ?? '';
  const bearer = app.as('anonymous');
  await bearer.send(link);
  const windows = await open(bearer, app.at('/odpowiedz/zlecenie'));
  expect(windows.length).toBeGreaterThan(1);
  await asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    await client.query(`update orders.link set expires_at = created_at where order_id = $1`, [placed.orderId]);
  });
  expect(await sendAll(windows)).toEqual([]);
  expect(await lookAll(bearer, [link, app.at('/odpowiedz/zlecenie'), app.at('/odpowiedz/zlecenie/zlecenie.pdf')], [410])).toEqual([]);
  const before = await readTables(centreA.id);
  const body = () => new URLSearchParams({ _key: crypto.randomUUID() });
  for (const path of [`${link}/nowy-link`, app.at('/odpowiedz/zlecenie/nowy-link')])
    expect((await bearer.send(path, { method: 'POST', body: body() })).status).toBe(303);
  expect(changedTables(before, await readTables(centreA.id))).toEqual([]);
});

it('a case that has ended takes nothing more', patience, async () => {
  const app = await openApp();
  const planned = await inScope(app, (scope) => aPlannedCase(scope, 'Usługi opiekuńcze', 'Transport'));
  const file = app.at(`/praca/sprawy/${planned.caseId}`);
  const windows: Window[] = [];
  for (const role of ['frontDesk', 'planCoordinator', 'serviceOrganiser', 'director'] as const) {
    const visitor = app.as(role);
    const response = await visitor.send(file);
    const links = [...parseHtml(await response.text()).querySelectorAll('main a[href]')].map(
      (each) => new URL(each.getAttribute('href') ?? '', `http://localhost${file}`).pathname,
    );
    const own = [...new Set(links)].filter((path) => path.startsWith(`${file}/`) && !/dokumenty|pdf/.test(path));
    windows.push(...(await open(visitor, file, ...own, ...(role === 'planCoordinator' ? [`${file}/plan/edycja/cele`] : []))));
  }
  expect(windows.length).toBeGreaterThan(10);
  await inScope(app, (scope) =>
    act(scope, planned.caseId, 'planCoordinator', {
      type: 'close',
      data: { ending: 'moved', occurredOn: scope.today.toString(), note: null },
    }),
  );
  // What is kept about a person is set right for as long as it is kept (GDPR art. 16), not only while their case is open.
  expect(await sendAll(windows, ['POST /:slug/praca/sprawy/:caseId/osoby/:personId'])).toEqual([]);
});

it('a service that has ended is asked for by nobody', patience, async () => {
  const app = await openApp();
  const { serviceIds } = await inScope(app, (scope) => caseAppliedFor(scope, 'Usługa na próbę'));
  const [serviceId = ''] = serviceIds;
  const resident = app.as('anonymous');
  await answerAll(resident, app.at, [serviceId]);
  const windows = (await open(resident, app.at('/zgloszenie/sprawdz'))).filter(({ form }) => form.action.endsWith('/wyslij'));
  expect(windows).toHaveLength(1);
  await asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    await client.query(`update catalogue.service set status = 'ended', card = card || '{"status": "ended"}' where id = $1`, [serviceId]);
  });
  const before = await readTables(centreA.id);
  for (const { form } of windows) {
    const page = await resident.post(form.action, toBody(form, goodBody(form)) as URLSearchParams);
    expect(page.path).toBe(app.at('/zgloszenie/uslugi'));
    expect(page.document.body.textContent).toContain('usług centrum już nie prowadzi');
  }
  const body = new URLSearchParams({ _key: crypto.randomUUID(), services: serviceId });
  expect((await app.as('anonymous').send(app.at('/zgloszenie/uslugi'), { method: 'POST', body })).status).toBe(422);
  // What the second person typed is kept for them.
  expect(changedTables(before, await readTables(centreA.id))).toEqual(['requests.draft']);
  expect(await lookAll(app.as('anonymous'), [app.at(`/uslugi/${serviceId}`)], [200, 404, 410])).toEqual([]);
});

it('a part of a plan that another window removed is not lost, and not written back', patience, async () => {
  const app = await openApp();
  const planned = await inScope(app, (scope) => aPlannedCase(scope, 'Usługi opiekuńcze'));
  const goals = app.at(`/praca/sprawy/${planned.caseId}/plan/edycja/cele`);
  const coordinator = app.as('planCoordinator');
  const windows = await open(coordinator, goals);
  const before = await coordinator.get(goals);
  const removed = await before.submit({}, { button: /^Usuń/, form: `[action="${goals}"]` });
  expect(removed.status).toBe(200);
  const late = windows.filter(({ form }) => form.action === goals);
  expect(late).toHaveLength(1);
  expect(await sendAll(late)).toEqual([]);
});

test('a right that was taken away is gone at once, and a session that was ended too', patience, async () => {
  const app = await openApp({ clock: () => Temporal.Now.instant() });
  const userId = await aUser(app.world, { email: 'odebrana@example.org', role: 'frontDesk', centre: centreA });
  const worker = app.as('anonymous');
  const home = await (await worker.get(app.at('/logowanie'))).submit({ email: 'odebrana@example.org', password: testPassword });
  expect(home.path).toBe(app.at('/praca'));
  const windows = await open(worker, app.at('/praca/zgloszenia/nowe'), app.at('/praca/zgloszenia/potrzeba'));
  const administrator = app.as('centreAdministrator');
  const account = app.at(`/praca/uzytkownicy/${userId}`);
  const twice = await open(administrator, account);
  const page = await administrator.get(account);
  await page.submit({}, { form: /odbierz$/ });
  const ownForms = windows.filter(({ form }) => form.action.includes('/praca/'));
  expect(ownForms.length).toBeGreaterThan(1);
  expect(await sendAll(ownForms)).toEqual([]);
  expect(await sendAll(twice.filter(({ form }) => /odbierz$/.test(form.action)))).toEqual([]);
  await (await administrator.get(account)).submit({}, { form: /wyloguj$/ });
  for (const { form } of ownForms) {
    const answer = await worker.send(form.action, { method: 'POST', body: toBody(form, goodBody(form)) });
    expect([303, 401, 403]).toContain(answer.status);
  }
  expect((await worker.get(app.at('/konto'))).path).toMatch(/logowanie/);
});

test('a request that was forgotten in one window is not sent by another', patience, async () => {
  const app = await openApp();
  const visitor = app.as('anonymous');
  const order = await inScope(app, (scope) => anOrderPlaced(scope));
  await answerAll(visitor, app.at, [order.serviceId]);
  const windows = await open(visitor, app.at('/zgloszenie/sprawdz'), app.at('/zgloszenie/dokoncz-pozniej'));
  await visitor.send(app.at('/zgloszenie/zapomnij'), { method: 'POST', body: new URLSearchParams() });
  const before = await readTables(centreA.id);
  for (const { form } of windows.filter(({ form: each }) => /wyslij|dokoncz/.test(each.action))) {
    const response = await visitor.send(form.action, { method: 'POST', body: toBody(form, goodBody(form)) });
    expect(response.status).toBe(303);
    expect((await visitor.get(response.headers.get('location') ?? '')).text).toMatch(/.{20}/);
  }
  expect(changedTables(before, await readTables(centreA.id))).toEqual([]);
});
