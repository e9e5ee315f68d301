import { rolesOf } from '#shared/actor.ts';
import { auditsNothing, centreDoor, page, type CentreScope } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { CardGrid, CardLink, EmptyState, Heading, Link, Paragraph, SearchForm, Section, Stack } from '#ui/index.ts';
import { stepsWaitingFor } from '../../../domain/stepsOfRoles.ts';
import { mayListCases, mayStartWork } from '../../../policy.ts';
import { caseStaffTexts } from '../../../texts/index.ts';
import { describeCases } from '../../../usecases/describeCases.ts';
import { listCases, type CaseRow } from '../../../usecases/listCases.ts';
import { CaseTable } from '../inbox/CaseTable.tsx';

/** As many deadlines as can be taken in at a glance. */
const shown = 8;
/** What nobody has begun to work on. */
const freshStatuses = ['APPLIED', 'NEED_REPORTED'];

/** Where the staff land after signing in: their next deadlines, and the ways to all they may use. */
export const startPage = centreDoor({
  method: 'GET',
  path: '/praca',
  may: mayStartWork,
  // Whoever sees no cases here has read none, and the log must not say so.
  audit: auditsNothing('the use case writes it'),
  async handle(c) {
    const t = caseStaffTexts.in('pl');
    const links = c.world.modules
      .flatMap((module) => module.navigation ?? [])
      .filter((item) => item.area === 'staff' && item.path !== '/praca' && item.may.allows(c.actor).allowed)
      .toSorted((a, b) => a.order - b.order);
    // Whoever writes requests down is asked what the centre could help with.
    const takes = links.some((item) => item.path === '/praca/zgloszenia/nowe');
    const isLister = mayListCases.allows(c.actor).allowed;
    const isCoordinator = c.actor.kind === 'user' && c.actor.roles.includes('planCoordinator');
    const coordinatorId = isCoordinator && c.actor.kind === 'user' ? c.actor.userId : null;
    const found = isLister
      ? await listCases(c.scope, {
          words: '',
          statuses: [],
          onlyOpen: true,
          coordinatorId,
          serviceId: null,
          sort: 'due',
          cursor: null,
          limit: shown,
        })
      : [];
    const cases = await describeCases(c.scope, found.slice(0, shown));
    // Steps such as ordering services have no date and would never come up among the deadlines.
    const nextSteps = isLister ? stepsWaitingFor(rolesOf(c.actor)) : [];
    const inTurn = nextSteps.length > 0 ? await listInTurn(c.scope, nextSteps) : [];
    const waiting = await describeCases(c.scope, inTurn.slice(0, shown));
    const fresh = isLister ? await describeCases(c.scope, await listFresh(c.scope, new Set(inTurn.map(({ id }) => id)))) : [];
    const seen = new Set([...fresh, ...waiting, ...cases].map(({ row }) => row.id)).size;
    if (isLister) await c.scope.audit('cases.list.read', { detail: { shown: seen } });
    const name = c.actor.kind === 'user' ? c.actor.name : '';
    return page(
      <StaffPage c={c} title={t('start.title')}>
        <Stack gap="lg">
          <Heading level={1}>{t('start.hello', { name })}</Heading>
          {takes ? (
            <SearchForm action={c.at('/uslugi')} look="large" label={t('start.findService')} hint={t('start.findServiceHint')} />
          ) : null}
          {fresh.length > 0 ? (
            <Section labelledBy="nowe">
              <Heading level={2} id="nowe">
                {t('start.fresh')}
              </Heading>
              <CaseTable c={c} cases={fresh} caption={t('start.fresh')} />
              <Paragraph>
                <Link href={c.at(`/praca/sprawy?${freshStatuses.map((each) => `stan=${each}`).join('&')}`)}>{t('start.allFresh')}</Link>
              </Paragraph>
            </Section>
          ) : null}
          {waiting.length > 0 ? (
            <Section labelledBy="czeka">
              <Heading level={2} id="czeka">
                {t('start.waiting')}
              </Heading>
              <CaseTable c={c} cases={waiting} caption={t('start.waiting')} />
            </Section>
          ) : null}
          {isLister ? (
            <Section labelledBy="terminy">
              <Heading level={2} id="terminy">
                {t(isCoordinator ? 'start.myDeadlines' : 'start.deadlines')}
              </Heading>
              {cases.length === 0 ? (
                <EmptyState title={t('start.noDeadlines')} level={3}>
                  {t('start.noDeadlinesText')}
                </EmptyState>
              ) : (
                <CaseTable c={c} cases={cases} caption={t('start.deadlines')} />
              )}
              <Paragraph>
                <Link href={c.at('/praca/sprawy')}>{t('start.all')}</Link>
              </Paragraph>
            </Section>
          ) : null}
          {links.length > 0 ? (
            <Section labelledBy="przejdz">
              <Heading level={2} id="przejdz">
                {t('start.ways')}
              </Heading>
              <CardGrid compact>
                {links.map((item) => (
                  <CardLink href={c.at(item.path)} title={item.label(c.lang)} />
                ))}
              </CardGrid>
            </Section>
          ) : (
            <EmptyState title={t('start.noWays')} level={2}>
              {t('start.noWaysText')}
            </EmptyState>
          )}
        </Stack>
      </StaffPage>,
    );
  },
});

/** Cases whose next step belongs to these roles: urgent ones first, as those who said so were promised, then the newest. */
async function listInTurn(scope: CentreScope, nextSteps: readonly string[]): Promise<readonly CaseRow[]> {
  const query = {
    words: '',
    statuses: [],
    // A refusal is delivered also in a case that is over.
    onlyOpen: false,
    coordinatorId: null,
    serviceId: null,
    nextSteps,
    sort: 'changed',
    cursor: null,
    limit: shown,
  } as const;
  const found = [...(await listCases(scope, { ...query, onlyUrgent: true })), ...(await listCases(scope, query))];
  return [...new Map(found.map((row) => [row.id, row])).values()].slice(0, shown);
}

/** New requests and reported needs: overdue ones first, then urgent ones, then the newest; without those shown as waiting anyway. */
async function listFresh(scope: CentreScope, others: ReadonlySet<string>): Promise<readonly CaseRow[]> {
  const query = {
    words: '',
    statuses: freshStatuses,
    onlyOpen: true,
    coordinatorId: null,
    serviceId: null,
    sort: 'changed',
    cursor: null,
    limit: shown,
  } as const;
  const urgent = await listCases(scope, { ...query, onlyUrgent: true });
  const newest = await listCases(scope, query);
  const soonest = await listCases(scope, { ...query, sort: 'due' });
  const overdue = soonest.filter(({ nextDueOn }) => nextDueOn && Temporal.PlainDate.compare(nextDueOn, scope.today) < 0);
  const found = new Map([...overdue, ...urgent, ...newest].map((row) => [row.id, row]));
  return [...found.values()].filter(({ id }) => !others.has(id)).slice(0, shown);
}
