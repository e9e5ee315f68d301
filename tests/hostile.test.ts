import { JSDOM } from 'jsdom';
import { beforeAll, expect, it } from 'vitest';
import type { Role } from '#shared/roles.ts';
import { findCentre, type Centre } from '#platform/http/index.ts';
import { loadDemo } from '#modules/demo/index.ts';
import { answerAll } from '#modules/requests/testing.ts';
import { userWithRole, type Who } from '#tests/support/actors.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { asOwner } from '#tests/support/database.ts';
import {
  badlyTyped,
  forgedBodies,
  goodBody,
  plausible,
  readFound,
  toBody,
  typedBadly,
  type Entries,
  type FoundForm,
} from './hostile/bodies.ts';
import { crawl, doorAt, type Crawled, type Found } from './hostile/crawl.ts';
import { changedTables, countRows, faultsOf } from './hostile/judge.ts';

// Everybody walks through a centre of the demonstration; every form that somebody meets is sent with all that can go
// wrong. Nothing may break, be lost, be done twice or be shown to the wrong people.

const everyRole = [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'director',
  'providerManager',
  'providerWorker',
  'centreAdministrator',
  'dataProtectionOfficer',
] as const satisfies readonly Role[];
const slug = 'solec-kujawski';
const crawled: Crawled = { forms: new Map(), visited: new Map(), pages: [], faults: [] };
let app: TestApp;
let centre: Centre;
let foreignId: string;
let submissions = 0;
const answers = new Map<number, number>();

beforeAll(async () => {
  app = await openApp();
  await loadDemo(app.world, () => undefined);
  centre = await opened(slug);
  foreignId = (await column((await opened('zyrardow')).id, 'select id as value from cases.record where is_open limit 1'))[0] ?? '';
}, 600_000);

async function opened(wanted: string): Promise<Centre> {
  const found = await findCentre(app.world.database, wanted);
  if (!found) throw new Error(`${wanted} is not open`);
  return found;
}
/** The column `value` of a question that is asked behind the product's back. */
function column(centreId: string, question: string): Promise<string[]> {
  return asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreId}'`);
    return (await client.query<{ value: string }>(question)).rows.map((row) => row.value);
  });
}

/** Everybody, with the ids of the demonstration's own accounts, so that rows belong to them. */
async function everybody(): Promise<[string, Who][]> {
  const memberships = await column(
    centre.id,
    `select json_build_object('role', role, 'userId', user_id, 'providerId', provider_id)::text as value from accounts.membership where ended_at is null`,
  );
  const members = memberships.map((each) => JSON.parse(each) as { role: string; userId: string; providerId: string | null });
  const cases = await column(
    centre.id,
    'select id as value from cases.record where person_id is not null order by is_open desc, opened_at limit 2',
  );
  const staff = everyRole.map((role): [string, Who] => {
    const own = members.find((each) => each.role === role);
    return [role, userWithRole(role, { ...(own && { userId: own.userId }), ...(own?.providerId && { providerId: own.providerId }) })];
  });
  return [['anonymous', 'anonymous'], ...staff, ...cases.map((caseId): [string, Who] => ['caseHolder', { kind: 'caseHolder', caseId }])];
}

it('everybody can walk through the whole centre', { timeout: 600_000 }, async () => {
  for (const [name, who] of await everybody()) {
    const visitor = app.as(who, { centre });
    if (name === 'anonymous') {
      const [service = ''] = await column(centre.id, 'select id as value from catalogue.service limit 1');
      await answerAll(visitor, (path) => app.at(path, centre), [service]);
    }
    await crawl(name, visitor, slug, crawled);
  }
  expect([...new Set(crawled.faults)]).toEqual([]);
  expect(crawled.visited.size).toBeGreaterThan(60);
  expect(crawled.forms.size).toBeGreaterThan(50);
});

/** Cookies of the visitor who found the form, in the hands of somebody whose attempts were not counted yet. */
async function post(found: Found, form: FoundForm, entries: Entries): Promise<Response> {
  const names = ['okienko_request', 'okienko_case', 'okienko_link'];
  const cookie = names.flatMap((name) => (found.visitor.cookie(name) ? [`${name}=${found.visitor.cookie(name)}`] : [])).join('; ');
  const visitor = app.as(found.visitor.actor, { centre });
  submissions += 1;
  const response = await visitor.send(form.action, { method: 'POST', body: toBody(form, entries), ...(cookie && { headers: { cookie } }) });
  answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
  return response;
}

