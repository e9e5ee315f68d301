import type { Child } from 'hono/jsx';
import { formatDate } from '#shared/polishDate.ts';
import { Details, Heading, Link, Paragraph, Section, Table, Tag } from '#ui/index.ts';
import { staffTexts } from '../../../texts/texts.ts';
import type { OrderFile } from '../../../usecases/orderFile.ts';
import { amountInWords, monthInWords } from '../../words.ts';

const t = staffTexts.in('pl');
type Entry = OrderFile['deliveries'][number];
const dayOf = (on: string) => formatDate(Temporal.PlainDate.from(on));

/** The newest month lies open; earlier ones unfold. */
function Month({ title, isNewest, children }: { readonly title: string; readonly isNewest: boolean; readonly children?: Child }) {
  if (!isNewest) return <Details summary={title}>{children}</Details>;
  return (
    <>
      <Heading level={3}>{title}</Heading>
      {children}
    </>
  );
}

/** What was delivered, month by month, the newest first; `editHref` leads to confirming and correcting one entry. */
export function DeliveryList({ file, editHref }: { readonly file: OrderFile; readonly editHref: ((entryId: string) => string) | null }) {
  const reversed = new Set(file.deliveries.map((entry) => entry.counters));
  const months = [...new Set(file.deliveries.map((entry) => entry.month))].toSorted().toReversed();
  const isInForce = (entry: Entry) => entry.counters === null && !reversed.has(entry.entryId);
  const stateOf = (entry: Entry) => {
    if (entry.counters !== null) return <>{t('delivery.counterOf', { reason: entry.note ?? '' })}</>;
    if (reversed.has(entry.entryId)) return <Tag>{t('delivery.reversed')}</Tag>;
    if (!entry.confirmation) return <Tag tone="warning">{t('delivery.unconfirmed')}</Tag>;
    return <>{t('delivery.confirmed', { who: t(`confirmer.${entry.confirmation.by}`), date: dayOf(entry.confirmation.on) })}</>;
  };
  return (
    <Section labelledBy="wykonano">
      <Heading level={2} id="wykonano">
        {t('delivery.listTitle')}
      </Heading>
      {months.length === 0 ? <Paragraph>{t('delivery.none')}</Paragraph> : null}
      {months.map((month, index) => (
        <Month title={monthInWords(month)} isNewest={index === 0}>
          <Table<Entry>
            caption={`${t('delivery.listTitle')}: ${monthInWords(month)}`}
            captionHidden
            rows={file.deliveries.filter((entry) => entry.month === month).toSorted((a, b) => b.on.localeCompare(a.on))}
            columns={[
              { key: 'on', label: t('delivery.on'), rowHeader: true, cell: (entry) => dayOf(entry.on) },
              { key: 'what', label: t('delivery.what'), cell: (entry) => amountInWords(entry) },
              { key: 'worker', label: t('delivery.worker'), cell: (entry) => entry.worker },
              { key: 'state', label: t('delivery.state'), cell: stateOf },
              ...(editHref
                ? [
                    {
                      key: 'action',
                      label: t('delivery.action'),
                      cell: (entry: Entry) =>
                        isInForce(entry) ? (
                          <Link href={editHref(entry.entryId)}>
                            {entry.confirmation
                              ? t('delivery.correct')
                              : `${t('delivery.confirm')} / ${t('delivery.correct').toLowerCase()}`}
                            <span class="ds-sr-only"> {dayOf(entry.on)}</span>
                          </Link>
                        ) : (
                          '–'
                        ),
                    },
                  ]
                : []),
            ]}
          />
        </Month>
      ))}
    </Section>
  );
}
