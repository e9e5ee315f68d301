import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { EmptyState, Heading, Lead, Link, Stack, Table } from '#ui/index.ts';
import { changedFieldsOf } from '../../../domain/proposal.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import type { listWaitingProposals } from '../../../usecases/proposals.ts';
import { labelOf } from '../../cardInWords.ts';

const t = stewardTexts.in('pl');
type Row = Awaited<ReturnType<typeof listWaitingProposals>>[number];

/** What providers propose and nobody has answered yet. */
export function ProposalListPage({ c, rows }: { readonly c: CentreContext; readonly rows: readonly Row[] }) {
  return (
    <StaffPage
      c={c}
      title={t('proposals.title')}
      crumbs={[{ label: catalogueStaffTexts.in('pl')('list.title'), href: c.at('/praca/uslugi') }, { label: t('proposals.title') }]}
    >
      <Stack gap="lg">
        <Heading level={1}>{t('proposals.title')}</Heading>
        <Lead>{t('proposals.lead')}</Lead>
        <Table<Row>
          caption={t('proposals.title')}
          captionHidden
          rows={rows}
          empty={<EmptyState title={t('proposals.none')}>{t('proposals.noneText')}</EmptyState>}
          columns={[
            {
              key: 'service',
              label: t('proposals.service'),
              rowHeader: true,
              cell: (row) => <Link href={c.at(`/praca/uslugi/propozycje/${row.id}`)}>{row.serviceName}</Link>,
            },
            { key: 'provider', label: t('proposals.provider'), plain: true, cell: (row) => row.providerName },
            {
              key: 'fields',
              label: t('proposals.fields'),
              cell: ({ changes }) => changedFieldsOf(changes).map(labelOf).join(', ') || t('proposals.stillTrue'),
            },
            { key: 'at', label: t('proposals.at'), cell: (row) => formatInstant(row.proposedAt) },
          ]}
        />
      </Stack>
    </StaffPage>
  );
}
