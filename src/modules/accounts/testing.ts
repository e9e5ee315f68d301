import { getValue } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { createUser } from './usecases/createUser.ts';
import { giveRole } from './usecases/giveRole.ts';

export const testPassword = 'czerwony rower na dachu';

/** An account with a password and a role in a centre, kept in the database of the test file. */
export async function aUser(
  world: World,
  { email, name = 'Irena Testowa', role, centre }: { email: string; name?: string; role?: Role; centre: Centre },
): Promise<string> {
  const { userId } = getValue(await createUser(world, { email, name, password: testPassword }));
  if (role)
    await inCentre(world.database, centre.id, async (tx) => {
      const scope = makeScope({
        world,
        tx,
        centre,
        actor: { kind: 'system', task: 'test' },
        now: world.clock(),
        lang: 'pl',
        door: 'test',
        requestId: 'test',
      });
      getValue(await giveRole(scope, { userId, role }));
    });
  return userId;
}
