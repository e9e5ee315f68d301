import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  FilterForm,
  Heading,
  Lead,
  LinkButton,
  PageHeader,
  Paragraph,
  PrintButton,
  SelectField,
  Stack,
  StatFigure,
  StatGrid,
} from '#ui/index.ts';
import { spans, startOfSpan, type Span } from '../../../domain/span.ts';
import { boardTexts } from '../../../texts/texts.ts';
import { casesAddress } from '../addresses.ts';
import type { BoardParts } from './boardParts.ts';
import { DeadlinesPart } from './DeadlinesPart.tsx';
import { DeliveredPart } from './DeliveredPart.tsx';
import { QueuesPart } from './QueuesPart.tsx';
import { RefusalsPart } from './RefusalsPart.tsx';
import { StatesPart } from './StatesPart.tsx';

export function BoardPage({
  c,
  board,
  span,
  coordinators,
}: BoardParts & { readonly span: Span; readonly coordinators: ReadonlyMap<string, string> }) {
  const t = boardTexts.in('pl');
  const sum = (numbers: readonly number[]) => String(numbers.reduce((all, each) => all + each, 0));
  const byDeadline = casesAddress(c, { sortuj: 'due', otwarte: '1' });
  return (
    <StaffPage c={c} title={t('title')}>
      <PageHeader
        actions={
          <>
            <PrintButton label={t('print')} />
            <LinkButton href={`${c.at('/praca/pulpit.csv')}?miesiecy=${span}`} variant="secondary">
              {t('export')}
            </LinkButton>
          </>
        }
      >
        <Heading level={1}>{t('title')}</Heading>
        <Lead>{t('lead')}</Lead>
        <Paragraph muted small>
          {t('asOf', { when: formatInstant(c.now) })}
        </Paragraph>
      </PageHeader>
      <Stack gap="lg">
        <StatGrid>
          <StatFigure
            value={sum(board.open.map((each) => each.cases))}
            label={t('open')}
            note={t('openNote')}
            href={casesAddress(c, { otwarte: '1' })}
          />
          <StatFigure
            value={sum(board.deadlines.map((each) => each.overdue))}
            label={t('overdue')}
            note={t('overdueNote')}
            href={byDeadline}
            tone={board.deadlines.some((each) => each.overdue > 0) ? 'danger' : 'neutral'}
          />
          <StatFigure value={sum(board.deadlines.map((each) => each.week))} label={t('week')} note={t('weekNote')} href={byDeadline} />
          <StatFigure
            value={sum(board.queues.map((each) => each.waiting))}
            label={t('waiting')}
            note={t('waitingNote')}
            href={c.at('/praca/kolejki')}
          />
        </StatGrid>
        <StatesPart c={c} board={board} />
        <DeadlinesPart c={c} board={board} coordinators={coordinators} allHref={byDeadline} />
        <QueuesPart c={c} board={board} />
        <FilterForm action={c.at('/praca/pulpit')}>
          <SelectField
            name="miesiecy"
            label={t('span')}
            hint={t('sinceDay', { day: formatDate(startOfSpan(c.today, span)) })}
            value={String(span)}
            empty={false}
            options={spans.map((each) => ({ value: String(each), label: t('spanMonths', { count: each }) }))}
          />
        </FilterForm>
        <RefusalsPart c={c} board={board} span={span} />
        <DeliveredPart c={c} board={board} />
      </Stack>
    </StaffPage>
  );
}
