import { dayOf } from '../dayOf.ts';
import { VOIVODESHIPS } from '#shared/teryt.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  EmptyState,
  FilterForm,
  Heading,
  KeysetPager,
  Lead,
  Link,
  PageHeader,
  Paragraph,
  SearchForm,
  Section,
  SelectField,
  Stack,
  Table,
  Tag,
  Tags,
  type TagTone,
} from '#ui/index.ts';
import { templateTexts } from '../../../texts/staff.ts';
import type { Standing } from '../../../usecases/adopt.ts';
import type { OfferedTemplate } from '../../../usecases/offered.ts';

const t = templateTexts.in('pl');
/** By what the list can be narrowed. */
export const OFFERED_STATES = ['used', 'unused', 'changed'] as const;
interface Props {
  readonly c: CentreContext;
  readonly typed: string;
  readonly state: (typeof OFFERED_STATES)[number] | undefined;
  readonly templates: readonly OfferedTemplate[];
  readonly hasMore: boolean;
  readonly isFirst: boolean;
  /** Services that wait for a decision, as many as fit the page. */
  readonly waiting: readonly Standing[];
  readonly waitingCount: number;
  /** Services whose text changed by itself lately. */
  readonly followed: readonly Standing[];
}

/** Templates that a centre may use, under the services that wait for its decision. */
export function OfferedListPage({ c, typed, state, templates, hasMore, isFirst, waiting, waitingCount, followed }: Props) {
  const here = c.at('/praca/uslugi/wzory');
  const address = (more: Record<string, string>) => {
    const query = new URLSearchParams({ ...(typed !== '' && { q: typed }), ...(state && { stan: state }), ...more }).toString();
    return query === '' ? here : `${here}?${query}`;
  };
  const last = templates.at(-1);
  return (
    <StaffPage c={c} title={t('offered.title')}>
      <Stack gap="lg">
        <PageHeader>
          <Heading level={1}>{t('offered.title')}</Heading>
          <Lead>{t('offered.lead', { voivodeship: VOIVODESHIPS.get(c.centre.teryt.slice(0, 2)) ?? '' })}</Lead>
          <Link href={c.at('/praca/wzory')}>{t('write.ownTitle')}</Link>
        </PageHeader>
        {waiting.length === 0 ? null : (
          <Section labelledBy="czekaja">
            <Heading level={2} id="czekaja">
              {t('offered.waiting')}
            </Heading>
            <Paragraph>{t('offered.waitingText')}</Paragraph>
            <WaitingTable c={c} waiting={waiting} />
            {waitingCount > waiting.length ? <Paragraph muted>{t('offered.more', { count: waiting.length })}</Paragraph> : null}
          </Section>
        )}
        {followed.length === 0 ? null : (
          <Section labelledBy="zmienione">
            <Heading level={2} id="zmienione">
              {t('offered.followed')}
            </Heading>
            <Paragraph>{t('offered.followedText')}</Paragraph>
            <FollowedTable c={c} followed={followed} />
          </Section>
        )}
        <SearchForm action={here} value={typed} label={t('offered.search')} hidden={state ? { stan: state } : {}} />
        <FilterForm action={here} hidden={typed === '' ? {} : { q: typed }} {...(state && { clear: here })}>
          <SelectField
            name="stan"
            label={t('offered.state')}
            required={false}
            value={state ?? ''}
            empty={t('offered.anyState')}
            options={OFFERED_STATES.map((each) => ({ value: each, label: t(`offered.states.${each}`) }))}
          />
        </FilterForm>
        <Table<OfferedTemplate>
          caption={t('offered.title')}
          captionHidden
          rows={templates}
          empty={<EmptyState title={t('offered.none')}>{t('offered.noneText')}</EmptyState>}
          columns={[
            {
              key: 'name',
              label: t('offered.name'),
              rowHeader: true,
              cell: ({ templateId, name }) => <Link href={c.at(`/praca/uslugi/wzory/${templateId}`)}>{name}</Link>,
            },
            {
              key: 'author',
              label: t('offered.author'),
              cell: ({ isOwn, publisherName }) => (isOwn ? t('offered.ownAuthor') : publisherName),
            },
            {
              key: 'number',
              label: t('offered.number'),
              cell: ({ number, publishedAt }) => t('editions.of', { number, date: dayOf(publishedAt) }),
            },
            { key: 'use', label: t('offered.use'), cell: (row) => <Tags items={useOf(row)} /> },
          ]}
        />
        <KeysetPager
          {...(!isFirst && { previous: address({}) })}
          {...(hasMore && last && { next: address({ po: `${last.templateId}~${last.name}` }) })}
        />
      </Stack>
    </StaffPage>
  );
}

