import { refuse, ok, type Result } from '#shared/result.ts';
import { roles, type Role } from '#shared/roles.ts';
import { inCentre } from '#platform/db/index.ts';
import { findCentre, makeScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import type { PasswordFault } from '../domain/password.ts';
import { createUser } from './createUser.ts';
import { giveRole } from './giveRole.ts';
import { sendInvitation } from './invite.ts';

export interface NewUserOfCentre {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly centreSlug: string;
  readonly password?: string | undefined;
}

export type UserRefusal = PasswordFault | 'no-such-centre' | 'no-such-role' | 'provider-missing' | 'not-an-email';

/**
 * Makes an account with a role in a centre, for whoever runs the installation. Without a password the person gets a
 * letter with a link to set one.
 */
export async function makeUserOfCentre(world: World, input: NewUserOfCentre): Promise<Result<{ id: string; email: string }, UserRefusal>> {
  const role = roles.find((each) => each === input.role) as Role | undefined;
  if (!role) return refuse('no-such-role');
  const email = input.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return refuse('not-an-email');
  const centre = await findCentre(world.database, input.centreSlug);
  if (!centre) return refuse('no-such-centre');
  if (role === 'providerManager' || role === 'providerWorker') return refuse('provider-missing');
  const made = await createUser(world, { ...input, email });
  if (!made.ok) return made;
  await inCentre(world.database, centre.id, async (tx) => {
    const actor = { kind: 'system', task: 'user create' } as const;
    const scope = makeScope({
      world,
      tx,
      centre,
      actor,
      now: world.clock(),
      lang: 'pl',
      door: 'okienko user create',
      requestId: 'command line',
    });
    await giveRole(scope, { userId: made.value.userId, role });
    if (made.value.isNew && input.password === undefined)
      await sendInvitation(scope, { userId: made.value.userId, email, name: input.name, role });
  });
  return ok({ id: made.value.userId, email });
}
