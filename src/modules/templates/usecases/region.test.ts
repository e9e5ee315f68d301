import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { getValue } from '#shared/result.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { getService, putService } from '#modules/catalogue/index.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { asOwner, centreA, centreB } from '#tests/support/database.ts';
import { testWorld } from '#tests/support/world.ts';
import { aTemplate, anOffice, nextEdition, seedOffices } from '../testing.ts';
import { adoptTemplate, findStanding } from './adopt.ts';
import { countUse, followTemplates, handDown } from './handDown.ts';
import { listOffered } from './offered.ts';
import { listOwnTemplates, listTemplateUsage, withdrawTemplate } from './writeTemplates.ts';

/** A centre of another voivodeship, and an office of it. */
const abroad: Centre = { ...centreB, id: '0192f5a0-0000-7000-8000-000000000009', slug: 'zagraniczna', teryt: '9802022' };
const office = anOffice(3, 'rops-przykladowe', centreA.teryt);
const otherOffice = anOffice(4, 'rops-inne', abroad.teryt);
const editor = userWithRole('regionalEditor');
const organiser = userWithRole('serviceOrganiser');

beforeAll(() => asOwner((client) => seedOffices(client, [office, otherOffice, abroad])));

/** Works in one committed transaction of a tenant. */
async function inTenant<T>(centre: Centre, work: (scope: CentreScope) => Promise<T>): Promise<T> {
  const world = await testWorld();
  const actor = centre.kind === 'regionalOffice' ? editor : organiser;
  return inCentre(world.database, centre.id, (tx) =>
    work(makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' })),
  );
}
const offered = (centre: Centre) =>
  inTenant(centre, async (scope) => (await listOffered(scope, { typed: '', limit: 99 })).templates.map(({ name }) => name));
/** What the queue holds, as [task, centre]. */
const queue = () =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ task: string; payload: { centreId: string } }>(
      `select t.identifier as task, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier like 'templates.%' order by j.id`,
    );
    await client.query('delete from graphile_worker._private_jobs');
    return rows.map(({ task, payload }) => [task, payload.centreId] as const);
  });

describe('a regional office', () => {
  let templateId: string;
  let serviceId: string;

  test('hands a template down to centres of its voivodeship and to nobody else', async () => {
    templateId = await inTenant(office, (scope) => aTemplate(scope, 'Usługi opiekuńcze'));
    expect(await offered(centreA)).toEqual(['Usługi opiekuńcze']);
    expect(await offered(centreB)).toEqual(['Usługi opiekuńcze']);
    expect(await offered(abroad)).toEqual([]);
    expect(await offered(otherOffice)).toEqual([]);
    expect(await queue()).toEqual([['templates.handDown', office.id]]);
    expect(await inTenant(office, (scope) => handDown(scope))).toBe(2);
    expect((await queue()).toSorted()).toEqual([
      ['templates.follow', centreA.id],
      ['templates.follow', centreB.id],
    ]);
  });

  test('sees counts of centres that use it, never which services', async () => {
    serviceId = await inTenant(centreA, async (scope) => {
      const id = await aService(scope, 'Opieka w domu');
      const tie = { number: 1, adoptionVersion: 0, detached: [], followsItself: true };
      getValue(await adoptTemplate(scope, { ...tie, serviceId: id, templateId, seen: 1 }));
      await countUse(scope);
      return id;
    });
    const usage = await inTenant(office, (scope) => listTemplateUsage(scope, templateId));
    expect(usage).toMatchObject([{ adopterName: centreA.displayName, services: 1, behind: 0, drifted: 0, following: 1 }]);
    expect(JSON.stringify(usage)).not.toContain(serviceId);
    await expect(inTenant(otherOffice, (scope) => listTemplateUsage(scope, templateId))).rejects.toThrow();
    // The other centre's counts are not for its neighbours.
    const seen = await inTenant(centreB, async ({ tx }) => (await sql`select * from templates.usage`.execute(tx.db)).rows);
    expect(seen).toEqual([]);
  });

  test('has drift counted after whatever changes the card', async () => {
    await queue();
    await inTenant(centreA, async (scope) => {
      const card = await getService(scope, serviceId);
      const { version: _, providerId: __, createdAt: ___, updatedAt: ____, revision: _____, ...record } = card;
      await putService(scope, { ...record, summary: 'Wczytane z pliku' });
    });
    expect(await queue()).toContainEqual(['templates.count', centreA.id]);
    await inTenant(centreA, countUse);
    expect(await inTenant(office, (scope) => listTemplateUsage(scope, templateId))).toMatchObject([
      { services: 1, drifted: 1, following: 0 },
    ]);
    await inTenant(centreA, async (scope) => {
      const standing = await findStanding(scope, serviceId);
      const tie = { number: 1, adoptionVersion: standing?.adoption.version ?? 0, detached: [], followsItself: true };
      getValue(await adoptTemplate(scope, { ...tie, serviceId, templateId, seen: standing?.service.version ?? 0 }));
    });
  });

  test('brings services up to date by job, once', async () => {
    await inTenant(office, (scope) => nextEdition(scope, templateId, { fields: { summary: 'Druga wersja' } }));
    expect(await inTenant(centreA, (scope) => followTemplates(scope))).toBe(1);
    expect(await inTenant(centreA, (scope) => followTemplates(scope))).toBe(0);
    expect(await inTenant(centreA, (scope) => getService(scope, serviceId))).toMatchObject({ summary: 'Druga wersja', version: 5 });
    expect(await inTenant(office, listOwnTemplates)).toMatchObject([{ services: 1, behind: 0, number: 2 }]);
  });

  test('withdraws: services keep the text, others are not offered it', async () => {
    expect(await inTenant(office, (scope) => withdrawTemplate(scope, templateId))).toBe(true);
    expect(await inTenant(centreA, (scope) => findStanding(scope, serviceId))).toMatchObject({ isWithdrawn: true });
    expect(await offered(centreB)).toEqual([]);
    expect(await offered(centreA)).toEqual(['Usługi opiekuńcze']);
  });
});

