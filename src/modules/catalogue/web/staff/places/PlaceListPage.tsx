import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { EmptyState, Heading, KeysetPager, Lead, Link, PageHeader, Stack, Table } from '#ui/index.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import type { Location } from '../../../usecases/sharedRecords.ts';

const t = catalogueStaffTexts.in('pl');
interface Props {
  readonly c: CentreContext;
  readonly places: readonly Location[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
}

export function PlaceListPage({ c, places, hasMore, isFirst }: Props) {
  const here = c.at('/praca/miejsca');
  const last = places.at(-1);
  return (
    <StaffPage
      c={c}
      title={t('places.title')}
      crumbs={[{ label: t('list.title'), href: c.at('/praca/uslugi') }, { label: t('places.title') }]}
    >
      <Stack gap="lg">
        <PageHeader>
          <Heading level={1}>{t('places.title')}</Heading>
          <Lead>{t('places.lead')}</Lead>
        </PageHeader>
        <Table
          caption={t('places.title')}
          captionHidden
          rows={places}
          empty={<EmptyState title={t('places.none')}>{t('places.noneText')}</EmptyState>}
          columns={[
            {
              key: 'name',
              label: t('places.name'),
              rowHeader: true,
              cell: ({ id, name }) => <Link href={c.at(`/praca/miejsca/${id}`)}>{name}</Link>,
            },
            {
              key: 'address',
              label: t('places.address'),
              plain: true,
              cell: ({ street, postcode, town }) => [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ') || '–',
            },
            {
              key: 'known',
              label: t('places.known'),
              cell: ({ accessibility }) => t((accessibility ?? []).length > 0 ? 'places.yes' : 'places.no'),
            },
          ]}
        />
        <KeysetPager {...(!isFirst && { previous: here })} {...(hasMore && last && { next: `${here}?po=${last.id}` })} />
      </Stack>
    </StaffPage>
  );
}
