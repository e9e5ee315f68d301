import { formatDate } from '#shared/polishDate.ts';
import { Paragraph, Timeline } from '#ui/index.ts';
import { requestContactTexts } from '../../../texts/index.ts';
import type { ContactRow } from '../../../usecases/contacts.ts';

const t = requestContactTexts.in('pl');

/** Attempts to reach somebody, the latest first. */
export function ContactList({
  contacts,
  staff,
}: {
  readonly contacts: readonly ContactRow[];
  readonly staff: ReadonlyMap<string, string>;
}) {
  if (contacts.length === 0) return <Paragraph>{t('none')}</Paragraph>;
  return (
    <Timeline
      label={t('section')}
      entries={contacts.map(({ kind, way, madeOn, madeAt, note, recordedBy }) => ({
        at: [formatDate(madeOn), madeAt].filter(Boolean).join(', '),
        atIso: madeAt ? `${madeOn.toString()}T${madeAt}` : madeOn.toString(),
        title: [t(`happened.${kind}`), way && t(`by.${way}`)].filter(Boolean).join(' – '),
        who: staff.get(recordedBy) ?? t('formerStaff'),
        ...(note && { body: note }),
      }))}
    />
  );
}
