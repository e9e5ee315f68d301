import { newId } from '#shared/uuid.ts';
import { storeAttachment } from '#platform/files/index.ts';
import { actOnCase, assignCoordinator, attachToCase, getCase, type CaseOrder } from '#modules/cases/index.ts';
import { fileRequest, reportNeed, type Channel, type NeedReport } from '#modules/requests/index.ts';
import { storyWords } from '../scenarios/words.ts';
import { done, type Day } from './day.ts';
import type { ServiceKey } from './setting.ts';

type Data<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>['data'];

type ReporterKind = NeedReport['reporter'];

/** A made-up paper: its name and all that stands in it. */
export interface StoryFile {
  readonly name: string;
  readonly text: string;
}
const paper = ({ name, text }: StoryFile) => new File([`${storyWords.madeUpPaper}\n\n${text}\n`], name);

/** How a request comes, and what it says. */
export interface Asking {
  readonly channel?: Channel;
  readonly situation?: string;
  readonly mayForward?: boolean;
  readonly isUrgent?: boolean;
  /** Files that come with it. */
  readonly files?: readonly StoryFile[];
  /** Somebody who cares for the resident and asks for them. */
  readonly carer?: { readonly givenName: string; readonly familyName: string };
}

/** How a case begins, and what the front desk does with it. */
export function requestActs(day: Day) {
  const { setting, inHand } = day;
  return {
    /** The resident asks for services: online, or through the front desk. */
    async asks(
      keys: readonly ServiceKey[],
      { channel = 'phone', situation, mayForward = false, isUrgent = false, files = [], carer }: Asking = {},
    ): Promise<void> {
      const scope = day.as(channel === 'online' ? { kind: 'anonymous' } : 'frontDesk');
      const { resident } = setting;
      const applicant = carer ? { ...resident, ...carer, birthDate: null, pesel: null } : null;
      const owner = `story:${newId()}`;
      for (const file of files) done('attaching', await storeAttachment(scope, { file: paper(file), owner }));
      const filed = await fileRequest(scope, {
        filesOf: owner,
        applicantType: carer ? 'actualCarer' : 'self',
        channel,
        receivedOn: scope.today,
        serviceIds: keys.map((key) => setting.serviceId(key)),
        person: resident,
        knownPersonId: null,
        otherPersonReason: null,
        applicant,
        situation: situation ?? null,
        isUrgent,
        consentsToForwarding: mayForward,
        need: null,
      });
      inHand.caseId = done('asking', filed).caseId;
    },
    /** The resident sends a paper to the case by its code. */
    async sendsLater(file: StoryFile): Promise<void> {
      const scope = day.as({ kind: 'caseHolder', caseId: inHand.caseId });
      const { refused } = done('sending a paper', await attachToCase(scope, inHand.caseId, [paper(file)]));
      if (refused.length > 0) throw new Error(`sending a paper: ${JSON.stringify(refused)}`);
    },
    /** Somebody tells the centre that a person needs help. */
    async reportsNeed(reporter: ReporterKind, description: string): Promise<void> {
      const scope = day.as('frontDesk');
      const isAnonymous = reporter === 'neighbour';
      const unknown = { name: null, contact: null, whereabouts: setting.resident.addressLine };
      const caller = { name: storyWords.reporter, phone: null, email: null };
      const report = { reporter, isAnonymous, channel: 'phone', receivedOn: scope.today, description, isUrgent: false } as const;
      const told = await reportNeed(scope, { ...report, told: { person: unknown, reporter: caller } });
      inHand.caseId = done('reporting a need', told).caseId;
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
