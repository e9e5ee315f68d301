import { formatDate } from '#shared/polishDate.ts';
import { caseStaffTexts } from '#modules/cases/index.ts';
import { EmptyState, Heading, Link, Paragraph, Section, Table, Tag } from '#ui/index.ts';
import { boardTexts } from '../../../texts/texts.ts';
import { caseAddress } from '../addresses.ts';
import type { BoardParts } from './boardParts.ts';

/** Steps with a last day that has passed or is near, and the most urgent cases by name of the step. */
export function DeadlinesPart({
  c,
  board,
  coordinators,
  allHref,
}: BoardParts & { readonly coordinators: ReadonlyMap<string, string>; readonly allHref: string }) {
  const t = boardTexts.in('pl');
  const steps = caseStaffTexts.in('pl');
  const step = (code: string | null) => (code ? steps(`next.${code as 'monitor'}`) : '');
  const due = (on: Temporal.PlainDate) => {
    const late = on.until(c.today, { largestUnit: 'days' }).days;
    return (
      <>
        {formatDate(on)} {late > 0 ? <Tag tone="danger">{t('late', { count: late })}</Tag> : null}
      </>
    );
  };
  return (
    <Section labelledBy="terminy">
      <Heading level={2} id="terminy">
        {t('deadlines')}
      </Heading>
      <Paragraph muted>{t('deadlinesNote')}</Paragraph>
      <Table
        caption={t('deadlines')}
        captionHidden
        rows={board.deadlines}
        empty={<EmptyState title={t('noDeadlines')} level={3} />}
        columns={[
          { key: 'step', label: t('step'), rowHeader: true, cell: (each) => step(each.step) },
          { key: 'overdue', label: t('overdueColumn'), numeric: true, cell: (each) => each.overdue },
          { key: 'week', label: t('weekColumn'), numeric: true, cell: (each) => each.week },
          { key: 'fortnight', label: t('fortnightColumn'), numeric: true, cell: (each) => each.fortnight },
        ]}
      />
      {board.nearest.length > 0 ? (
        <>
          <Heading level={3}>{t('nearest')}</Heading>
          <Table
            caption={t('nearest')}
            captionHidden
            rows={board.nearest}
            columns={[
              {
                key: 'number',
                label: t('number'),
                rowHeader: true,
                cell: (each) => <Link href={caseAddress(c, each.id)}>{each.number}</Link>,
              },
              { key: 'step', label: t('step'), plain: true, cell: (each) => step(each.nextStep) },
              { key: 'due', label: t('due'), cell: (each) => (each.nextDueOn ? due(each.nextDueOn) : '') },
              {
                key: 'coordinator',
                label: t('coordinator'),
                cell: (each) => (each.coordinatorId && coordinators.get(each.coordinatorId)) || t('nobody'),
              },
            ]}
          />
          <Paragraph>
            <Link href={allHref}>{t('allDeadlines')}</Link>
          </Paragraph>
        </>
      ) : null}
    </Section>
  );
}
