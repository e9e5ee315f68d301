import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  EmptyState,
  FilterForm,
  Heading,
  KeysetPager,
  Lead,
  Link,
  LinkButton,
  PageHeader,
  PlusIcon,
  SearchForm,
  SelectField,
  Stack,
  Table,
  Tag,
} from '#ui/index.ts';
import { completenessOn } from '../../../domain/shippedCompleteness.ts';
import { SERVICE_STATUSES, type ServiceStatus } from '../../../domain/codes.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';

interface Props {
  readonly c: CentreContext;
  readonly typed: string;
  readonly status: ServiceStatus | undefined;
  readonly services: readonly CatalogueService[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
}
const tones = { active: 'success', draft: 'info', paused: 'warning', ended: 'neutral' } as const;

export function ServiceListPage({ c, typed, status, services, hasMore, isFirst }: Props) {
  const t = catalogueStaffTexts.in('pl');
  const here = c.at('/praca/uslugi');
  const kept = { ...(typed !== '' && { q: typed }), ...(status && { stan: status }) };
  const address = (more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ ...kept, ...more }).toString();
    return query === '' ? here : `${here}?${query}`;
  };
  const last = services.at(-1);
  return (
    <StaffPage c={c} title={t('list.title')}>
      <Stack gap="lg">
        <PageHeader
          actions={
            <LinkButton href={c.at('/praca/uslugi/nowa')} icon={<PlusIcon />}>
              {t('list.add')}
            </LinkButton>
          }
        >
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
          <Link href={c.at('/praca/miejsca')}>{t('places.link')}</Link>
          <Link href={c.at('/praca/uslugi/import')}>{t('list.import')}</Link>
          <Link href={c.at('/praca/uslugi/powtorzone')}>{stewardTexts.in('pl')('duplicates.link')}</Link>
        </PageHeader>
        <SearchForm action={here} value={typed} label={t('list.search')} hidden={status ? { stan: status } : {}} />
        <FilterForm
          action={here}
          hidden={typed === '' ? {} : { q: typed }}
          {...(status && { clear: typed === '' ? here : `${here}?${new URLSearchParams({ q: typed })}` })}
        >
          <SelectField
            name="stan"
            label={t('list.status')}
            required={false}
            value={status ?? ''}
            empty={t('list.anyStatus')}
            options={SERVICE_STATUSES.map((each) => ({ value: each, label: t(`status.${each}`) }))}
          />
        </FilterForm>
        <Table
          caption={t('list.title')}
          captionHidden
          rows={services}
          empty={<EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>}
          columns={[
            {
              key: 'name',
              label: t('list.name'),
              rowHeader: true,
              cell: (service) => <Link href={c.at(`/praca/uslugi/${service.id}`)}>{service.name}</Link>,
            },
            {
              key: 'status',
              label: t('list.status'),
              plain: true,
              cell: ({ status: each }) => <Tag tone={tones[each]}>{t(`status.${each}`)}</Tag>,
            },
            { key: 'provider', label: t('list.provider'), plain: true, cell: ({ provider }) => provider?.name ?? '–' },
            {
              key: 'score',
              label: stewardTexts.in('pl')('score.column'),
              numeric: true,
              cell: (service) => stewardTexts.in('pl')('score.value', { score: completenessOn(service, c.today).score }),
            },
            { key: 'updated', label: t('list.updated'), cell: ({ updatedAt }) => formatInstant(updatedAt) },
          ]}
        />
        <KeysetPager
          {...(!isFirst && { previous: address() })}
          {...(hasMore && last && { next: address({ po: `${last.id}~${last.name}` }) })}
        />
      </Stack>
    </StaffPage>
  );
}
