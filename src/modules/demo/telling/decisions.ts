import { findService, getCase, type CaseEventOf } from '#modules/cases/index.ts';
import {
  getOffer,
  getOfferRule,
  offerPlace,
  proposeRefusal,
  qualifyService,
  recordRefusalDelivery,
  sendRefusalBack,
  setOfferRule,
  settleConditions,
  signRefusal,
  waitlistService,
} from '#modules/qualification/index.ts';
import { storyWords } from '../scenarios/words.ts';
import { done, type Day } from './day.ts';
import type { ServiceKey } from './setting.ts';

type RefusalReason = CaseEventOf<'refusalProposed'>['data']['reasons'][number];

/** Who gets which service: cards, reserve lists, refusals. */
export function decisionActs(day: Day) {
  const { setting, inHand } = day;
  const about = (key: ServiceKey) => ({ caseId: inHand.caseId, serviceId: setting.serviceId(key), version: null });
  return {
    /** The person gets a place in each of the services. */
    async qualifiesFor(...keys: readonly ServiceKey[]): Promise<void> {
      for (const key of keys) {
        await settle(key);
        done(`qualifying for ${key}`, await qualifyService(day.as('serviceOrganiser'), about(key)));
      }
    },
    /** No place is free: the person waits. */
    async waitsFor(key: ServiceKey): Promise<void> {
      await settle(key);
      done(`waiting for ${key}`, await waitlistService(day.as('serviceOrganiser'), about(key)));
    },
    async isOfferedPlace(key: ServiceKey): Promise<void> {
      done(`offering ${key}`, await offerPlace(day.as('serviceOrganiser'), about(key)));
    },
    async isToBeRefused(key: ServiceKey, code: RefusalReason['code'], inOwnWords: string): Promise<void> {
      const reasons = [{ code, inOwnWords }];
      if (code === 'conditionsNotMet' || code === 'notResident') await settleAgainst(key, code, inOwnWords);
      done(`proposing to refuse ${key}`, await proposeRefusal(day.as('serviceOrganiser'), { ...about(key), reasons }));
    },
    async sendsRefusalBack(key: ServiceKey, note: string): Promise<void> {
      done(`sending back the refusal of ${key}`, await sendRefusalBack(day.as('director'), { ...about(key), note }));
    },
    async signsRefusal(key: ServiceKey): Promise<void> {
      const scope = day.as('director');
      const { record, state } = await getCase(scope, inHand.caseId);
      const reasons = findService(state, setting.serviceId(key))?.proposedRefusal ?? [];
      const [, year, running] = record.number.split('.');
      const text = {
        number: `DO/${Number(running)}/${year}`,
        factualReasons: reasons.map((reason) => reason.inOwnWords).join('\n'),
        legalReasons: storyWords.legalReasons,
      };
      done(`refusing ${key}`, await signRefusal(scope, { ...about(key), ...text }));
    },
    async deliversRefusal(key: ServiceKey): Promise<void> {
      const scope = day.as('frontDesk');
      const delivery = { ...about(key), deliveredOn: scope.today.subtract({ days: 1 }) };
      done(`delivering the refusal of ${key}`, await recordRefusalDelivery(scope, delivery));
    },
    /** The centre decides how many people may use a service at once. */
    async hasPlaces(key: ServiceKey, placeLimit: number): Promise<void> {
      const scope = day.as('serviceOrganiser');
      const rule = await getOfferRule(scope, setting.serviceId(key));
      done(`giving ${key} ${placeLimit} places`, await setOfferRule(scope, { ...rule, placeLimit }));
    },
  };

  /** One condition, the one of residence when that is the reason, is found not to be met. */
  async function settleAgainst(key: ServiceKey, code: 'conditionsNotMet' | 'notResident', note: string): Promise<void> {
    const scope = day.as('serviceOrganiser');
    const { checks } = await getOffer(scope, await getCase(scope, inHand.caseId), setting.serviceId(key));
    const ofResidence = checks.find((check) => check.condition.kind === 'residesInArea');
    const other = checks.findLast((check) => check.condition.kind !== 'residesInArea');
    const found = code === 'notResident' ? ofResidence : (other ?? ofResidence);
    if (!found) return;
    const settled = [{ conditionId: found.condition.id, isMet: false, note }];
    done(`settling a condition of ${key}`, await settleConditions(scope, about(key), settled));
  }

  /** What the program cannot know by itself about the conditions is settled as met. */
  async function settle(key: ServiceKey): Promise<void> {
    const scope = day.as('serviceOrganiser');
    const { checks } = await getOffer(scope, await getCase(scope, inHand.caseId), setting.serviceId(key));
    const settled = checks
      .filter((check) => check.outcome !== 'met')
      .map((check) => ({ conditionId: check.condition.id, isMet: true, note: storyWords.settled }));
    done(`settling conditions of ${key}`, await settleConditions(scope, about(key), settled));
  }
}
