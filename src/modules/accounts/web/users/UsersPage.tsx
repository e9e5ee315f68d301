import { frameTexts, StaffPage } from '#platform/html/index.ts';
import type { CentreContext } from '#platform/http/index.ts';
import type { Role } from '#shared/roles.ts';
import { EmptyState, Heading, Lead, Link, LinkButton, PageHeader, Table } from '#ui/index.ts';
import type { Member } from '../../store/memberStore.ts';
import { staffTexts } from '../../texts/staff.ts';

/** Breaks, where it must, before the host and not within a word. */
function Email({ address }: { readonly address: string }) {
  const [name, host] = address.split('@');
  return (
    <>
      {name}@<wbr />
      {host}
    </>
  );
}

type Listed = Member & { readonly roles: readonly Role[] };

export function UsersPage({ c, members }: { readonly c: CentreContext; readonly members: readonly Listed[] }) {
  const t = staffTexts.in('pl');
  const words = frameTexts.in('pl');
  return (
    <StaffPage c={c} title={t('title')}>
      <PageHeader actions={<LinkButton href={c.at('/praca/uzytkownicy/zapros')}>{t('invite')}</LinkButton>}>
        <Heading level={1}>{t('title')}</Heading>
        <Lead>{t('lead')}</Lead>
      </PageHeader>
      <Table<Listed>
        caption={t('title')}
        captionHidden
        rows={members}
        empty={<EmptyState title={t('empty')} />}
        columns={[
          {
            key: 'name',
            label: t('name'),
            rowHeader: true,
            cell: (row) => <Link href={c.at(`/praca/uzytkownicy/${row.userId}`)}>{row.name}</Link>,
          },
          { key: 'email', label: t('email'), plain: true, cell: (row) => <Email address={row.email} /> },
          {
            key: 'roles',
            label: t('roles'),
            plain: true,
            cell: (row) => row.roles.map((role) => words(`role.${role}`)).join(', ') || t('noRoles'),
          },
          { key: 'codes', label: t('codes'), cell: (row) => t(row.hasSecondFactor ? 'on' : 'off') },
        ]}
      />
    </StaffPage>
  );
}
