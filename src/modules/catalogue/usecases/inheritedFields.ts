import type { CentreScope } from '#platform/http/index.ts';
import type { InheritedFields } from '#platform/module.ts';

/** What some module says to come from elsewhere, of a card and of what is kept beside it. */
export async function findInheritedFields(scope: CentreScope, serviceId: string): Promise<InheritedFields | null> {
  for (const { inheritedFields } of scope.world.modules) {
    const found = await inheritedFields?.(scope, serviceId);
    if (found) return found;
  }
  return null;
}
