import type { World } from '#platform/world.ts';
import { accountsOf } from '../auth/openAccounts.ts';

/** Whose password a code from a letter may set, while it works. Looking does not use it up. */
export async function findOwnerOfCode(world: World, code: string): Promise<{ id: string; email: string; name: string } | undefined> {
  const { internalAdapter } = await accountsOf(world).auth.$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${code}`);
  if (!found || found.expiresAt.getTime() < Date.now()) return undefined;
  const user = await internalAdapter.findUserById(found.value);
  return user ? { id: user.id, email: user.email, name: user.name } : undefined;
}