describe('a centre’s own standard', () => {
  test('is seen by that centre alone', async () => {
    await inTenant(centreB, (scope) => aTemplate(scope, 'Nasze kluby'));
    expect(await offered(centreB)).toEqual(['Nasze kluby']);
    for (const other of [centreA, abroad]) expect(await offered(other)).not.toContain('Nasze kluby');
    expect(await inTenant(office, async ({ tx }) => (await sql`select name from templates.published`.execute(tx.db)).rows)).toEqual([
      { name: 'Usługi opiekuńcze' },
    ]);
  });
});

describe('attacks', () => {
  const someone = '0192f5a0-0000-7000-8000-0000000000aa';
  const refused = /row-level security|permission denied/;
  /** Tries a statement in a tenant's transaction. */
  const attempt = (centre: Centre, statement: string) => inTenant(centre, ({ tx }) => sql.raw(statement).execute(tx.db));
  const published = (publisher: string, voivodeship: string | null) => `
    insert into templates.published (publisher_id, template_id, voivodeship, publisher_name, name, folded_name, number, published_at)
    values ('${publisher}', '${someone}', ${voivodeship === null ? 'null' : `'${voivodeship}'`}, 'x', 'x', 'x', 1, now())`;

  test.each([
    ['a centre that speaks for its voivodeship', centreA, published(centreA.id, '99')],
    ['a centre that speaks for its office', centreA, published(office.id, '99')],
    ['an office that speaks for another voivodeship', office, published(office.id, '98')],
    ['an office that hides what it publishes', office, published(office.id, null)],
    ['a centre that withdraws what is not its own', centreA, `update templates.edition set name = 'x'`],
    ['an office that changes what it has published', office, `update templates.edition set note = 'x'`],
    ['an office that removes what it has published', office, `delete from templates.edition`],
    ['an office that removes a template others use', office, `delete from templates.published`],
  ])('%s is refused', async (_, centre, statement) => {
    await expect(attempt(centre, statement)).rejects.toThrow(refused);
  });

  test('nobody changes what another publishes, nor counts where nothing is to be read', async () => {
    const change = `update templates.published set name = 'cudze' where publisher_id = '${office.id}'`;
    for (const centre of [centreA, abroad, otherOffice]) expect((await attempt(centre, change)).numAffectedRows).toBe(0n);
    const { rows } = await asOwner(async (client) => {
      await client.query(`set okienko.centre_id = '${office.id}'`);
      return client.query<{ template_id: string }>('select template_id from templates.published');
    });
    const count = (adopter: string) => `insert into templates.usage values
      ('${adopter}', '${office.id}', '${rows[0]?.template_id ?? ''}', 'x', 9, 9, 9, now())`;
    await expect(attempt(abroad, count(abroad.id))).rejects.toThrow(refused);
    await expect(attempt(abroad, count(centreB.id))).rejects.toThrow(refused);
    await attempt(centreB, count(centreB.id));
  });

  test('a centre does not leave its voivodeship by a setting of the transaction', async () => {
    const seen = await inTenant(abroad, async ({ tx }) => {
      await sql`select set_config('okienko.centre_id', '', true)`.execute(tx.db);
      return (await sql`select * from templates.edition`.execute(tx.db)).rows;
    });
    expect(seen).toEqual([]);
  });
});
