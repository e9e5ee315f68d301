import { formatDate, todayInWarsaw } from '#shared/polishDate.ts';
import { caseTexts } from '#modules/cases/index.ts';
import { BarChart, EmptyState, Heading, Link, Paragraph, Section, Table } from '#ui/index.ts';
import { boardTexts } from '../../../texts/texts.ts';
import { casesAddress } from '../addresses.ts';
import type { BoardParts } from './boardParts.ts';

/** Open cases by stage and age: a chart, and the table that leads to the lists. */
export function StatesPart({ c, board }: BoardParts) {
  const t = boardTexts.in('pl');
  const words = caseTexts.in('pl');
  const state = (status: string) => words(`status.${status as 'APPLIED'}`);
  return (
    <Section labelledBy="etapy">
      <Heading level={2} id="etapy">
        {t('states')}
      </Heading>
      <Paragraph muted>{t('statesNote')}</Paragraph>
      {board.open.length > 0 ? (
        <BarChart
          tableFollows
          title={t('open')}
          labelColumn={t('state')}
          valueColumn={t('cases')}
          bars={board.open.map((each) => ({ label: state(each.status), value: each.cases }))}
        />
      ) : null}
      <Table
        caption={t('states')}
        captionHidden
        rows={board.open}
        empty={
          <EmptyState title={t('noOpen')} level={3}>
            {t('noOpenText')}
          </EmptyState>
        }
        columns={[
          {
            key: 'state',
            label: t('state'),
            rowHeader: true,
            cell: (each) => <Link href={casesAddress(c, { stan: each.status })}>{state(each.status)}</Link>,
          },
          { key: 'upTo30', label: t('upTo30'), numeric: true, cell: (each) => each.upTo30Days },
          { key: 'upTo90', label: t('upTo90'), numeric: true, cell: (each) => each.upTo90Days },
          { key: 'older', label: t('older'), numeric: true, cell: (each) => each.older },
          { key: 'cases', label: t('total'), numeric: true, cell: (each) => each.cases },
          { key: 'oldest', label: t('oldest'), cell: (each) => formatDate(todayInWarsaw(each.oldestAt)) },
        ]}
      />
    </Section>
  );
}
