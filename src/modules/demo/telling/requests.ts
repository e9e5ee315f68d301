import { actOnCase, assignCoordinator, getCase, openCase, type CaseOrder } from '#modules/cases/index.ts';
import { getServices } from '#modules/catalogue/index.ts';
import { fullName, registerPerson } from '#modules/people/index.ts';
import { done, type Day } from './day.ts';
import type { ServiceKey } from './setting.ts';

type Data<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>['data'];

/** How a case begins, and what the front desk does with it. */
export function requestActs(day: Day) {
  const { setting, inHand } = day;
  return {
    /** The resident asks for services, online or through the front desk. */
    async asks(
      keys: readonly ServiceKey[],
      { channel = 'phone', mayForward = false }: { channel?: Data<'apply'>['channel']; mayForward?: boolean } = {},
    ): Promise<void> {
      const scope = day.as(channel === 'online' ? { kind: 'anonymous' } : 'frontDesk');
      const serviceIds = keys.map((key) => setting.serviceId(key));
      const services = await getServices(scope, serviceIds);
      const personId = await registerPerson(scope, setting.resident);
      const open = { isProgrammeInForce: true, conditions: 'unknown', isPlaceFree: false, queuePosition: null } as const;
      const opened = done(
        'asking',
        await openCase(
          scope,
          {
            type: 'apply',
            data: {
              personId,
              applicantType: 'self',
              applicantId: personId,
              channel,
              filedOn: scope.today.toString(),
              serviceIds,
              forwardingConsentId: mayForward ? `zgoda-${personId}` : null,
            },
          },
          { personName: fullName(setting.resident), serviceNames: [...services.values()].map((each) => each.name) },
          { services: Object.fromEntries(serviceIds.map((id) => [id, open])) },
        ),
      );
      inHand.caseId = opened.caseId;
    },
    /** Somebody tells the centre that a person needs help. */
    async reportsNeed(reporter: Data<'reportNeed'>['reporter'], description: string): Promise<void> {
      const scope = day.as('frontDesk');
      const isAnonymous = reporter === 'neighbour';
      const data = { reporter, isAnonymous, channel: 'phone' as const, personId: null, description };
      inHand.caseId = done('reporting', await openCase(scope, { type: 'reportNeed', data }, { personName: '', serviceNames: [] })).caseId;
    },
    /** The front desk explains what help there is, and nothing more is wanted. */
    async informs(note: string, keys: readonly ServiceKey[]): Promise<void> {
      await act('informing', 'frontDesk', { type: 'inform', data: { note, serviceIds: keys.map((key) => setting.serviceId(key)) } });
    },
    async callsForMore(missing: readonly string[]): Promise<void> {
      await act('calling for more', 'frontDesk', { type: 'markIncomplete', data: { missing: [...missing] } });
    },
    async completes(note: string): Promise<void> {
      await act('completing', 'frontDesk', { type: 'complete', data: { note } });
    },
    /** The case gets its coordinator. */
    async findsCoordinator(): Promise<void> {
      const member = setting.cast.staff.get('planCoordinator');
      await assignCoordinator(day.as('serviceOrganiser'), inHand.caseId, member?.userId ?? null);
    },
    /** Nothing of it belongs here: with the person's consent it goes to somebody who can help. */
    async passesOn(recipientName: string, note: string): Promise<void> {
      const { state } = await getCase(day.as('serviceOrganiser'), inHand.caseId);
      const consentId = state.consents[0]?.consentId ?? null;
      const serviceIds = state.services.map((each) => each.serviceId);
      const data = { serviceIds, recipient: 'socialAssistanceTeam' as const, recipientName, consentId, note };
      await act('passing on', 'serviceOrganiser', { type: 'forward', data });
    },
    async closes(ending: Data<'close'>['ending'], note: string, who: 'planCoordinator' | 'director' = 'planCoordinator'): Promise<void> {
      const scope = day.as(who);
      const data = { ending, occurredOn: scope.today.toString(), note };
      done(`closing (${ending})`, await actOnCase(scope, inHand.caseId, null, { type: 'close', data }));
    },
  };

  async function act(words: string, who: 'frontDesk' | 'serviceOrganiser', order: CaseOrder): Promise<void> {
    done(words, await actOnCase(day.as(who), inHand.caseId, null, order));
  }
}
