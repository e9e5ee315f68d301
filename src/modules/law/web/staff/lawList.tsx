import { formatShortDate } from '#shared/polishDate.ts';
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
            wide: true,
            cell: (row) => <Link href={c.at(`/praca/prawo/${row.key}`)}>{row.title}</Link>,
          },
          {
            key: 'value',
            label: t('column.value'),
            plain: true,
            cell: ({ now }) => (now ? valueInWords(now.value, now.unit) : t('notInForce')),
          },
          {
            key: 'since',
            label: t('column.since'),
            cell: ({ now }) => (now ? formatShortDate(Temporal.PlainDate.from(now.validFrom)) : ''),
          },
          {
            key: 'article',
            label: t('column.article'),
            plain: true,
            cell: ({ now }) => (now ? <Provision of={now} /> : null),
          },
          { key: 'state', label: t('column.state'), plain: true, cell: ({ now }) => (now ? <StateTag of={now} /> : null) },
        ]}
      />
    </StaffPage>
  );
}

/** The provision, or where the value was read when the source names none. */
export function Provision({ of: { kind, article, source } }: { readonly of: Parameter }) {
  const t = texts.in('pl');
  if (kind === 'product') return <>{t('product')}</>;
  if (article) return <>{article}</>;
  const host = URL.parse(source ?? '')?.host;
  if (!host) return <>{t('noArticle')}</>;
  // A long host breaks at its dots.
  const [first, ...others] = t('bySource', { host }).split('.');
  return (
    <>
      {first}
      {others.map((part) => (
        <>
          .<wbr />
          {part}
        </>
      ))}
    </>
  );
}

/** Whether somebody has compared the value with its source; without a provision that is all there was to compare with. */
export function StateTag({ of: { verified, article, kind } }: { readonly of: Parameter }) {
  const t = texts.in('pl');
  if (!verified) return <Tag tone="warning">{t('unverified')}</Tag>;
  return <Tag tone="success">{t(article || kind === 'product' ? 'verified' : 'verifiedBySource')}</Tag>;
}
