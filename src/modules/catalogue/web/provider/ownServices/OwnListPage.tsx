import { formatShortDate } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { ProviderPage } from '#platform/html/index.ts';
import { EmptyState, Heading, Lead, Link, Stack, Table, Tag } from '#ui/index.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import type { Proposal } from '../../../usecases/proposals.ts';

const t = stewardTexts.in('pl');
export const proposalTones = {
  waiting: 'info',
  approved: 'success',
  partly: 'warning',
  returned: 'warning',
  withdrawn: 'neutral',
} as const;
export type ProposalState = keyof typeof proposalTones;
interface Row {
  readonly service: CatalogueService;
  readonly proposal: Proposal | undefined;
}

/** The services of one's own provider. */
export function OwnListPage({ c, rows }: { readonly c: CentreContext; readonly rows: readonly Row[] }) {
  return (
    <ProviderPage c={c} title={t('own.title')}>
      <Stack gap="lg">
        <Heading level={1}>{t('own.title')}</Heading>
        <Lead>{t('own.lead')}</Lead>
        <Table<Row>
          caption={t('own.title')}
          captionHidden
          rows={rows}
          empty={<EmptyState title={t('own.none')}>{t('own.noneText')}</EmptyState>}
          columns={[
            {
              key: 'service',
              label: t('own.service'),
              rowHeader: true,
              cell: ({ service }) => <Link href={c.at(`/wykonawca/uslugi/${service.id}`)}>{service.name}</Link>,
            },
            {
              key: 'status',
              label: t('own.status'),
              plain: true,
              cell: ({ service }) => catalogueStaffTexts.in('pl')(`status.${service.status}`),
            },
            {
              key: 'checked',
              label: t('own.checked'),
              cell: ({ service: { checkedOn } }) => (checkedOn === null ? '–' : formatShortDate(Temporal.PlainDate.from(checkedOn))),
            },
            { key: 'free', label: t('own.free'), numeric: true, cell: ({ service }) => String(service.vacancy?.free ?? '–') },
            { key: 'proposal', label: t('own.proposal'), cell: ({ proposal }) => (proposal ? <StateTag state={proposal.state} /> : '–') },
          ]}
        />
      </Stack>
    </ProviderPage>
  );
}

export function StateTag({ state }: { readonly state: string }) {
  const known = state as ProposalState;
  return <Tag tone={proposalTones[known]}>{t(`proposals.state.${known}`)}</Tag>;
}
