import { formatDate, todayInWarsaw } from '#shared/polishDate.ts';
import { EmptyState, Heading, Link, Paragraph, Section, Table } from '#ui/index.ts';
import { freeInWords, takenInWords } from '#modules/qualification/index.ts';
import { boardTexts } from '../../../texts/texts.ts';
import type { BoardParts } from './boardParts.ts';

/** Who waits for which service; each service leads to its reserve list. */
export function QueuesPart({ c, board }: BoardParts) {
  const t = boardTexts.in('pl');
  return (
    <Section labelledBy="kolejki">
      <Heading level={2} id="kolejki">
        {t('queues')}
      </Heading>
      <Paragraph muted>{t('queuesNote')}</Paragraph>
      <Table
        caption={t('queues')}
        captionHidden
        rows={board.queues}
        empty={<EmptyState title={t('noQueues')} level={3} />}
        columns={[
          {
            key: 'service',
            label: t('queue'),
            rowHeader: true,
            cell: (each) => <Link href={c.at(`/praca/kolejki/${each.service.id}`)}>{each.service.name}</Link>,
          },
          { key: 'waiting', label: t('waitingColumn'), numeric: true, cell: (each) => each.waiting },
          { key: 'taken', label: t('taken'), numeric: true, cell: (each) => takenInWords(each) },
          { key: 'free', label: t('free'), numeric: true, cell: (each) => freeInWords(each) },
          {
            key: 'first',
            label: t('firstSince'),
            cell: (each) => (each.firstFiledAt && each.waiting > 0 ? formatDate(todayInWarsaw(each.firstFiledAt)) : '–'),
          },
        ]}
      />
    </Section>
  );
}