function useOf({ services, behind, drifted, withdrawnAt }: OfferedTemplate): { label: string; tone: TagTone }[] {
  return [
    services === 0
      ? { label: t('offered.unused'), tone: 'neutral' }
      : { label: t('offered.useValue', { services: t('write.services', { count: services }) }), tone: 'accent' },
    ...(behind > 0 ? [{ label: t('offered.behind', { count: behind }), tone: 'warning' as const }] : []),
    ...(drifted > 0 ? [{ label: t('offered.drifted', { count: drifted }), tone: 'danger' as const }] : []),
    ...(withdrawnAt === null ? [] : [{ label: t('offered.withdrawn'), tone: 'neutral' as const }]),
  ];
}

function WaitingTable({ c, waiting }: { readonly c: CentreContext; readonly waiting: readonly Standing[] }) {
  return (
    <Table<Standing>
      caption={t('offered.waiting')}
      captionHidden
      rows={waiting}
      columns={[
        {
          key: 'service',
          label: t('offered.service'),
          rowHeader: true,
          cell: ({ service }) => (
            <Link href={c.at(`/praca/uslugi/${service.id}/wzor`)}>{t('offered.compareOf', { name: service.name })}</Link>
          ),
        },
        { key: 'name', label: t('offered.name'), cell: ({ adoption }) => adoption.published.name },
        { key: 'had', label: t('offered.had'), numeric: true, cell: ({ adoption }) => String(adoption.edition.number) },
        { key: 'newest', label: t('offered.newest'), numeric: true, cell: ({ adoption }) => String(adoption.published.number) },
      ]}
    />
  );
}

function FollowedTable({ c, followed }: { readonly c: CentreContext; readonly followed: readonly Standing[] }) {
  return (
    <Table<Standing>
      caption={t('offered.followed')}
      captionHidden
      rows={followed}
      columns={[
        {
          key: 'service',
          label: t('offered.service'),
          rowHeader: true,
          cell: ({ service }) => <Link href={c.at(`/praca/uslugi/${service.id}/wersje`)}>{service.name}</Link>,
        },
        { key: 'name', label: t('offered.name'), cell: ({ adoption }) => adoption.published.name },
        {
          key: 'number',
          label: t('offered.number'),
          cell: ({ adoption }) => t('editions.of', { number: adoption.edition.number, date: dayOf(adoption.edition.publishedAt) }),
        },
        { key: 'note', label: t('offered.why'), cell: ({ adoption }) => adoption.edition.note ?? '–' },
      ]}
    />
  );
}

/** How a service stands to its template, in words. */
export function StandingTags({ standing }: { readonly standing: Standing }) {
  const { drift, isBehind, isWithdrawn } = standing;
  if (isWithdrawn) return <Tag>{t('tie.withdrawn')}</Tag>;
  const items: { label: string; tone: TagTone }[] = [
    ...(isBehind ? [{ label: t('tie.behind'), tone: 'warning' as const }] : []),
    ...(drift.length > 0 ? [{ label: t('tie.drifted'), tone: 'danger' as const }] : []),
  ];
  return items.length === 0 ? <Tag tone="success">{t('tie.inStep')}</Tag> : <Tags items={items} />;
}
