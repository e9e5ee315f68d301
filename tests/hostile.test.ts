import { beforeAll, expect, it } from 'vitest';
import { findCentre, type Centre } from '#platform/http/index.ts';
import { loadDemo } from '#modules/demo/index.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { parseHtml } from '#tests/support/parse.ts';
import {
  badlyTyped,
  forgedBodies,
  goodBody,
  listForms,
  plausible,
  toBody,
  typedBadly,
  type Entries,
  type FoundForm,
} from './hostile/bodies.ts';
import { crawl, doorAt, shapeOf, type Crawled, type Found, type Sight } from './hostile/crawl.ts';
import { column, listWalkers } from './hostile/everybody.ts';
import { changedTables, countRows, faultsOf } from './hostile/judge.ts';

// Everybody walks through a centre of the demonstration; every form that somebody meets is sent with all that can go
// wrong. Nothing may break, be lost, be done twice or be shown to the wrong people.

const slug = 'solec-kujawski';
/** Some minutes on a quiet machine, many on a busy one. */
const patience = { timeout: 1_500_000 };
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
it('everybody can walk through the whole centre', patience, async () => {
  for (const walker of await listWalkers(app, centre)) await crawl(walker, slug, crawled);
  expect([...new Set(crawled.faults)]).toEqual([]);
  expect(crawled.visited.size).toBeGreaterThan(80);
  expect(crawled.forms.size).toBeGreaterThan(100);
});

/** What is attacked now: the form as somebody sees it. */
interface Target {
  readonly form: FoundForm;
  readonly sight: Sight;
}

/** Cookies of the visitor who found the form, in the hands of somebody whose attempts were not counted yet. */
async function post({ form, sight }: Target, entries: Entries): Promise<Response> {
  const names = ['okienko_request', 'okienko_case', 'okienko_link'];
  const cookie = names.flatMap((name) => (sight.visitor.cookie(name) ? [`${name}=${sight.visitor.cookie(name)}`] : [])).join('; ');
  const visitor = app.as(sight.visitor.actor, { centre });
  submissions += 1;
  const response = await visitor.send(form.action, { method: 'POST', body: toBody(form, entries), ...(cookie && { headers: { cookie } }) });
  answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
  return response;
}

/** The form as a page shows it now, best with the same questions, or as it was when no page shows it any more. */
async function seenNow(found: Found): Promise<Target> {
  let alike: Target | undefined;
  for (const sight of found.seen) {
    const response = await sight.visitor.send(sight.path);
    if (response.status !== 200) continue;
    const forms = listForms(parseHtml(await response.text()), new URL(sight.path, app.world.publicUrl));
    const ofDoor = forms.filter((each) => doorAt('POST', each.action)?.name === found.door.name);
    const same = ofDoor.find((each) => shapeOf(each) === found.shape);
    if (same) return { form: same, sight };
    if (ofDoor[0]) alike ??= { form: ofDoor[0], sight };
  }
  return alike ?? { form: found.form, sight: found.seen[0] as Sight };
}

async function attack(found: Found): Promise<string[]> {
  const faults: string[] = [];
  let target = await seenNow(found);
  const tell = (what: string, wrong: readonly string[]) =>
    faults.push(...wrong.map((each) => `${found.door.name} (${target.sight.who}, ${target.sight.path}) ${what}: ${each}`));
  const send = async (what: string, entries: Entries) => {
    const response = await post(target, entries);
    tell(what, await faultsOf(response.clone(), target.form, entries));
    if (response.status === 303) target = await seenNow(found);
    return response;
  };

  for (const [what, typed] of Object.entries(typedBadly)) {
    await send(what, badlyTyped(target.form, typed, what === 'empty'));
    // One bad answer among good ones goes further than all bad ones.
    const texts = target.form.fields.filter((field) => field.kind === 'text').slice(0, 2);
    if (texts.length > 1 && what !== 'empty')
      for (const one of texts)
        await send(
          `${what} in ${one.name}`,
          badlyTyped(target.form, (field) => (field.name === one.name ? typed(field) : plausible(field)), false),
        );
  }
  for (const [what, entries] of Object.entries(forgedBodies(target.form, foreignId))) {
    const { status } = await send(what, entries);
    if (what === 'no key' && found.door.door.repeatable === undefined && status !== 400 && status !== 403 && status !== 404)
      tell(what, [`answered ${status}`]);
  }

  target = await seenNow(found);
  const sentForm = target.form;
  const body = goodBody(sentForm);
  const first = await post(target, body);
  tell('plausible', await faultsOf(first.clone(), sentForm, body));
  const before = await countRows(centre.id);
  const second = await post(target, body);
  tell('the same again', await faultsOf(second.clone(), sentForm, body));
  if (!found.door.door.repeatable) {
    if (first.status === 303 && (second.status !== 303 || second.headers.get('location') !== first.headers.get('location')))
      tell('the same again', [
        `answered ${second.status} ${second.headers.get('location') ?? ''}, not ${first.headers.get('location') ?? ''}`,
      ]);
    const other = body.map(([name, value]): [string, string] => [name, name.startsWith('_') ? value : `${value} inaczej`]);
    const third = await post(target, other);
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

it('every form withstands whatever is sent', patience, async () => {
  const faults: string[] = [];
  const theirs = await countRows((await opened('zyrardow')).id);
  for (const found of crawled.forms.values()) faults.push(...(await attack(found)));
  expect(changedTables(theirs, await countRows((await opened('zyrardow')).id)), 'rows of another centre').toEqual([]);
  const statuses = [...answers].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}×${times}`);
  process.stdout.write(
    `hostile: ${crawled.visited.size} doors, ${crawled.forms.size} forms, ${submissions} submissions (${statuses.join(' ')})\n`,
  );
  expect(faults).toEqual([]);
  expect(submissions).toBeGreaterThan(2200);
  expect(answers.get(422)).toBeGreaterThan(300);
});

it('what was accepted is shown unharmed afterwards', patience, async () => {
  const faults: string[] = [];
  for (const { who, visitor, path } of crawled.pages) {
    const response = await visitor.send(path);
    if (response.status >= 500) faults.push(`${who}: ${path} answers ${response.status}`);
    if ((await response.text()).includes('<script>alert(1)')) faults.push(`${who}: ${path} runs the script`);
  }
  expect(faults).toEqual([]);
});
