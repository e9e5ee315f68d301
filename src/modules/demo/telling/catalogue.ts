import { newId } from '#shared/uuid.ts';
import {
  changeCard,
  changeCare,
  getCare,
  getProvider,
  getService,
  newRecord,
  putService,
  proposeChange,
  type OwnFields,
  type ServiceCard,
} from '#modules/catalogue/index.ts';
import { recordUnmetSearches } from '#modules/search/index.ts';
import { done, type Day } from './day.ts';
import type { ServiceKey } from './setting.ts';

/** What happens to the records of services. */
export function catalogueActs(day: Day) {
  const { setting } = day;
  const change = async (key: ServiceKey, fields: Partial<Omit<ServiceCard, 'provider'>> & { provider?: { name: string } }) => {
    const scope = day.as('serviceOrganiser');
    const { id, version } = await getService(scope, setting.serviceId(key));
    const touched = Object.keys(fields) as (keyof ServiceCard)[];
    done('change', await changeCard(scope, id, version, { touched, change: () => fields }));
  };
  return {
    /** The organiser writes the card of a service anew, in part. */
    rewrites: (key: ServiceKey, fields: Partial<Omit<ServiceCard, 'provider'>>): Promise<void> => change(key, fields),
    /** The demonstration's own provider takes a service over. */
    async takesOver(key: ServiceKey): Promise<void> {
      const { name } = await getProvider(setting.scope, setting.cast.providerId);
      await change(key, { provider: { name } });
    },
    /** That provider proposes a change of its own card, which waits for the centre. */
    async proposes(key: ServiceKey, fields: Partial<OwnFields>, message: string): Promise<void> {
      const scope = day.as('providerManager');
      const { id, version } = await getService(scope, setting.serviceId(key));
      done('propose', await proposeChange(scope, id, version, fields, message));
    },
    /** The centre looks at the card of a service every so many months. */
    async isReviewedEvery(key: ServiceKey, reviewMonths: number): Promise<void> {
      const scope = day.as('serviceOrganiser');
      const { serviceId, version, isMerged: _, ...care } = await getCare(scope, setting.serviceId(key));
      if (!(await changeCare(scope, serviceId, version, { ...care, reviewMonths }))) throw new Error('somebody else cares for the card');
    },
    /** Residents look for what the centre does not offer; how many did. */
    areSearchedInVain: (searches: Readonly<Record<string, number>>): Promise<void> =>
      recordUnmetSearches(day.as('serviceOrganiser'), new Map(Object.entries(searches))),
    /** Somebody begins a card that is there already, under a name of the same words. */
    async isBegunAgain(key: ServiceKey, name: string): Promise<void> {
      const scope = day.as('serviceOrganiser');
      const { slug, provider, places, ...known } = await getService(scope, setting.serviceId(key));
      const { areas, demo, recipients, fee, qualification, contact } = known;
      const id = newId();
      const again = {
        id,
        slug: `${slug}-${id.slice(-8)}`,
        name,
        status: 'draft' as const,
        provider,
        places,
        areas,
        demo,
        recipients,
        fee,
        qualification,
      };
      await putService(scope, newRecord({ ...again, contact }));
    },
  };
}
