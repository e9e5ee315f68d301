import type { CentreContext, FormFields } from '#platform/http/index.ts';
import { getServices, isOffered } from '#modules/catalogue/index.ts';
import { findOfferedServices } from '../../../usecases/offeredServices.ts';
import type { JourneyFacts } from './JourneyPage.ts';

/** What the pages need: the chosen services that are still offered and, where they are chosen, those to choose from. */
export async function factsFor(c: CentreContext, typed: FormFields, choosing: boolean): Promise<JourneyFacts> {
  const ids = typed.all('services').filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const services = new Map([...(await getServices(c.scope, ids))].filter(([, service]) => isOffered(service, c.today)));
  if (!choosing) return { today: c.today, services, found: [], isMore: false };
  const { found, isMore } = await findOfferedServices(c.scope, c.query.get('q') ?? '');
  return { today: c.today, services, found, isMore };
}
