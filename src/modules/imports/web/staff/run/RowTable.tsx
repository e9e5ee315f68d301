import type { CentreContext } from '#platform/http/index.ts';
import { EmptyState, KeysetPager, Link, Paragraph, Stack, Table, type Column } from '#ui/index.ts';
import { WRITTEN_BEFORE, type RowOutcome } from '../../../domain/run.ts';
import type { RowLine } from '../../../store/rowStore.ts';
import type { Run } from '../../../store/tables.ts';
import { importTexts } from '../../../texts/staff.ts';
import { fieldInWords, problemInWords } from '../problemInWords.ts';

const t = importTexts.in('pl');
const longest = 120;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

interface Props {
  readonly c: CentreContext<object>;
  readonly run: Run;
  readonly outcome: RowOutcome;
  readonly rows: readonly RowLine[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
}

/** Rows of a file with one outcome, page by page. */
export function RowTable({ c, run, outcome, rows, hasMore, isFirst }: Props) {
  const here = c.at(`/praca/uslugi/import/${run.id}`);
  const isWritten = run.state === 'imported' || run.state === 'undone';
  const last = rows.at(-1);
  const card = ({ serviceId, name, undo }: RowLine) => {
    const isThere = serviceId !== null && undo !== 'removed' && (outcome !== 'added' || isWritten);
    return isThere ? <Link href={c.at(`/praca/uslugi/${serviceId}`)}>{name}</Link> : name || t('rows.nameless');
  };
  const service = (row: RowLine) => {
    const remarks = [
      ...(row.lacksArea ? [t('area.missing')] : []),
      ...row.problems.filter(({ code }) => code === WRITTEN_BEFORE && run.state === 'checked').map(problemInWords),
      ...(outcome === 'overtaken'
        ? [t(row.problems.some(({ code }) => code === WRITTEN_BEFORE) ? 'again.leftOut' : 'again.overtaken')]
        : []),
    ];
    return remarks.length === 0 ? (
      card(row)
    ) : (
      <>
        {card(row)}
        {remarks.map((remark) => (
          <Paragraph small muted>
            {remark}
          </Paragraph>
        ))}
      </>
    );
  };
  const columns: Column<RowLine>[] = [
    { key: 'row', label: t('rows.row'), numeric: true, cell: ({ number }) => String(number) },
    { key: 'service', label: t('rows.service'), rowHeader: true, cell: service },
  ];
  if (outcome === 'broken') columns.push({ key: 'wrong', label: t('rows.wrong'), cell: (row) => <Problems run={run} row={row} /> });
  if (outcome === 'changed')
    columns.push({
      key: 'difference',
      label: t('rows.difference'),
      cell: ({ number, serviceId, seenVersion, writtenVersion }) =>
        serviceId === null ? (
          '–'
        ) : isWritten ? (
          <Link href={c.at(`/praca/uslugi/${serviceId}/wersje/porownanie?z=${seenVersion}&do=${writtenVersion}`)}>{t('rows.show')}</Link>
        ) : (
          <Link href={`${here}/wiersze/${number}`}>{t('rows.show')}</Link>
        ),
    });
  if (run.state === 'undone' && (outcome === 'added' || outcome === 'changed'))
    columns.push({ key: 'undo', label: t('rows.after'), cell: ({ undo }) => (undo === null ? '–' : t(`undo.because.${undo}`)) });
  return (
    <>
      <Table
        caption={t(`outcome.${outcome}`)}
        captionHidden
        rows={rows}
        columns={columns}
        empty={<EmptyState title={t(`rows.none.${outcome}`)} level={3} />}
      />
      <KeysetPager
        {...(!isFirst && { previous: `${here}?wiersze=${outcome}` })}
        {...(hasMore && last && { next: `${here}?wiersze=${outcome}&po=${last.number}` })}
      />
    </>
  );
}

function told(run: Run, value: string): string {
  if (run.mapping === null) return value === '' ? t('rows.noValue') : t('rows.inFile', { value: short(value) });
  return value === '' ? t('rows.emptyCell') : t('rows.inCell', { value: short(value) });
}

function Problems({ run, row }: { run: Run; row: RowLine }) {
  return (
    <Stack gap="sm">
      {row.problems.map((problem) => (
        <div>
          <strong>{fieldInWords(run, problem.field)}</strong>
          <Paragraph small muted>
            {told(run, problem.value)}
          </Paragraph>
          <Paragraph small>{problemInWords(problem)}</Paragraph>
        </div>
      ))}
    </Stack>
  );
}
