import type { Child } from 'hono/jsx';
import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  CheckboxGroup,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  LinkButton,
  List,
  Notice,
  PageHeader,
  Paragraph,
  Row,
  Section,
  SectionNav,
  SelectField,
  Stack,
  StatFigure,
  StatGrid,
} from '#ui/index.ts';
import { areas, asHeading } from '#modules/catalogue/index.ts';
import { ROW_OUTCOMES, type RowOutcome } from '../../../domain/run.ts';
import type { RowAgain, RowLine } from '../../../store/rowStore.ts';
import type { Run } from '../../../store/tables.ts';
import { importTexts } from '../../../texts/staff.ts';
import { noteInWords } from '../problemInWords.ts';
import { RowTable } from './RowTable.tsx';

const t = importTexts.in('pl');
const tones = { added: 'success', changed: 'info', unchanged: 'neutral', broken: 'danger', overtaken: 'warning' } as const;
const shownNotes = 20;

export interface ReportProps {
  readonly c: CentreContext<object>;
  readonly run: Run;
  readonly outcome: RowOutcome;
  readonly rows: readonly RowLine[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
  /** Services that would be written without an area of the Act. */
  readonly withoutArea: number;
  /** Why the area could not be chosen. */
  readonly areaProblem?: string | undefined;
  /** Rows that come again from a file of broken rows: they are written only when they are chosen. */
  readonly again: readonly RowAgain[];
  /** Why the choice among them is not enough. */
  readonly againProblem?: string | undefined;
  /** Why a decision could not be taken. */
  readonly problem?: string | undefined;
}

/** What a file would do or did, row by row, with the decision that is due. */
export function ReportPage({
  c,
  run,
  outcome,
  rows,
  hasMore,
  isFirst,
  withoutArea,
  again,
  problem,
  areaProblem,
  againProblem,
}: ReportProps) {
  const here = c.at(`/praca/uslugi/import/${run.id}`);
  const title = t(`report.${run.state as 'checked' | 'imported' | 'undone' | 'dropped'}`);
  const shown = ROW_OUTCOMES.filter((each) => each !== 'overtaken' || run.overtaken > 0);
  const address = (each: RowOutcome) => `${here}?wiersze=${each}`;
  return (
    <StaffPage
      c={c as CentreContext}
      title={title}
      hasErrors={areaProblem !== undefined || againProblem !== undefined}
      crumbs={[
        { label: t('services'), href: c.at('/praca/uslugi') },
        { label: t('title'), href: c.at('/praca/uslugi/import') },
        { label: run.fileName },
      ]}
    >
      <Stack gap="lg">
        {areaProblem === undefined ? null : <ErrorSummary errors={[{ field: 'area', message: areaProblem }]} />}
        {againProblem === undefined ? null : <ErrorSummary errors={[{ field: 'again', message: againProblem }]} />}
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {problem}
          </Notice>
        )}
        <PageHeader>
          <Heading level={1} caption={run.fileName}>
            {title}
          </Heading>
          {run.state === 'checked' ? <Lead>{t('report.checkedLead')}</Lead> : null}
          {run.state === 'dropped' ? <Lead>{t('report.droppedText')}</Lead> : null}
          <Paragraph muted>
            {t('report.byWhom', { who: run.startedByName ?? t('fromCommand'), when: formatInstant(run.createdAt) })}
          </Paragraph>
          {run.importedAt ? <Paragraph muted>{t('report.importedAt', { when: formatInstant(run.importedAt) })}</Paragraph> : null}
          {run.undoneAt ? (
            <Paragraph muted>
              {t('report.undoneAt', { when: formatInstant(run.undoneAt), who: run.undoneByName ?? t('fromCommand') })}
            </Paragraph>
          ) : null}
        </PageHeader>
        {run.state === 'undone' ? (
          <StatGrid>
            {(['removed', 'restored', 'ended', 'kept'] as const).map((each) => (
              <StatFigure
                label={t(`report.${each}`)}
                value={String(run[each])}
                tone={each === 'kept' && run.kept > 0 ? 'warning' : 'neutral'}
              />
            ))}
          </StatGrid>
        ) : (
          <StatGrid>
            {shown.map((each) => (
              <StatFigure
                label={t(`outcome.${each}`)}
                value={String(run[each])}
                tone={run[each] > 0 ? tones[each] : 'neutral'}
                href={address(each)}
              />
            ))}
          </StatGrid>
        )}
        {run.overtaken > 0 && run.state === 'imported' ? <Notice tone="warning">{t('report.overtaken')}</Notice> : null}
        {withoutArea > 0 ? <AreaForm c={c} here={here} count={withoutArea} problem={areaProblem} /> : null}
        <Decision c={c} run={run} here={here} again={again} problem={againProblem} />
        {run.state === 'dropped' ? null : (
          <Section>
            <Heading level={2}>{t('report.tabs')}</Heading>
            <SectionNav
              label={t('report.tabs')}
              items={shown.map((each) => ({
                label: t(`outcome.${each}`),
                href: address(each),
                current: each === outcome,
                count: run[each],
              }))}
            />
            {outcome === 'broken' && run.broken > 0 ? (
              <Row>
                <LinkButton href={`${here}/bledne.csv`} variant="secondary">
                  {t('report.download')}
                </LinkButton>
                {run.mapping === null ? (
                  <LinkButton href={`${here}/bledne.json`} variant="secondary">
                    {t('report.downloadJson')}
                  </LinkButton>
                ) : null}
              </Row>
            ) : null}
            <RowTable c={c} run={run} outcome={outcome} rows={rows} hasMore={hasMore} isFirst={isFirst} />
          </Section>
        )}
        {run.notes.length === 0 ? null : (
          <Details summary={t('report.notes')}>
            {run.notes.length > shownNotes ? <Paragraph muted>{t('report.moreNotes', { count: shownNotes })}</Paragraph> : null}
            <List items={run.notes.slice(0, shownNotes).map(({ row, note }) => `${t('rows.row')} ${row}: ${noteInWords(note)}`)} />
          </Details>
        )}
      </Stack>
    </StaffPage>
  );
}

