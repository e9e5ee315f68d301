import { formatDate } from '#shared/polishDate.ts';
import { StaffPage } from '#platform/html/index.ts';
import { auditsNothing, centreDoor, page, type CentreContext } from '#platform/http/index.ts';
import { Heading, Lead, Link, Notice, Table, Tag } from '#ui/index.ts';
import { findInForce, type Parameter } from '../../domain/parameters.ts';
import { mayReadLaw } from '../../policy.ts';
import { texts } from '../../texts/texts.ts';
import { listLaw } from '../../usecases/enterValue.ts';
import { valueInWords } from './words.ts';

export const lawList = centreDoor({
  method: 'GET',
  path: '/praca/prawo',
  may: mayReadLaw,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(<LawListPage c={c} law={await listLaw(c.scope)} />),
});

interface Row {
  readonly key: string;
  readonly title: string;
  readonly now: Parameter | undefined;
}

function LawListPage({ c, law }: { readonly c: CentreContext; readonly law: readonly Parameter[] }) {
  const t = texts.in('pl');
  const rows: Row[] = [...new Set(law.map((each) => each.key))].map((key) => ({
    key,
    title: law.find((each) => each.key === key)?.title_pl ?? key,
    now: findInForce(law, key, c.today),
  }));
  const count = rows.filter((row) => row.now && !row.now.verified).length;
  return (
    <StaffPage c={c} title={t('title')}>
      <Heading level={1}>{t('title')}</Heading>
      <Lead>{t('lead')}</Lead>
      {count > 0 ? <Notice tone="warning">{t('unverifiedCount', { count })}</Notice> : null}
      <Table<Row>
        caption={t('inForce')}
        rows={rows}
        columns={[
          {
            key: 'title',
            label: t('column.title'),
            rowHeader: true,
            cell: (row) => <Link href={c.at(`/praca/prawo/${row.key}`)}>{row.title}</Link>,
          },
          { key: 'value', label: t('column.value'), cell: ({ now }) => (now ? valueInWords(now.value, now.unit) : t('notInForce')) },
          { key: 'since', label: t('column.since'), cell: ({ now }) => (now ? formatDate(Temporal.PlainDate.from(now.validFrom)) : '') },
          {
            key: 'article',
            label: t('column.article'),
            cell: ({ now }) => (now?.kind === 'product' ? t('product') : (now?.article ?? t('noArticle'))),
          },
          { key: 'state', label: t('column.state'), cell: ({ now }) => (now ? <StateTag verified={now.verified} /> : null) },
        ]}
      />
    </StaffPage>
  );
}

export function StateTag({ verified }: { readonly verified: boolean }) {
  const t = texts.in('pl');
  return <Tag tone={verified ? 'success' : 'warning'}>{t(verified ? 'verified' : 'unverified')}</Tag>;
}
