import type { Role } from '#shared/roles.ts';
import { newId } from '#shared/uuid.ts';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';

interface MemberTables {
  'accounts.membership': {
    centreId: string;
    id: string;
    userId: string;
    role: Role;
    providerId: string | null;
    createdAt: Temporal.Instant;
    endedAt: Temporal.Instant | null;
  };
  'accounts.user': { id: string; name: string; email: string; twoFactorEnabled: boolean };
}

/** One role of one person in the centre of the transaction. */
export interface Membership {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
  readonly providerId: string | null;
  readonly createdAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}
/** A person of the centre as colleagues see them. */
export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
}

/** Current roles of a person in the centre of the transaction, oldest first. */
export function listRolesOf(tx: CentreTx, userId: string): Promise<Membership[]> {
  return tablesOf<MemberTables>(tx)
    .selectFrom('accounts.membership')
    .select(['id', 'userId', 'role', 'providerId', 'createdAt', 'endedAt'])
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
/** All roles a person has or had in the centre, newest first. */
export function listMemberships(tx: CentreTx, userId: string): Promise<Membership[]> {
  return tablesOf<MemberTables>(tx)
    .selectFrom('accounts.membership')
    .select(['id', 'userId', 'role', 'providerId', 'createdAt', 'endedAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Gives a role; a role held already stays as it is. True when it is new. */
export async function insertMembership(
  tx: CentreTx,
  given: { userId: string; role: Role; providerId: string | null; at: Temporal.Instant },
): Promise<boolean> {
  const done = await tablesOf<MemberTables>(tx)
    .insertInto('accounts.membership')
    .values({
      centreId: tx.centreId,
      id: newId(),
      userId: given.userId,
      role: given.role,
      providerId: given.providerId,
      createdAt: given.at,
      endedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
}
/** Ends a role from now on. The person it belonged to, or undefined when there is no such current role. */
export async function endMembership(tx: CentreTx, id: string, at: Temporal.Instant): Promise<{ userId: string; role: Role } | undefined> {
  return tablesOf<MemberTables>(tx)
    .updateTable('accounts.membership')
    .set({ endedAt: at })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning(['userId', 'role'])
    .executeTakeFirst();
}
/** People who hold a role now, for one provider if it is told, by name. */
export async function listHolders(tx: CentreTx, role: Role, providerId?: string): Promise<Member[]> {
  let query = tablesOf<MemberTables>(tx)
    .selectFrom('accounts.user as u')
    .innerJoin('accounts.membership as m', 'm.userId', 'u.id')
    .select(['u.id as userId', 'u.name', 'u.email', 'u.twoFactorEnabled as hasSecondFactor'])
    .where('m.role', '=', role)
    .where('m.endedAt', 'is', null)
    .groupBy(['u.id', 'u.name', 'u.email', 'u.twoFactorEnabled']);
  if (providerId !== undefined) query = query.where('m.providerId', '=', providerId);
  const rows = await query.execute();
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'pl'));
}
/** Everybody who has or had a role in the centre, with their current roles, by name. */
export async function listMembers(tx: CentreTx): Promise<(Member & { readonly roles: readonly Role[] })[]> {
  const rows = await tablesOf<MemberTables>(tx)
    .selectFrom('accounts.user as u')
    .innerJoin('accounts.membership as m', 'm.userId', 'u.id')
    .select(['u.id as userId', 'u.name', 'u.email', 'u.twoFactorEnabled as hasSecondFactor', 'm.role', 'm.endedAt'])
    .orderBy('m.createdAt')
    .execute();
  const people = new Map<string, Member & { roles: Role[] }>();
  for (const { role, endedAt, ...member } of rows) {
    const person = people.get(member.userId) ?? { ...member, roles: [] };
    if (endedAt === null) person.roles.push(role);
    people.set(member.userId, person);
  }
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'pl'));
}
/** A person of the centre; undefined for anybody who never had a role here. */
export async function findMember(tx: CentreTx, userId: string): Promise<Member | undefined> {
  return tablesOf<MemberTables>(tx)
    .selectFrom('accounts.user')
    .select(['id as userId', 'name', 'email', 'twoFactorEnabled as hasSecondFactor'])
    .where('id', '=', userId)
    .executeTakeFirst();
}
/** Names of people of the centre by id; people never seen here are left out. */
export async function listNames(tx: CentreTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tablesOf<MemberTables>(tx)
    .selectFrom('accounts.user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Those of the providers for whom somebody works, or once did. */
export async function listProvidersWithMembers(tx: CentreTx, providerIds: readonly string[]): Promise<string[]> {
  const rows = await tablesOf<MemberTables>(tx)
    .selectFrom('accounts.membership')
    .select('providerId')
    .distinct()
    .where('providerId', 'in', [...providerIds])
    .execute();
  return rows.flatMap(({ providerId }) => providerId ?? []);
}