/** One area of the Act for all services of the file that have none. */
function AreaForm({ c, here, count, problem }: { c: CentreContext<object>; here: string; count: number; problem: string | undefined }) {
  return (
    <Section>
      <Heading level={2}>{t('area.title', { count })}</Heading>
      <Paragraph>{t('area.lead')}</Paragraph>
      <Form action={`${here}/zakres`} idempotencyKey={c.submissionKey()} label={t('area.field')}>
        <SelectField
          name="area"
          label={t('area.field')}
          hint={t('area.hint')}
          error={problem}
          empty={t('area.choose')}
          options={areas.map((area) => ({ value: String(area.number), label: `${area.number}. ${asHeading(area.name, 'pl')}` }))}
        />
        <Button type="submit" variant="secondary">
          {t('area.submit')}
        </Button>
      </Form>
    </Section>
  );
}

/** Cards that may be chosen at once. */
const mostAgain = 300;

function AgainField({ again, problem }: { again: readonly RowAgain[]; problem: string | undefined }) {
  const choices = again.slice(0, mostAgain).map(({ number, name, serviceId, problems: [by] }) => ({
    value: serviceId ?? '',
    label: t('again.choice', { row: number, name }),
    hint: by?.at === undefined ? undefined : t('again.when', { file: by.value, when: formatInstant(Temporal.Instant.from(by.at)) }),
  }));
  return (
    <CheckboxGroup
      name="again"
      label={t('again.title')}
      hint={t('again.hint')}
      required={false}
      error={problem}
      values={[]}
      choices={choices}
    />
  );
}

interface DecisionProps {
  readonly c: CentreContext<object>;
  readonly run: Run;
  readonly here: string;
  readonly again: readonly RowAgain[];
  readonly problem: string | undefined;
}
function Decision({ c, run, here, again, problem }: DecisionProps) {
  const post = (path: string, label: string, variant: 'primary' | 'secondary' | 'tertiary', children?: Child) => (
    <Form action={`${here}/${path}`} idempotencyKey={c.submissionKey()} label={label}>
      {children}
      <Button type="submit" variant={variant}>
        {label}
      </Button>
    </Form>
  );
  const write = (children?: Child) =>
    post('wczytaj', t(run.broken > 0 || children ? 'report.write' : 'report.writeAll'), 'primary', children);
  const another = (
    <LinkButton href={c.at('/praca/uslugi/import')} variant="secondary">
      {t('report.again')}
    </LinkButton>
  );
  if (run.state === 'imported')
    return (
      <Row>
        {run.added + run.changed === 0 ? null : (
          <LinkButton href={`${here}/cofnij`} variant="secondary">
            {t('report.undo')}
          </LinkButton>
        )}
        {another}
      </Row>
    );
  if (run.state !== 'checked') return <Row>{another}</Row>;
  const columns = run.mapping ? (
    <LinkButton href={`${here}/kolumny`} variant="tertiary">
      {t('report.changeColumns')}
    </LinkButton>
  ) : null;
  if (run.added + run.changed === 0)
    return (
      <Stack>
        {run.unchanged > 0 || run.broken === 0 ? (
          <EmptyState title={t('report.nothing')} level={2}>
            {t('report.nothingText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('report.allBroken')} level={2}>
            {t('report.allBrokenText')}
          </EmptyState>
        )}
        <Row>
          {another}
          {columns}
        </Row>
      </Stack>
    );
  return (
    <Stack>
      {run.broken > 0 ? (
        <Notice tone="warning" title={t('report.leftOut', { count: run.broken })} level={2}>
          {t('report.leftOutText')}
        </Notice>
      ) : null}
      {again.length === 0 ? null : write(<AgainField again={again} problem={problem} />)}
      <Row>
        {again.length > 0 ? null : write()}
        {post('porzuc', t('report.drop'), 'secondary')}
        {post('sprawdz', t('report.recheck'), 'tertiary')}
        {columns}
      </Row>
    </Stack>
  );
}
