import { formatShortDate } from '#shared/polishDate.ts';
import type { PageContext } from '#platform/http/index.ts';
import { Link, Row, Stack, Table, Tag, type TagTone } from '#ui/index.ts';
import { caseStaffTexts, caseTexts } from '../../../texts/index.ts';
import type { ListedCase } from '../../../usecases/describeCases.ts';
import { toneOf } from '../../statusTone.ts';
import { whoInWords } from '../whoInWords.ts';

/** Within so many days a deadline is near. */
const soon = 3;

function toneOfDue(due: Temporal.PlainDate, today: Temporal.PlainDate): TagTone {
  const left = today.until(due).days;
  return left < 0 ? 'danger' : left <= soon ? 'warning' : 'neutral';
}

/** The day by which somebody must act, in words: a colour alone says nothing. */
function DueTag({ due, today }: { readonly due: Temporal.PlainDate; readonly today: Temporal.PlainDate }) {
  const t = caseStaffTexts.in('pl');
  const days = today.until(due).days;
  const date = formatShortDate(due);
  const label = days < 0 ? t('list.overdue', { date }) : days === 0 ? t('list.dueToday') : t('list.due', { date });
  return <Tag tone={toneOfDue(due, today)}>{label}</Tag>;
}

export function CaseTable({
  c,
  cases,
  caption,
}: {
  readonly c: PageContext;
  readonly cases: readonly ListedCase[];
  readonly caption: string;
}) {
  const t = caseStaffTexts.in('pl');
  const words = caseTexts.in('pl');
  const [first] = cases;
  const isOneStep = cases.length > 1 && cases.every(({ row }) => row.status === first?.row.status && row.nextStep === first.row.nextStep);
  const status = ({ row }: ListedCase) => (
    <>
      <Tag tone={toneOf(row.status)}>{words(`status.${row.status as 'APPLIED'}`)}</Tag>
      <span>{row.nextStep ? t(`next.${row.nextStep as 'monitor'}`) : t('list.nothing')}</span>
    </>
  );
  const table = (
    <Table<ListedCase>
      caption={caption}
      captionHidden
      rows={cases}
      columns={[
        {
          key: 'case',
          label: t('list.case'),
          rowHeader: true,
          cell: ({ row, personName, told, hasNews }) => (
            <>
              <Link href={c.at(`/praca/sprawy/${row.id}`)}>
                {whoInWords(personName, told)}, {row.number}
              </Link>
              {row.isUrgent && row.isOpen ? (
                <>
                  {' '}
                  <Tag tone="danger">{t('list.urgent')}</Tag>
                </>
              ) : null}
              {hasNews ? (
                <>
                  {' '}
                  <Tag tone="info">{t('list.news')}</Tag>
                </>
              ) : null}
            </>
          ),
        },
        {
          key: 'services',
          label: t('list.services'),
          plain: true,
          wide: true,
          cell: ({ serviceNames }) => serviceNames.join(', ') || t('list.noServices'),
        },
        ...(isOneStep
          ? []
          : [{ key: 'status', label: t('list.status'), plain: true, cell: (each: ListedCase) => <Stack gap="sm">{status(each)}</Stack> }]),
        {
          key: 'due',
          label: t('list.dueLabel'),
          cell: ({ row }) => (row.isOpen && row.nextDueOn ? <DueTag due={row.nextDueOn} today={c.today} /> : t('list.noDue')),
        },
        { key: 'coordinator', label: t('file.coordinator'), cell: ({ coordinatorName }) => coordinatorName ?? t('file.noCoordinator') },
      ]}
    />
  );
  if (!isOneStep || !first) return table;
  // What all of them wait for is said once.
  return (
    <Stack gap="sm">
      <Row>{status(first)}</Row>
      {table}
    </Stack>
  );
}
