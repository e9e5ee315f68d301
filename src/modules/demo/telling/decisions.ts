import { actOnCase } from '#modules/cases/index.ts';
import { done, type Day } from './day.ts';
import type { ServiceKey } from './setting.ts';

/** Who gets which service. */
export function decisionActs(day: Day) {
  const { setting, inHand } = day;
  return {
    /** The person gets a place in each of the services. */
    async qualifiesFor(...keys: readonly ServiceKey[]): Promise<void> {
      for (const key of keys) {
        const serviceId = setting.serviceId(key);
        const services = { [serviceId]: { isProgrammeInForce: true, conditions: 'met', isPlaceFree: true, queuePosition: null } as const };
        const data = { serviceId, cardNumber: `KK/${inHand.caseId.slice(-4)}/${keys.indexOf(key) + 1}` };
        done(
          `qualifying for ${key}`,
          await actOnCase(day.as('serviceOrganiser'), inHand.caseId, null, { type: 'qualifyService', data }, { services }),
        );
      }
    },
  };
}
