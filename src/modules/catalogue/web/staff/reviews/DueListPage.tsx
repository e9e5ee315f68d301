import { formatShortDate } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Button, EmptyState, Form, Heading, KeysetPager, Lead, Link, Notice, Stack, Table, VisuallyHidden } from '#ui/index.ts';
import { completenessOn } from '../../../domain/shippedCompleteness.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';

const t = stewardTexts.in('pl');
interface Row {
  readonly service: CatalogueService;
  readonly dueOn: Temporal.PlainDate;
}
interface Props {
  readonly c: CentreContext;
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
  readonly problem?: string | undefined;
}

/** Cards whose review is due, each confirmed by one button. */
export function DueListPage({ c, rows, hasMore, isFirst, problem }: Props) {
  const here = c.at('/praca/uslugi/do-sprawdzenia');
  const last = rows.at(-1);
  return (
    <StaffPage
      c={c}
      title={t('reviews.title')}
      crumbs={[{ label: catalogueStaffTexts.in('pl')('list.title'), href: c.at('/praca/uslugi') }, { label: t('reviews.title') }]}
    >
      <Stack gap="lg">
        <Heading level={1}>{t('reviews.title')}</Heading>
        <Lead>{t('reviews.lead')}</Lead>
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {problem}
          </Notice>
        )}
        <Table<Row>
          caption={t('reviews.title')}
          captionHidden
          rows={rows}
          empty={
            <EmptyState
              title={t('reviews.none')}
              action={<Link href={c.at('/praca/uslugi')}>{catalogueStaffTexts.in('pl')('list.title')}</Link>}
            >
              {t('reviews.noneText')}
            </EmptyState>
          }
          columns={[
            {
              key: 'service',
              label: t('reviews.service'),
              rowHeader: true,
              cell: ({ service }) => <Link href={c.at(`/praca/uslugi/${service.id}`)}>{service.name}</Link>,
            },
            { key: 'provider', label: t('reviews.provider'), plain: true, cell: ({ service }) => service.provider?.name ?? '–' },
            {
              key: 'checked',
              label: t('reviews.checked'),
              cell: ({ service: { checkedOn } }) =>
                checkedOn === null ? t('reviews.never') : formatShortDate(Temporal.PlainDate.from(checkedOn)),
            },
            { key: 'due', label: t('reviews.due'), cell: ({ dueOn }) => formatShortDate(dueOn) },
            {
              key: 'score',
              label: t('reviews.score'),
              numeric: true,
              cell: ({ service }) => t('score.value', { score: completenessOn(service, c.today).score }),
            },
            { key: 'action', label: t('reviews.action'), plain: true, cell: ({ service }) => <Confirm c={c} service={service} /> },
          ]}
        />
        <KeysetPager
          {...(!isFirst && { previous: here })}
          {...(hasMore && last && { next: `${here}?po=${last.dueOn}~${last.service.id}` })}
        />
      </Stack>
    </StaffPage>
  );
}

function Confirm({ c, service }: { readonly c: CentreContext; readonly service: CatalogueService }) {
  return (
    <Form
      action={c.at(`/praca/uslugi/${service.id}/aktualne`)}
      idempotencyKey={c.submissionKey()}
      version={service.version}
      label={t('reviews.confirmOf', { name: service.name })}
    >
      <Button type="submit" variant="secondary">
        {t('reviews.confirm')}
        <VisuallyHidden>: {service.name}</VisuallyHidden>
      </Button>
    </Form>
  );
}
