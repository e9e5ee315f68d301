import { formatDate } from '#shared/polishDate.ts';
import { audits, auditsNothing, centreDoor, NotFound, page, redirect, type CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Button, EmptyState, Form, Heading, KeysetPager, Lead, Link, Paragraph, Stack, Table, VisuallyHidden } from '#ui/index.ts';
import { mayManageCatalogue } from '#modules/catalogue/index.ts';
import { mayReadUnmet, mayTeachSearch } from '../../../policy.ts';
import { searchStaffTexts } from '../../../texts/staff.ts';
import { teachPath } from '../teach/TeachPage.tsx';
import { listUnmetSearches, settleSearch, type UnmetSearch } from '../../../usecases/unmetSearches.ts';

const t = searchStaffTexts.in('pl');
const path = '/praca/szukane';

/** What residents looked for in vain, for those who keep the catalogue. */
export const unmetPage = centreDoor({
  method: 'GET',
  path,
  may: mayReadUnmet,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const after = readAfter(c.query.get('po') ?? '');
    const { searches, next } = await listUnmetSearches(c.scope, after);
    return page(
      <StaffPage c={c} title={t('title')}>
        <Stack gap="lg">
          <div>
            <Heading level={1}>{t('title')}</Heading>
            <Lead>{t('lead')}</Lead>
            {mayManageCatalogue.allows(c.actor).allowed ? (
              <Paragraph>
                {t('howTo')} <Link href={c.at('/praca/uslugi')}>{t('toServices')}</Link>
              </Paragraph>
            ) : null}
            <Paragraph>{mayTeachSearch.allows(c.actor).allowed ? <Link href={c.at(teachPath)}>{t('teach.title')}</Link> : null}</Paragraph>
          </div>
          {searches.length === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : <Searches c={c} searches={searches} />}
          <KeysetPager
            {...(after && { previous: c.at(path) })}
            {...(next && { next: `${c.at(path)}?${new URLSearchParams({ po: `${next.times}~${next.words}` })}` })}
          />
        </Stack>
      </StaffPage>,
    );
  },
});

function Searches({ c, searches }: { readonly c: CentreContext; readonly searches: readonly UnmetSearch[] }) {
  return (
    <Table
      caption={t('title')}
      captionHidden
      rows={searches}
      columns={[
        { key: 'words', label: t('words'), rowHeader: true, cell: ({ words }) => words },
        { key: 'times', label: t('times'), numeric: true, cell: ({ times }) => String(times) },
        { key: 'last', label: t('last'), cell: ({ lastOn }) => formatDate(lastOn) },
        {
          key: 'what',
          label: t('what'),
          cell: ({ words }) => (
            <Stack gap="sm">
              {mayTeachSearch.allows(c.actor).allowed ? (
                <Link href={`${c.at(teachPath)}?${new URLSearchParams({ q: words, zalatwia: words })}`}>
                  {t('teachThis')}
                  <VisuallyHidden>: {words}</VisuallyHidden>
                </Link>
              ) : null}
              <Link href={`${c.at('/uslugi')}?${new URLSearchParams({ q: words })}`}>
                {t('see')}
                <VisuallyHidden>: {words}</VisuallyHidden>
              </Link>
              <Form action={c.at(path)} idempotencyKey={c.submissionKey()} hidden={{ words }} label={t('settleWords', { words })}>
                <Button variant="tertiary">
                  {t('settle')}
                  <VisuallyHidden>: {words}</VisuallyHidden>
                </Button>
              </Form>
            </Stack>
          ),
        },
      ]}
    />
  );
}

export const settleUnmet = centreDoor({
  method: 'POST',
  path,
  may: mayReadUnmet,
  audit: audits('search.unmet.settled'),
  async handle(c) {
    if (!(await settleSearch(c.scope, c.fields.get('words').slice(0, 300)))) throw new NotFound('search');
    return redirect(c.at(path), t('settled'));
  },
});

function readAfter(typed: string): { times: number; words: string } | undefined {
  const [, times = '', words = ''] = /^(\d{1,9})~(.{1,300})$/u.exec(typed) ?? [];
  return words === '' || /\p{Cc}/u.test(words) ? undefined : { times: Number(times), words };
}
