import { VOIVODESHIPS } from '#shared/teryt.ts';
import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { EmptyState, Heading, Lead, Link, LinkButton, PageHeader, PlusIcon, Stack, Table, Tag } from '#ui/index.ts';
import { templateTexts } from '../../../texts/staff.ts';
import type { listOwnTemplates } from '../../../usecases/writeTemplates.ts';
import { listTitle } from './TemplateNav.tsx';

const t = templateTexts.in('pl');
type Row = Awaited<ReturnType<typeof listOwnTemplates>>[number];

/** How an author's templates stand: published, withdrawn, used. */
export function TemplateListPage({ c, templates }: { readonly c: CentreContext; readonly templates: readonly Row[] }) {
  const title = listTitle(c);
  const voivodeship = VOIVODESHIPS.get(c.centre.teryt.slice(0, 2)) ?? '';
  return (
    <StaffPage c={c} title={title}>
      <Stack gap="lg">
        <PageHeader
          actions={
            <LinkButton href={c.at('/praca/wzory/nowy')} icon={<PlusIcon />}>
              {t('write.add')}
            </LinkButton>
          }
        >
          <Heading level={1}>{title}</Heading>
          <Lead>{c.centre.kind === 'regionalOffice' ? t('write.leadRegion', { voivodeship }) : t('write.leadOwn')}</Lead>
        </PageHeader>
        <Table<Row>
          caption={title}
          captionHidden
          rows={templates}
          empty={<EmptyState title={t('write.none')}>{t('write.noneText')}</EmptyState>}
          columns={[
            {
              key: 'name',
              label: t('write.name'),
              rowHeader: true,
              cell: ({ id, name }) => <Link href={c.at(`/praca/wzory/${id}`)}>{name}</Link>,
            },
            { key: 'state', label: t('write.state'), cell: (row) => <StateTag {...row} /> },
            {
              key: 'use',
              label: t('write.use'),
              cell: ({ services, centres }) =>
                services === 0
                  ? '–'
                  : t('write.useValue', {
                      services: t('write.services', { count: services }),
                      centres: t('write.centres', { count: centres }),
                    }),
            },
            { key: 'behind', label: t('write.behind'), numeric: true, cell: ({ behind }) => String(behind) },
            { key: 'updated', label: t('write.updated'), cell: ({ updatedAt }) => formatInstant(updatedAt) },
          ]}
        />
      </Stack>
    </StaffPage>
  );
}

function StateTag({ number, withdrawnAt }: Pick<Row, 'number' | 'withdrawnAt'>) {
  if (number === null) return <Tag tone="info">{t('write.draft')}</Tag>;
  if (withdrawnAt !== null) return <Tag>{t('write.withdrawn')}</Tag>;
  return <Tag tone="success">{t('write.published', { number })}</Tag>;
}
