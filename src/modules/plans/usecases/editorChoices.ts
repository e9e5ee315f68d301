import type { CentreScope } from '#platform/http/index.ts';
import { getServices, listProviders } from '#modules/catalogue/index.ts';
import { servicesWith, type CaseState } from '#modules/cases/index.ts';

/** What can be chosen in a plan: services the person is qualified for and the centre's providers, names by id. */
export interface EditorChoices {
  readonly services: ReadonlyMap<string, string>;
  readonly providers: ReadonlyMap<string, string>;
}

export async function listChoices(scope: CentreScope, state: CaseState): Promise<EditorChoices> {
  const services = await getServices(scope, servicesWith(state, 'qualified'));
  const providers = await listProviders(scope);
  return {
    services: new Map([...services].map(([id, service]) => [id, service.name])),
    providers: new Map(providers.filter((each) => each.isActive).map((each) => [each.id, each.name])),
  };
}
