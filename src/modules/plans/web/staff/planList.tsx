import { foldName } from '#shared/personName.ts';
import { formatShortDate } from '#shared/polishDate.ts';
import { isUuid } from '#shared/uuid.ts';
import { rolesOf } from '#shared/actor.ts';
import { audits, centreDoor, page, type CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Checkbox,
  EmptyState,
  FilterForm,
  Heading,
  KeysetPager,
  Lead,
  Link,
  PageHeader,
  SelectField,
  Stack,
  Table,
  Tag,
  TextField,
} from '#ui/index.ts';
import { mayReadPlans } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { listPlanCases, planLists, type PlanCase, type PlanList, type PlanListQuery } from '../../usecases/listPlanCases.ts';

const t = planStaffTexts.in('pl');
const labels = { zatwierdzenie: 'list.toApprove', projekty: 'list.drafts', ulozenie: 'list.toWrite' } as const;
const lists = Object.keys(planLists) as PlanList[];

function queryOf(c: CentreContext): PlanListQuery {
  const first: PlanList = rolesOf(c.actor).includes('planCoordinator') ? 'projekty' : 'zatwierdzenie';
  return {
    list: lists.find((each) => each === c.query.get('lista')) ?? first,
    words: foldName((c.query.get('q') ?? '').slice(0, 100)),
    onlyMine: c.query.get('moje') === 'tak',
    cursor: cursorOf(c.query),
  };
}

function cursorOf(query: URLSearchParams): PlanListQuery['cursor'] {
  const [key = '', id = ''] = (query.get('od') ?? '').split('_');
  if (!isUuid(id)) return null;
  try {
    return { key: Temporal.Instant.from(key).toString(), id, back: query.get('wstecz') === 'tak' };
  } catch {
    return null;
  }
}

/** Plans to write, to agree and to approve. */
export const planListPage = centreDoor({
  method: 'GET',
  path: '/praca/plany',
  may: mayReadPlans,
  audit: audits('plans.list.read'),
  async handle(c) {
    const query = queryOf(c);
    const { cases, hasEarlier, hasLater } = await listPlanCases(c.scope, query);
    const address = (more: Readonly<Record<string, string>>) =>
      `${c.at('/praca/plany')}?${new URLSearchParams({ lista: query.list, ...(c.query.get('q') && { q: c.query.get('q') ?? '' }), ...(query.onlyMine && { moje: 'tak' }), ...more }).toString()}`;
    const at = (row: PlanCase | undefined) => (row ? `${row.changedAt.toString()}_${row.caseId}` : '');
    const label = t(labels[query.list]);
    const isFiltered = query.words !== '' || query.onlyMine;
    return page(
      <StaffPage c={c} title={t('list.title')}>
        <PageHeader
          actions={
            rolesOf(c.actor).includes('director') ? <Link href={c.at('/praca/plany/upowaznienia')}>{t('list.approvers')}</Link> : null
          }
        >
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
        </PageHeader>
        <Stack gap="lg">
          <FilterForm action={c.at('/praca/plany')} clear={isFiltered ? `${c.at('/praca/plany')}?lista=${query.list}` : undefined}>
            <SelectField
              name="lista"
              label={t('list.filter')}
              empty={false}
              value={query.list}
              options={lists.map((value) => ({ value, label: t(labels[value]) }))}
            />
            <TextField name="q" label={t('list.search')} hint={t('list.searchHint')} value={c.query.get('q') ?? ''} required={false} />
            <Checkbox name="moje" label={t('list.mine')} checked={query.onlyMine} />
          </FilterForm>
          <Table
            caption={t('list.caption', { filter: label })}
            empty={<EmptyState title={t('list.empty')} level={2} />}
            rows={cases}
            columns={[
              { key: 'person', label: t('list.person'), rowHeader: true, cell: (row) => row.name },
              {
                key: 'number',
                label: t('list.number'),
                plain: true,
                cell: (row) => <Link href={c.at(`/praca/sprawy/${row.caseId}`)}>{row.number}</Link>,
              },
              { key: 'due', label: t('list.due'), plain: true, cell: (row) => <Due on={row.planDueOn} today={c.today} /> },
              { key: 'coordinator', label: t('list.coordinator'), cell: (row) => row.coordinator ?? t('list.noCoordinator') },
              {
                key: 'plan',
                label: t('list.open'),
                plain: true,
                cell: (row) => (
                  <Link href={c.at(addressOf(query.list, row.caseId))}>
                    {t(query.list === 'zatwierdzenie' ? 'list.approve' : 'section.open')}
                  </Link>
                ),
              },
            ]}
          />
          <KeysetPager
            previous={hasEarlier ? address({ od: at(cases[0]), wstecz: 'tak' }) : undefined}
            next={hasLater ? address({ od: at(cases.at(-1)) }) : undefined}
          />
        </Stack>
      </StaffPage>,
    );
  },
});

const addressOf = (list: PlanList, caseId: string) => `/praca/sprawy/${caseId}/plan${list === 'zatwierdzenie' ? '/zatwierdzenie' : ''}`;

function Due({ on, today }: { readonly on: Temporal.PlainDate | null; readonly today: Temporal.PlainDate }) {
  if (!on) return <>–</>;
  const isOver = Temporal.PlainDate.compare(on, today) < 0;
  return (
    <>
      {formatShortDate(on)} {isOver ? <Tag tone="danger">{t('list.overdue')}</Tag> : null}
    </>
  );
}
