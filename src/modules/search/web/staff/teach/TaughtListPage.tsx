import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  EmptyState,
  Form,
  Heading,
  KeysetPager,
  Lead,
  Link,
  LinkButton,
  Paragraph,
  Stack,
  Table,
  VisuallyHidden,
} from '#ui/index.ts';
import { searchStaffTexts } from '../../../texts/staff.ts';
import type { Taught } from '../../../usecases/teachSearch.ts';
import { needNames } from '../finding/names.ts';
import { teachPath } from './TeachPage.tsx';

const t = searchStaffTexts.in('pl');
export const taughtPath = '/praca/szukane/nauczone';

interface Props {
  readonly c: CentreContext;
  readonly taught: readonly Taught[];
  readonly next: Taught | undefined;
  readonly isFirst: boolean;
}

/** All that the search was taught here, by whom and when; each can be taken back. */
export function TaughtListPage({ c, taught, next, isFirst }: Props) {
  const here = c.at(taughtPath);
  return (
    <StaffPage c={c} title={t('teach.list')} crumbs={[{ label: t('nav'), href: c.at('/praca/szukane') }, { label: t('teach.list') }]}>
      <Stack gap="lg">
        <div>
          <Heading level={1}>{t('teach.list')}</Heading>
          <Lead>{t('teach.listLead')}</Lead>
          <LinkButton href={c.at(teachPath)}>{t('teach.title')}</LinkButton>
        </div>
        {taught.length === 0 ? (
          <EmptyState title={t('teach.empty')}>{t('teach.emptyText')}</EmptyState>
        ) : (
          <Table<Taught>
            caption={t('teach.list')}
            captionHidden
            rows={taught}
            columns={[
              { key: 'words', label: t('words'), rowHeader: true, cell: ({ words }) => `„${words}”` },
              { key: 'meaning', label: t('teach.meaning'), cell: meaning },
              { key: 'who', label: t('teach.who'), cell: ({ authorName }) => authorName ?? t('teach.nobody') },
              { key: 'at', label: t('teach.at'), cell: ({ taughtAt }) => formatInstant(taughtAt) },
              { key: 'undo', label: t('teach.state'), cell: (row) => <Undo c={c} row={row} /> },
            ]}
          />
        )}
        <KeysetPager
          {...(!isFirst && { previous: here })}
          {...(next && { next: `${here}?${new URLSearchParams({ po: `${next.taughtAt}~${next.id}` })}` })}
        />
        <Paragraph>
          <Link href={c.at(`${taughtPath}.json`)}>{t('teach.download')}</Link>
          <br />
          {t('teach.downloadHint')}
        </Paragraph>
      </Stack>
    </StaffPage>
  );
}

const meaning = ({ need, serviceName }: Taught): string =>
  need !== null
    ? t('teach.asNeed', { name: needNames([need]) })
    : serviceName === null
      ? t('teach.gone')
      : t('teach.asService', { name: serviceName });

function Undo({ c, row: { id, words, undoneAt, undoneByName } }: { readonly c: CentreContext; readonly row: Taught }) {
  if (undoneAt !== null) return <>{t('teach.undoneOn', { at: formatInstant(undoneAt), who: undoneByName ?? t('teach.nobody') })}</>;
  return (
    <Form action={c.at(`${taughtPath}/cofnij`)} idempotencyKey={c.submissionKey()} hidden={{ id }} label={t('teach.undoWords', { words })}>
      <Button variant="tertiary">
        {t('teach.undo')}
        <VisuallyHidden>: {words}</VisuallyHidden>
      </Button>
    </Form>
  );
}
