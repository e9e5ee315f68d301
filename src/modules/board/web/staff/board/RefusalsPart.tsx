import { BarChart, EmptyState, Heading, Link, Paragraph, Section, Table } from '#ui/index.ts';
import type { Span } from '../../../domain/span.ts';
import { boardTexts, reasonInWords } from '../../../texts/texts.ts';
import type { BoardParts } from './boardParts.ts';

/** Signed refusals by reason; each reason leads to its decisions. */
export function RefusalsPart({ c, board, span }: BoardParts & { readonly span: Span }) {
  const t = boardTexts.in('pl');
  return (
    <Section labelledBy="odmowy">
      <Heading level={2} id="odmowy">
        {t('refusals')}
      </Heading>
      <Paragraph muted>{t('refusalsNote')}</Paragraph>
      {board.refusals.length > 0 ? (
        <BarChart
          tableFollows
          title={t('refusals')}
          labelColumn={t('reason')}
          valueColumn={t('refused')}
          bars={board.refusals.map((each) => ({ label: reasonInWords(each.reason), value: each.refusals }))}
        />
      ) : null}
      <Table
        caption={t('refusals')}
        captionHidden
        rows={board.refusals}
        empty={<EmptyState title={t('noRefusals')} level={3} />}
        columns={[
          {
            key: 'reason',
            label: t('reason'),
            rowHeader: true,
            cell: (each) => (
              <Link href={`${c.at('/praca/pulpit/odmowy')}?powod=${each.reason}&miesiecy=${span}`}>{reasonInWords(each.reason)}</Link>
            ),
          },
          { key: 'refused', label: t('refused'), numeric: true, cell: (each) => each.refusals },
        ]}
      />
    </Section>
  );
}
