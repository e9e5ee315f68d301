import { listServices } from '#modules/catalogue/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { DemoCentre } from '../scenarios/people.ts';
import { residentOf } from '../scenarios/residents.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { serviceNames } from '../scenarios/services.ts';
import { claimStory, listTold } from '../store/toldStore.ts';
import { beginStory } from '../telling/story.ts';
import type { ServiceKey } from '../telling/setting.ts';
import type { DemoCast } from './makeAccounts.ts';

/** Gives work a scope of a transaction of its own, in the name of the program. */
export type InOneTransaction = <T>(work: (scope: CentreScope) => Promise<T>) => Promise<T>;

/**
 * Tells a centre the stories it has not been told, each in one transaction: a story is there whole or not at all.
 * Returns how many were told now; `note` gets a line for each that could not be.
 */
export async function tellStories(
  inOne: InOneTransaction,
  centre: DemoCentre,
  cast: DemoCast,
  scenarios: readonly Scenario[],
  note: (line: string) => void,
): Promise<number> {
  const told = await inOne((scope) => listTold(scope.tx));
  const untold = scenarios.filter((scenario) => !told.has(scenario.name));
  if (untold.length === 0) return 0;
  const services = await inOne(servicesOf);
  let count = 0;
  for (const [index, scenario] of untold.entries()) {
    const resident = residentOf(centre, told.size + index + 1);
    // A story that no longer fits the rules must not keep anybody from starting the program.
    const isNew = await inOne(async (scope) => {
      if (!(await claimStory(scope.tx, scenario.name, scope.now))) return false;
      const serviceId = (key: ServiceKey): string => {
        const id = services.get(serviceNames[centre.slug]?.[key] ?? '');
        if (id === undefined) throw new Error(`${centre.slug} offers no service for "${key}"`);
        return id;
      };
      await scenario.tell(beginStory({ scope, cast, resident, serviceId }));
      return true;
    }).catch((error: unknown) => {
      note(`${centre.slug}: not told: ${scenario.name} (${error instanceof Error ? error.message : String(error)})`);
      return false;
    });
    if (isNew) count += 1;
  }
  return count;
}

async function servicesOf(scope: CentreScope): Promise<ReadonlyMap<string, string>> {
  return new Map((await listServices(scope, { offered: true })).map((service) => [service.name, service.id]));
}
