import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Heading, KeysetPager, Lead, Link, List, Stack, Table, Tag } from '#ui/index.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import type { ServiceVersion } from '../../../usecases/serviceVersions.ts';
import type { Merge } from '../../../usecases/takeBackMerge.ts';
import { differencesInWords } from '../../cardInWords.ts';
import { ServiceNav } from '../ServiceNav.tsx';

const t = stewardTexts.in('pl');
type Row = ServiceVersion & { readonly previous?: ServiceVersion | undefined };
interface Props {
  readonly c: CentreContext;
  readonly service: CatalogueService;
  readonly versions: readonly Row[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
  /** Cards with which this one is one now. */
  readonly merges: readonly Merge[];
}

export function VersionListPage({ c, service, versions, hasMore, isFirst, merges }: Props) {
  const card = c.at(`/praca/uslugi/${service.id}`);
  const last = versions.at(-1);
  return (
    <StaffPage
      c={c}
      title={`${t('versions.title')}: ${service.name}`}
      crumbs={[
        { label: catalogueStaffTexts.in('pl')('list.title'), href: c.at('/praca/uslugi') },
        { label: service.name, href: card },
        { label: t('versions.title') },
      ]}
    >
      <Stack gap="lg">
        <Heading level={1} caption={service.name}>
          {t('versions.title')}
        </Heading>
        <ServiceNav c={c} serviceId={service.id} current="versions" />
        <Lead>{t('versions.lead')}</Lead>
        {merges.length === 0 ? null : (
          <List
            items={merges.map(({ kept, gone }) => (
              <Link href={c.at(`/praca/uslugi/powtorzone/${kept.id}/${gone.id}`)}>
                {t('duplicates.mergedWith', { name: (kept.id === service.id ? gone : kept).name })}
              </Link>
            ))}
          />
        )}
        <Table<Row>
          caption={t('versions.caption')}
          captionHidden
          rows={versions}
          columns={[
            {
              key: 'number',
              label: t('versions.number'),
              rowHeader: true,
              cell: ({ number }) =>
                number === service.version ? (
                  <>
                    {number} <Tag tone="success">{t('versions.current')}</Tag>
                  </>
                ) : (
                  String(number)
                ),
            },
            { key: 'at', label: t('versions.at'), cell: ({ at }) => formatInstant(at) },
            { key: 'who', label: t('versions.who'), cell: ({ authorName }) => authorName ?? t('versions.nobody') },
            { key: 'how', label: t('versions.how'), cell: ({ way, restored }) => t(`way.${way}`, { restored: restored ?? '' }) },
            { key: 'fields', label: t('versions.fields'), cell: fieldsInWords },
            {
              key: 'compare',
              label: t('difference.title'),
              cell: ({ number, previous }) => (
                <Stack gap="sm">
                  {previous ? (
                    <Link href={`${card}/wersje/porownanie?z=${previous.number}&do=${number}`}>{t('versions.compare')}</Link>
                  ) : null}
                  {number === service.version ? null : (
                    <Link href={`${card}/wersje/porownanie?z=${number}&do=${service.version}`}>{t('versions.compareCurrent')}</Link>
                  )}
                </Stack>
              ),
            },
          ]}
        />
        <KeysetPager
          {...(!isFirst && { previous: `${card}/wersje` })}
          {...(hasMore && last && { next: `${card}/wersje?przed=${last.number}` })}
        />
      </Stack>
    </StaffPage>
  );
}

function fieldsInWords({ previous, service }: Row): string {
  if (!previous) return t('versions.first');
  const labels = differencesInWords(previous.service, service).map(({ label }) => label);
  return labels.length === 0 ? t('versions.nothing') : labels.join(', ');
}
