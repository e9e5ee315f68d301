import { ok, refuse, type Result } from '#shared/result.ts';
import type { World } from '#platform/world.ts';
import { accountsOf } from '../auth/openAccounts.ts';
import { passwordFault, type PasswordFault } from '../domain/password.ts';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Without one the person sets it by a link from a letter, or signs in by a link each time. */
  readonly password?: string | undefined;
}

/**
 * Makes an account that belongs to no centre yet. An address that has one already gives that one back
 * (`isNew` false) and changes nothing in it.
 */
export async function createUser(
  world: World,
  { email, name, password }: NewAccount,
): Promise<Result<{ userId: string; isNew: boolean }, PasswordFault>> {
  const { auth } = accountsOf(world);
  const address = email.trim().toLowerCase();
  const fault = password === undefined ? null : passwordFault(password.normalize('NFC'), { email: address, name });
  if (fault) return refuse(fault);
  const { internalAdapter, password: hasher } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(address);
  if (found) return ok({ userId: found.user.id, isNew: false });
  const user = await internalAdapter.createUser(
    { email: address, name: name.trim(), emailVerified: password !== undefined },
    { method: 'admin' },
  );
  if (password !== undefined) {
    const hash = await hasher.hash(password.normalize('NFC'));
    await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash });
  }
  return ok({ userId: user.id, isNew: true });
}
