import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { EmptyState, Heading, Lead, Link, LinkButton, PageHeader, PlusIcon, Stack, Table } from '#ui/index.ts';
import { PROVIDER_KINDS } from '../../../domain/codes.ts';
import { catalogueTexts } from '../../../texts/index.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import type { Provider } from '../../../usecases/services.ts';

const t = catalogueStaffTexts.in('pl');
const card = catalogueTexts.in('pl');

export function ProviderListPage({ c, providers }: { readonly c: CentreContext; readonly providers: readonly Provider[] }) {
  const kindOf = (kind: string | null) => {
    const known = PROVIDER_KINDS.find((each) => each === kind);
    return known ? card(`card.kind.${known}`) : '–';
  };
  return (
    <StaffPage c={c} title={t('providers.title')}>
      <Stack gap="lg">
        <PageHeader
          actions={
            <LinkButton href={c.at('/praca/wykonawcy/nowy')} icon={<PlusIcon />}>
              {t('providers.add')}
            </LinkButton>
          }
        >
          <Heading level={1}>{t('providers.title')}</Heading>
          <Lead>{t('providers.lead')}</Lead>
        </PageHeader>
        <Table
          caption={t('providers.title')}
          captionHidden
          rows={providers}
          empty={<EmptyState title={t('providers.none')}>{t('providers.noneText')}</EmptyState>}
          columns={[
            {
              key: 'name',
              label: t('providers.name'),
              rowHeader: true,
              cell: ({ id, name }) => <Link href={c.at(`/praca/wykonawcy/${id}`)}>{name}</Link>,
            },
            { key: 'kind', label: t('providers.kind'), plain: true, cell: ({ kind }) => kindOf(kind) },
            { key: 'active', label: t('providers.isActive'), cell: ({ isActive }) => t(isActive ? 'providers.yes' : 'providers.no') },
          ]}
        />
      </Stack>
    </StaffPage>
  );
}
