import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Details,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  FormActions,
  Heading,
  KeysetPager,
  Lead,
  Link,
  LinkButton,
  List,
  PageHeader,
  Paragraph,
  Row,
  Section,
  Stack,
  Table,
  Tag,
} from '#ui/index.ts';
import { FIELD_GROUPS } from '#modules/catalogue/index.ts';
import { sampleColumns } from '../../../usecases/sampleSheet.ts';
import type { RunState } from '../../../domain/run.ts';
import type { Run } from '../../../store/tables.ts';
import { importTexts } from '../../../texts/staff.ts';

const t = importTexts.in('pl');
const tones: Readonly<Record<RunState, 'info' | 'warning' | 'success' | 'neutral'>> = {
  uploaded: 'warning',
  checking: 'info',
  checked: 'warning',
  importing: 'info',
  imported: 'success',
  undoing: 'info',
  undone: 'neutral',
  dropped: 'neutral',
};

const columnsByGroup = (Object.keys(FIELD_GROUPS) as (keyof typeof FIELD_GROUPS)[]).map((group) => {
  const own = sampleColumns.filter(({ field }) => FIELD_GROUPS[group].includes(field));
  return `${t(`group.${group}`)}: ${own.map(({ heading }) => heading).join(', ')}`;
});

interface Props {
  readonly c: CentreContext;
  readonly runs: readonly Run[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
  /** Why the file was not taken. */
  readonly problem?: string | undefined;
}

export function ImportListPage({ c, runs, hasMore, isFirst, problem }: Props) {
  const here = c.at('/praca/uslugi/import');
  const last = runs.at(-1);
  return (
    <StaffPage
      c={c}
      title={t('title')}
      hasErrors={problem !== undefined}
      crumbs={[{ label: t('services'), href: c.at('/praca/uslugi') }, { label: t('title') }]}
    >
      <Stack gap="lg">
        {problem === undefined ? null : <ErrorSummary errors={[{ field: 'file', message: problem }]} />}
        <PageHeader>
          <Heading level={1}>{t('title')}</Heading>
          <Lead>{t('lead')}</Lead>
        </PageHeader>
        <Form action={here} idempotencyKey={c.submissionKey()} multipart>
          <FileField
            name="file"
            label={t('file')}
            hint={t('fileHint')}
            kinds={t('kinds')}
            maxSize="20 MB"
            accept=".xlsx,.csv,.tsv,.txt,.json,.jsonl,.ndjson,.zip"
            error={problem}
          />
          <FormActions>
            <Button type="submit">{t('send')}</Button>
          </FormActions>
        </Form>
        <Section>
          <Heading level={2}>{t('sample.title')}</Heading>
          <Paragraph>{t('sample.lead')}</Paragraph>
          <Row>
            <LinkButton href={`${here}/wzor.csv`} variant="secondary">
              {t('sample.download')}
            </LinkButton>
          </Row>
          <Details summary={t('sample.columns')}>
            <List items={columnsByGroup} />
          </Details>
        </Section>
        <Heading level={2}>{t('history')}</Heading>
        <Table<Run>
          caption={t('history')}
          captionHidden
          rows={runs}
          empty={
            <EmptyState title={t('none')} level={3}>
              {t('noneText')}
            </EmptyState>
          }
          columns={[
            {
              key: 'file',
              label: t('column.file'),
              rowHeader: true,
              cell: ({ id, fileName }) => <Link href={`${here}/${id}`}>{fileName}</Link>,
            },
            { key: 'when', label: t('column.when'), plain: true, cell: ({ createdAt }) => formatInstant(createdAt) },
            { key: 'who', label: t('column.who'), plain: true, cell: ({ startedByName }) => startedByName ?? t('fromCommand') },
            {
              key: 'state',
              label: t('column.state'),
              plain: true,
              cell: ({ state }) => <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>,
            },
            {
              key: 'counts',
              label: t('column.counts'),
              cell: ({ state, added, changed }) =>
                state === 'imported' || state === 'undoing' || state === 'undone' ? t('counts', { added, changed }) : '–',
            },
          ]}
        />
        <KeysetPager {...(!isFirst && { previous: here })} {...(hasMore && last && { next: `${here}?po=${last.id}` })} />
      </Stack>
    </StaffPage>
  );
}
