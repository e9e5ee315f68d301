import { BarChart, EmptyState, Heading, Link, Paragraph, Section, Table } from '#ui/index.ts';
import type { DeliveredBy, Unit } from '../../../domain/delivered.ts';
import { amountInWords, boardTexts, monthInWords } from '../../../texts/texts.ts';
import type { BoardParts } from './boardParts.ts';

const units: readonly Unit[] = ['hour', 'visit', 'ride', 'session'];

/** What providers delivered, by month; a chart for each unit, because hours and rides do not add up. */
export function DeliveredPart({ c, board }: BoardParts) {
  const t = boardTexts.in('pl');
  const nameOf = (row: DeliveredBy) => row.name ?? t('providerGone');
  return (
    <Section labelledBy="wykonane">
      <Heading level={2} id="wykonane">
        {t('delivered')}
      </Heading>
      <Paragraph muted>{t('deliveredNote')}</Paragraph>
      {units.map((unit) => {
        const rows = board.delivered.filter((row) => row.unit === unit);
        return rows.length > 0 ? (
          <BarChart
            tableFollows
            title={t('deliveredChart', { unit: t(`units.${unit}`) })}
            labelColumn={t('provider')}
            valueColumn={t(`units.${unit}`)}
            bars={rows.map((row) => ({ label: nameOf(row), value: row.total }))}
            format={amountInWords}
          />
        ) : null;
      })}
      <Table
        caption={t('delivered')}
        captionHidden
        rows={board.delivered}
        empty={<EmptyState title={t('noDelivered')} level={3} />}
        columns={[
          { key: 'provider', label: t('provider'), rowHeader: true, cell: nameOf },
          { key: 'unit', label: t('unit'), plain: true, cell: (row) => t(`units.${row.unit}`) },
          ...board.months.map((month) => ({
            key: month,
            label: monthInWords(month),
            numeric: true,
            cell: (row: DeliveredBy) => amountInWords(row.byMonth.get(month) ?? 0),
          })),
          { key: 'total', label: t('total'), numeric: true, cell: (row) => amountInWords(row.total) },
        ]}
      />
      <Paragraph>
        <Link href={c.at('/praca/zlecenia')}>{t('allOrders')}</Link>
      </Paragraph>
    </Section>
  );
}
