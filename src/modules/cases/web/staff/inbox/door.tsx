import { listNews } from '#platform/files/index.ts';
import { audits, centreDoor, page, type CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Checkbox,
  CheckboxGroup,
  Details,
  EmptyState,
  FilterForm,
  Heading,
  KeysetPager,
  LinkButton,
  PageHeader,
  SelectField,
  TextField,
} from '#ui/index.ts';
import { listServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { caseStatuses } from '../../../domain/caseStatus.ts';
import { mayListCases } from '../../../policy.ts';
import { caseStaffTexts, caseTexts } from '../../../texts/index.ts';
import { describeCases, type ListedCase } from '../../../usecases/describeCases.ts';
import { caseSorts, listCounted } from '../../../usecases/listCases.ts';
import { CaseTable } from './CaseTable.tsx';
import { pageLength, pageOf, queryOf, readFilter, writeFilter, type InboxFilter } from './inboxQuery.ts';

interface InboxProps {
  readonly c: CentreContext;
  readonly filter: InboxFilter;
  readonly cases: readonly ListedCase[];
  readonly services: readonly CatalogueService[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
  /** Of all pages together; one more than `mostCounted` says that there are more. */
  readonly found: number;
}

/** Counting further would cost time and tell nothing. */
const mostCounted = 1000;

/** The chosen statuses while they can be taken in, otherwise how many there are. */
function statusesInWords({ statuses }: InboxFilter): string {
  const t = caseStaffTexts.in('pl');
  if (statuses.length === 0) return t('list.statusAny');
  const words = caseTexts.in('pl');
  if (statuses.length > 3) return t('list.statusChosen', { count: statuses.length });
  return t('list.statusNamed', { names: statuses.map((status) => words(`status.${status}`)).join(', ') });
}

function InboxPage({ c, filter, cases, services, previous, next, found }: InboxProps) {
  const t = caseStaffTexts.in('pl');
  const words = caseTexts.in('pl');
  const address = c.at('/praca/sprawy');
  const isFiltered = c.query.size > 0;
  // Writing a request down belongs to a module above; its navigation says who may.
  const takeAt = '/praca/zgloszenia/nowe';
  const mayTake = c.world.modules.some((module) =>
    module.navigation?.some((item) => item.path === takeAt && item.may.allows(c.actor).allowed),
  );
  return (
    <StaffPage c={c} title={t('list.title')}>
      <PageHeader actions={mayTake ? <LinkButton href={c.at(takeAt)}>{t('list.take')}</LinkButton> : null}>
        <Heading level={1} caption={found > mostCounted ? t('list.foundOver', { count: mostCounted }) : t('list.found', { count: found })}>
          {t('list.title')}
        </Heading>
      </PageHeader>
      <FilterForm action={address} {...(isFiltered && { clear: address })}>
        <TextField name="q" label={t('list.words')} value={filter.words} required={false} width="full" autocomplete="off" maxlength={200} />
        <SelectField
          name="usluga"
          label={t('list.service')}
          value={filter.serviceId ?? undefined}
          empty={t('list.anyService')}
          required={false}
          options={services.map((service) => ({ value: service.id, label: service.name }))}
        />
        <SelectField
          name="sortuj"
          label={t('list.order')}
          value={filter.sort}
          empty={false}
          options={caseSorts.map((sort) => ({ value: sort, label: t(`list.sort.${sort}`) }))}
        />
        <Checkbox name="otwarte" value="1" label={t('list.onlyOpen')} checked={filter.onlyOpen} />
        <Checkbox name="pilne" value="1" label={t('list.onlyUrgent')} checked={filter.onlyUrgent} />
        <Checkbox name="nowe" value="1" label={t('list.onlyNews')} checked={filter.onlyNews} />
        <Checkbox name="moje" value="1" label={t('list.onlyMine')} checked={filter.onlyMine} />
        <Details summary={statusesInWords(filter)}>
          <CheckboxGroup
            inline
            name="stan"
            label={t('list.status')}
            values={filter.statuses}
            required={false}
            choices={caseStatuses.map((status) => ({ value: status, label: words(`status.${status}`) }))}
          />
        </Details>
      </FilterForm>
      {cases.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'list.noneFits' : 'list.none')} level={2}>
          {isFiltered ? t('list.noneFitsText') : t('list.noneText')}
        </EmptyState>
      ) : (
        <CaseTable c={c} cases={cases} caption={t('list.title')} />
      )}
      <KeysetPager {...(previous && { previous })} {...(next && { next })} />
    </StaffPage>
  );
}

export const inboxPage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy',
  may: mayListCases,
  audit: audits('cases.list.read'),
  async handle(c) {
    const filter = readFilter(c.query);
    const query = {
      ...queryOf(filter, c.actor.kind === 'user' ? c.actor.userId : null),
      ...(filter.onlyNews && { ids: await listNews(c.scope) }),
    };
    const found = await listCounted(c.scope, query, mostCounted);
    const { rows, before, after } = pageOf(found.rows, filter.cursor, pageLength);
    const at = (place: Parameters<typeof writeFilter>[1]) => `${c.at('/praca/sprawy')}?${writeFilter(filter, place).toString()}`;
    c.concerns({ detail: { shown: rows.length } });
    return page(
      <InboxPage
        c={c}
        filter={filter}
        cases={await describeCases(c.scope, rows)}
        services={await listServices(c.scope)}
        previous={before && at({ row: before, back: true })}
        next={after && at({ row: after, back: false })}
        found={found.count}
      />,
    );
  },
});
