import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { EmptyState, Heading, KeysetPager, Lead, Link, Stack, Table } from '#ui/index.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';

const t = stewardTexts.in('pl');
const staff = catalogueStaffTexts.in('pl');
type Pair = readonly [CatalogueService, CatalogueService];

interface Props {
  readonly c: CentreContext;
  readonly pairs: readonly Pair[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
}

/** Services that look like one. */
export function DuplicateListPage({ c, pairs, hasMore, isFirst }: Props) {
  const here = c.at('/praca/uslugi/powtorzone');
  const last = pairs.at(-1);
  const about = ({ provider, places, status }: CatalogueService) =>
    [provider?.name, places.map(({ name }) => name).join(', '), staff(`status.${status}`)].filter(Boolean).join('; ');
  return (
    <StaffPage
      c={c}
      title={t('duplicates.title')}
      crumbs={[{ label: staff('list.title'), href: c.at('/praca/uslugi') }, { label: t('duplicates.title') }]}
    >
      <Stack gap="lg">
        <Heading level={1}>{t('duplicates.title')}</Heading>
        <Lead>{t('duplicates.lead')}</Lead>
        <Table<Pair>
          caption={t('duplicates.title')}
          captionHidden
          rows={pairs}
          empty={<EmptyState title={t('duplicates.none')}>{t('duplicates.noneText')}</EmptyState>}
          columns={[
            {
              key: 'name',
              label: staff('list.name'),
              rowHeader: true,
              cell: ([one, other]) => (
                <Link href={c.at(`/praca/uslugi/powtorzone/${one.id}/${other.id}`)}>
                  {t('duplicates.pair', { one: one.name, other: other.name })}
                </Link>
              ),
            },
            { key: 'one', label: t('duplicates.firstCard'), cell: ([one]) => about(one) },
            { key: 'other', label: t('duplicates.secondCard'), cell: ([, other]) => about(other) },
          ]}
        />
        <KeysetPager {...(!isFirst && { previous: here })} {...(hasMore && last && { next: `${here}?po=${last[0].id}~${last[1].id}` })} />
      </Stack>
    </StaffPage>
  );
}
