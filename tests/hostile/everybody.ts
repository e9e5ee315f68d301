import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '#shared/roles.ts';
import type { Centre } from '#platform/http/index.ts';
import { newId } from '#shared/uuid.ts';
import { answerAll } from '#modules/requests/testing.ts';
import { userWithRole, type Who } from '#tests/support/actors.ts';
import type { TestApp, Visitor } from '#tests/support/app.ts';
import { asOwner } from '#tests/support/database.ts';

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

/** Somebody who walks through a centre. */
export interface Walker {
  readonly name: string;
  readonly visitor: Visitor;
  /** Where they begin beside, or instead of, the doors that everybody knows. */
  readonly from: readonly string[];
  readonly knowsDoors: boolean;
}

/** The column `value` of a question that is asked behind the product's back. */
export function column(centreId: string, question: string, values: readonly unknown[] = []): Promise<string[]> {
  return asOwner(async (client: pg.Client) => {
    await client.query(`set okienko.centre_id = '${centreId}'`);
    return (await client.query<{ value: string }>(question, [...values])).rows.map((row) => row.value);
  });
}

/** Everybody who works in the centre, with a case in each state before them, and everybody who carries a code or a link. */
export async function listWalkers(app: TestApp, centre: Centre): Promise<Walker[]> {
  const memberships = await column(
    centre.id,
    `select json_build_object('role', role, 'userId', user_id, 'providerId', provider_id)::text as value from accounts.membership where ended_at is null`,
  );
  const members = memberships.map((each) => JSON.parse(each) as { role: string; userId: string; providerId: string | null });
  const at = (path: string) => app.at(path, centre);
  const as = (who: Who) => app.as(who, { centre });
  const caseIds = await column(
    centre.id,
    'select distinct on (status) id as value from cases.record where person_id is not null order by status, opened_at desc',
  );
  const staff = everyRole.map((role): Walker => {
    // Rows of the demonstration belong to its own accounts.
    const own = members.find((each) => each.role === role);
    const who = userWithRole(role, { ...(own && { userId: own.userId }), ...(own?.providerId && { providerId: own.providerId }) });
    const from = /^provider|Administrator$|Officer$/.test(role) ? [] : caseIds.map((id) => at(`/praca/sprawy/${id}`));
    return { name: role, visitor: as(who), from, knowsDoors: true };
  });
  const holders = caseIds.map((caseId): Walker => {
    return { name: 'caseHolder', visitor: as({ kind: 'caseHolder', caseId }), from: [at('/moja-sprawa')], knowsDoors: false };
  });
  return [await anybody(app, centre), ...staff, ...holders, ...(await bearers(app, centre))];
}

/** Nobody in particular: with a request half told, and the links of letters to new and forgetful people. */
async function anybody(app: TestApp, centre: Centre): Promise<Walker> {
  const visitor = app.as('anonymous', { centre });
  const at = (path: string) => app.at(path, centre);
  const [service = ''] = await column(centre.id, 'select id as value from catalogue.service limit 1');
  await answerAll(visitor, at, [service]);
  const [address = ''] = await column(
    centre.id,
    `select u.email as value from accounts."user" u join accounts.membership m on m.user_id = u.id where m.ended_at is null limit 1`,
  );
  for (const door of ['/logowanie/link', '/logowanie/nowe-haslo'])
    await visitor.send(at(door), { method: 'POST', body: new URLSearchParams({ email: address }) });
  const letters = await column(
    centre.id,
    `select body as value from platform.letter where body like '%/logowanie/%' order by id desc limit 20`,
  );
  const links = letters.flatMap((body) => /https?:\/\/[^/\s]+(\/\S*\/logowanie\/\S+)/.exec(body)?.[1] ?? []);
  return { name: 'anonymous', visitor, from: links, knowsDoors: true };
}

/** Those who answer orders by links of letters: for orders in every state, with links that hold and links that are over. */
async function bearers(app: TestApp, centre: Centre): Promise<Walker[]> {
  const orders = await column(
    centre.id,
    `select id || ' ' || status as value from (select id, status, row_number() over (partition by status order by placed_at desc) as n
       from orders.record) r where n <= 2 order by n, status`,
  );
  const walkers: Walker[] = [];
  const seen = new Set<string>();
  for (const order of orders) {
    const [orderId = '', status = ''] = order.split(' ');
    const token = randomBytes(24).toString('base64url');
    // The second order of a state has a link that is too old, but two requests are there to be answered.
    const life = seen.has(status) && status !== 'requested' ? { hours: -1 } : { hours: 48 };
    seen.add(status);
    await column(
      centre.id,
      `insert into orders.link (centre_id, id, order_id, token_hash, created_at, expires_at)
       values ($1, $2, $3, $4, now(), $5) returning id as value`,
      [centre.id, newId(), orderId, createHash('sha256').update(token).digest('base64url'), app.world.clock().add(life).toString()],
    );
    const from = [app.at(`/odpowiedz/${token}`, centre)];
    walkers.push({ name: `bearer of a link (${status})`, visitor: app.as('anonymous', { centre }), from, knowsDoors: false });
  }
  return walkers;
}
