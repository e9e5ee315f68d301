import type { CentreScope } from '#platform/http/index.ts';

/** What other modules hold of services, in words, by id; services that nobody holds are missing. */
export async function tellUses(scope: CentreScope, serviceIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const told = new Map<string, string[]>();
  for (const module of scope.world.modules) {
    for (const [id, words] of (await module.tellUses?.(scope, serviceIds)) ?? []) told.set(id, [...(told.get(id) ?? []), words]);
  }
  return told;
}
