import { getValue } from '#shared/result.ts';
import { createUser, giveRole } from '#modules/accounts/index.ts';
import { addProvider, listProviders } from '#modules/catalogue/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { demoPassword, type DemoCentre, type DemoStaff } from '../scenarios/people.ts';

/** Who is who in a demonstration centre: ids by role, and its two invented providers. */
export interface DemoCast {
  readonly staff: ReadonlyMap<DemoStaff['role'], DemoStaff & { readonly userId: string }>;
  readonly providerId: string;
  readonly secondProviderId: string;
}

/** Makes the accounts and providers of a demonstration centre that are missing; a second time it changes nothing. */
export async function makeAccounts(scope: CentreScope, centre: DemoCentre): Promise<DemoCast> {
  // Passwords are hashed beside the transaction, several at once: that is what takes time here.
  const made = await Promise.all(
    centre.staff.map(async (member) => {
      const user = getValue(await createUser(scope.world, { email: member.email, name: member.name, password: demoPassword }));
      return { ...member, userId: user.userId };
    }),
  );
  const providerId = await providerNamed(scope, centre.provider);
  const secondProviderId = await providerNamed(scope, centre.secondProvider);
  for (const { userId, role } of made) {
    const isOfProvider = role === 'providerManager' || role === 'providerWorker';
    getValue(await giveRole(scope, { userId, role, providerId: isOfProvider ? providerId : null }));
  }
  return { staff: new Map(made.map((member) => [member.role, member])), providerId, secondProviderId };
}

async function providerNamed(scope: CentreScope, { name, email, phone }: DemoCentre['provider']): Promise<string> {
  const known = (await listProviders(scope)).find((provider) => provider.name === name);
  return known?.id ?? addProvider(scope, { name, kind: 'social-enterprise', email, phone });
}
