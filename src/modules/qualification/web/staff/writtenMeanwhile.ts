import { FormFields } from '#platform/http/index.ts';
import type { CaseChange, CaseEvent } from '#modules/cases/index.ts';
import type { ConflictNoticeProps } from '#ui/index.ts';
import { refusalReasonCodes } from '../../domain/outcome.ts';
import { qualificationTexts } from '../../texts/words.ts';

const t = qualificationTexts.in('pl');

/** What somebody typed about a service, in the fields of the forms of its page; undefined for other events. */
function typedOf(event: CaseEvent, serviceId: string): FormFields | undefined {
  switch (event.type) {
    case 'refusalProposed':
    case 'serviceRefused': {
      if (event.data.serviceId !== serviceId) return undefined;
      const words = event.data.reasons.map(({ code, inOwnWords }) => [`words-${code}`, inOwnWords] as const);
      return FormFields.from({ reasons: event.data.reasons.map(({ code }) => code), ...Object.fromEntries(words) });
    }
    case 'forwarded':
      if (!event.data.serviceIds.includes(serviceId)) return undefined;
      return FormFields.from({
        recipient: event.data.recipient,
        recipientName: event.data.recipientName,
        forwardNote: event.data.note ?? '',
      });
    case 'serviceWithdrawn':
      return event.data.serviceId === serviceId ? FormFields.from({ withdrawNote: event.data.note ?? '' }) : undefined;
    case 'refusalSentBack':
      return event.data.serviceId === serviceId ? FormFields.from({ note: event.data.note }) : undefined;
    default:
      return undefined;
  }
}

/** What was typed here about a service beside what others wrote about it meanwhile, whichever form they used. */
export function writtenMeanwhile(mine: FormFields, changes: readonly CaseChange[], serviceId: string): ConflictNoticeProps['fields'] {
  const theirs = changes.map(({ event }) => typedOf(event, serviceId)).findLast((each) => each !== undefined) ?? new FormFields();
  const reasons = (typed: FormFields) =>
    refusalReasonCodes
      .filter((code) => typed.all('reasons').includes(code))
      .map((code) => t(`refusalReason.${code}`))
      .join(', ');
  const recipients = ['socialAssistanceTeam', 'otherTeam', 'gminaOffice', 'gminaUnit'] as const;
  const recipient = (typed: FormFields) => {
    const chosen = recipients.find((each) => each === typed.get('recipient'));
    return chosen ? t(`page.recipients.${chosen}`) : '';
  };
  const text = (label: string, name: string) => ({ label, mine: mine.get(name).trim(), theirs: theirs.get(name) });
  return [
    { label: t('page.reasons'), mine: reasons(mine), theirs: reasons(theirs) },
    ...refusalReasonCodes.map((code) => text(t('page.reasonWords', { reason: t(`refusalReason.${code}`) }), `words-${code}`)),
    { label: t('page.recipient'), mine: recipient(mine), theirs: recipient(theirs) },
    text(t('page.recipientName'), 'recipientName'),
    text(t('page.forwardNote'), 'forwardNote'),
    text(t('page.withdrawNote'), 'withdrawNote'),
    text(t('sign.note'), 'note'),
    text(t('sign.factual'), 'factualReasons'),
    text(t('sign.legal'), 'legalReasons'),
  ];
}