/** The form as its page shows it now, or as it was when no page shows it any more. */
async function seenNow(found: Found): Promise<FoundForm> {
  for (const path of found.pages) {
    const response = await found.visitor.send(path);
    if (response.status !== 200) continue;
    const { window } = new JSDOM(await response.text());
    const forms = [...window.document.forms].map((each) => readFound(each, new URL(path, app.world.publicUrl)));
    window.close();
    const same = forms.find((each) => doorAt('POST', each.action)?.name === found.door.name);
    if (same) return same;
  }
  return found.form;
}

async function attack(found: Found): Promise<string[]> {
  const faults: string[] = [];
  const tell = (what: string, wrong: readonly string[]) =>
    faults.push(...wrong.map((each) => `${found.door.name} (${found.who}, ${found.pages[0] ?? ''}) ${what}: ${each}`));
  let form = await seenNow(found);
  const send = async (what: string, entries: Entries) => {
    const response = await post(found, form, entries);
    tell(what, await faultsOf(response.clone(), form, entries));
    if (response.status === 303) form = await seenNow(found);
    return response;
  };

  for (const [what, typed] of Object.entries(typedBadly)) {
    await send(what, badlyTyped(form, typed, what === 'empty'));
    // One bad answer among good ones goes further than all bad ones.
    const texts = form.fields.filter((field) => field.kind === 'text').slice(0, 2);
    if (texts.length > 1 && what !== 'empty')
      for (const one of texts)
        await send(
          `${what} in ${one.name}`,
          badlyTyped(form, (field) => (field.name === one.name ? typed(field) : plausible(field)), false),
        );
  }
  for (const [what, entries] of Object.entries(forgedBodies(form, foreignId))) {
    const { status } = await send(what, entries);
    if (what === 'no key' && found.door.door.repeatable === undefined && status !== 400 && status !== 403 && status !== 404)
      tell(what, [`answered ${status}`]);
  }

  form = await seenNow(found);
  const body = goodBody(form);
  const sentForm = form;
  const first = await post(found, sentForm, body);
  tell('plausible', await faultsOf(first.clone(), sentForm, body));
  const before = await countRows(centre.id);
  const second = await post(found, sentForm, body);
  tell('the same again', await faultsOf(second.clone(), sentForm, body));
  if (!found.door.door.repeatable) {
    if (first.status === 303 && (second.status !== 303 || second.headers.get('location') !== first.headers.get('location')))
      tell('the same again', [
        `answered ${second.status} ${second.headers.get('location') ?? ''}, not ${first.headers.get('location') ?? ''}`,
      ]);
    const other = body.map(([name, value]): [string, string] => [name, name.startsWith('_') ? value : `${value} inaczej`]);
    const third = await post(found, sentForm, other);
    tell('the same key with other answers', await faultsOf(third, sentForm, other));
    if (first.status === 303 && other.some(([name]) => !name.startsWith('_')) && third.status !== 409)
      tell('the same key with other answers', [`answered ${third.status}, not 409`]);
    if (first.status === 303)
      tell(
        'sent three times',
        changedTables(before, await countRows(centre.id)).map((table) => `changed ${table}`),
      );
  }
  return faults;
}

it('every form withstands whatever is sent', { timeout: 600_000 }, async () => {
  const faults: string[] = [];
  const theirs = await countRows((await opened('zyrardow')).id);
  for (const found of crawled.forms.values()) faults.push(...(await attack(found)));
  expect(changedTables(theirs, await countRows((await opened('zyrardow')).id)), 'rows of another centre').toEqual([]);
  const statuses = [...answers].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}×${times}`);
  process.stdout.write(
    `hostile: ${crawled.visited.size} doors, ${crawled.forms.size} forms, ${submissions} submissions (${statuses.join(' ')})\n`,
  );
  expect(faults).toEqual([]);
  expect(submissions).toBeGreaterThan(1200);
  expect(answers.get(422)).toBeGreaterThan(300);
});

it('what was accepted is shown unharmed afterwards', { timeout: 600_000 }, async () => {
  const faults: string[] = [];
  for (const { who, visitor, path } of crawled.pages) {
    const response = await visitor.send(path);
    if (response.status >= 500) faults.push(`${who}: ${path} answers ${response.status}`);
    if ((await response.text()).includes('<script>alert(1)')) faults.push(`${who}: ${path} runs the script`);
  }
  expect(faults).toEqual([]);
});
