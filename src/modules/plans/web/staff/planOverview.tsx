import { audits, centreDoor, file, page, type CentreContext } from '#platform/http/index.ts';
import { Card, Columns, Heading, LinkButton, Link, List, Notice, Paragraph, Row, Stack, Tag, TaskList, type TaskState } from '#ui/index.ts';
import { fieldId } from '#ui/index.ts';
import { rolesOf } from '#shared/actor.ts';
import { availableCommands, type CaseOrder } from '#modules/cases/index.ts';
import { getServices } from '#modules/catalogue/index.ts';
import { latestPlanEnd } from '../../domain/planDuty.ts';
import { unplannedServices } from '../../domain/validatePlan.ts';
import { mayReadPlans, mayWritePlans } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { findLastAnswer, findLastReturn } from '../../usecases/planAnswers.ts';
import { findPlanFile, getPlanFile, mayActorApprove, type PlanFile } from '../../usecases/planFile.ts';
import { printPlan } from '../../usecases/planDocuments.ts';
import { PlanInWords } from '../planInWords.tsx';
import { CasePage, LawNote, readCase, type CaseOnPage } from './casePage.tsx';
import { day, editorParts, fieldOfIssue, inEditorOrder, issueInWords, listsOfPart, partOfPath, type EditorPart } from './inWords.ts';
import { canStart, startPlanPage, takeStart } from './startPlan.tsx';

type Params = { readonly caseId: string };
const t = planStaffTexts.in('pl');
const path = '/praca/sprawy/:caseId/plan';

export const planPage = centreDoor({
  method: 'GET',
  path,
  may: mayReadPlans,
  audit: audits('plans.plan.read'),
  async handle(c) {
    const on = await readCase(c);
    const found = await findPlanFile(c.scope, c.params.caseId);
    if (!found || (c.query.has('nastepny') && canStart(on))) return page(await startPlanPage({ c, on, hasEarlier: found !== undefined }));
    return page(await overview(c, on, found));
  },
});

export const startPlanDoor = centreDoor({
  method: 'POST',
  path,
  may: mayWritePlans,
  audit: audits('plans.plan.started'),
  async handle(c) {
    const on = await readCase(c);
    return takeStart({ c, on, hasEarlier: (await findPlanFile(c.scope, c.params.caseId)) !== undefined });
  },
});

/** The plan as it stands, printed anew: for reading through a draft on paper. */
export const planPdf = centreDoor({
  method: 'GET',
  path: `${path}/pdf`,
  may: mayReadPlans,
  audit: audits('plans.plan.read'),
  async handle(c) {
    const on = await readCase(c);
    const found = await getPlanFile(c.scope, c.params.caseId);
    return file(await printPlan(c.scope, found), 'application/pdf', `${on.view.record.number}-IPUS-${found.latest.version}.pdf`, {
      inline: true,
    });
  },
});

async function overview(c: CentreContext<Params>, on: CaseOnPage, found: PlanFile) {
  const address = c.at(`/praca/sprawy/${c.params.caseId}/plan`);
  const { latest, plan, issues } = found;
  const commands = new Set(rolesOf(c.actor).flatMap((role) => availableCommands(on.view.state, role)));
  const can = (command: CaseOrder['type']) => commands.has(command);
  const isDraft = latest.status === 'draft';
  const isWriting = isDraft && mayWritePlans.allows(c.actor).allowed;
  const returned = isDraft ? await findLastReturn(c.scope, found) : undefined;
  const answer = isDraft ? await findLastAnswer(c.scope, found) : undefined;
  const names = await getServices(c.scope, unplannedServices(latest.content, found.facts.qualifiedServiceIds));
  const buttons = [
    isDraft && can('declinePlan') ? { href: `${address}/uzgodnienie`, label: t('overview.agree') } : null,
    latest.status === 'agreed' && can('declinePlan') ? { href: `${address}/uzgodnienie`, label: t('overview.reopen') } : null,
    can('approvePlan') && (await mayActorApprove(c.scope)) ? { href: `${address}/zatwierdzenie`, label: t('overview.approve') } : null,
    can('revisePlan') && latest.status === 'approved' ? { href: `${address}/zmiana`, label: t('overview.revise') } : null,
    can('dropRevision') && found.approved ? { href: `${address}/odstapienie`, label: t('overview.drop') } : null,
    can('draftPlan') && canStart(on) ? { href: `${address}?nastepny=1`, label: t('overview.newPlan') } : null,
    { href: `${address}/pdf`, label: t('overview.draftPdf') },
  ].filter((each) => each !== null);
  return (
    <CasePage
      c={c}
      on={on}
      title={t('overview.title', { version: latest.version })}
      actions={<Tag tone={latest.status === 'approved' ? 'success' : 'info'}>{t(`overview.status.${latest.status}`)}</Tag>}
    >
      <Columns
        aside={
          <Stack>
            <Deadlines c={c} on={on} found={found} />
            <Card title={t('overview.versions')} level={2}>
              <List
                items={plan.versions.toReversed().map((version) => (
                  <>
                    {t('section.state', { version: version.version, status: t(`overview.status.${version.status}`) })}
                    {version.version > 1 ? (
                      <>
                        {' – '}
                        <Link href={`${address}/porownanie?z=${version.version - 1}&do=${version.version}`}>
                          {t('difference.compareWith', { version: version.version })}
                        </Link>
                      </>
                    ) : null}
                  </>
                ))}
              />
            </Card>
          </Stack>
        }
      >
        <Stack gap="lg">
          {returned ? (
            <Notice tone="warning">
              <Paragraph>{t('overview.returned', { date: day(returned.on), note: returned.note ?? '' })}</Paragraph>
            </Notice>
          ) : null}
          {answer && !answer.isAgreed ? (
            <Notice tone="warning">
              <Paragraph>{t('overview.declined', { date: day(answer.on), note: answer.note ?? '' })}</Paragraph>
            </Notice>
          ) : null}
          {latest.reason ? <Paragraph>{t('overview.reason', { reason: latest.reason })}</Paragraph> : null}
          {isWriting ? <Parts address={address} found={found} /> : null}
          {isDraft ? <Issues address={address} found={found} isWriting={isWriting} /> : null}
          {names.size > 0 ? (
            <Paragraph muted>{t('overview.unplanned', { names: [...names.values()].map((each) => each.name).join(', ') })}</Paragraph>
          ) : null}
          <Row>
            {buttons.map((button, index) => (
              <LinkButton href={button.href} variant={index === 0 && issues.length === 0 ? 'primary' : 'secondary'}>
                {button.label}
              </LinkButton>
            ))}
          </Row>
          <Heading level={2}>{t('overview.content')}</Heading>
          <PlanInWords content={latest.content} lang="pl" level={3} skipsBlank={isDraft} />
        </Stack>
      </Columns>
    </CasePage>
  );
}

function Parts({ address, found }: { readonly address: string; readonly found: PlanFile }) {
  const broken = new Set(found.issues.map((issue) => partOfPath(issue.path)));
  const isBlank = (part: EditorPart) =>
    part !== 'okres' && listsOfPart[part].every((section) => found.latest.content[section].length === 0);
  const stateOf = (part: EditorPart): TaskState => (isBlank(part) ? 'todo' : broken.has(part) ? 'started' : 'done');
  return (
    <section>
      <Heading level={2}>{t('overview.parts')}</Heading>
      <Paragraph muted>{t('overview.partsLead')}</Paragraph>
      <TaskList
        tasks={editorParts.map((part) => ({ label: t(`part.${part}`), state: stateOf(part), href: `${address}/edycja/${part}` }))}
      />
    </section>
  );
}

function Issues({ address, found, isWriting }: { readonly address: string; readonly found: PlanFile; readonly isWriting: boolean }) {
  if (found.issues.length === 0) {
    return (
      <Notice tone="success">
        <Paragraph>{t('overview.ready')}</Paragraph>
      </Notice>
    );
  }
  const items = inEditorOrder(found.issues).map((issue) => {
    const what = issueInWords(issue);
    const href = `${address}/edycja/${partOfPath(issue.path)}?sprawdz=1#${fieldId(fieldOfIssue(issue))}`;
    return isWriting ? <Link href={href}>{what}</Link> : what;
  });
  return (
    <Notice tone="warning" title={t('overview.issues')}>
      <List items={items} />
    </Notice>
  );
}

function Deadlines({ c, on, found }: { readonly c: CentreContext<Params>; readonly on: CaseOnPage; readonly found: PlanFile }) {
  const { application, plan } = on.view.state;
  const { law, facts, latest } = found;
  const start = facts.firstStartsOn ?? latest.content.startsOn;
  const isMet = found.plan.versions.some((version) => version.status === 'approved') || plan?.approved;
  return (
    <Card title={t('overview.dueTitle')} level={2} tone="tinted">
      {isMet ? (
        <Paragraph>{t('overview.dueMet')}</Paragraph>
      ) : application ? (
        <>
          <Paragraph>
            {t('overview.due', { date: day(application.planDueOn) })} – {leftInWords(c.today, application.planDueOn)}
          </Paragraph>
          <Paragraph muted small>
            {t('overview.dueRule', { days: law.values.planDueDays, filed: day(application.filedOn) })}
          </Paragraph>
          <LawNote parameter={law.find('planDueDays')} />
        </>
      ) : null}
      <Paragraph>{t('overview.latestEnd', { date: day(latestPlanEnd(start, law.values)) })}</Paragraph>
      <Paragraph muted small>
        {t('overview.latestEndRule', { months: law.values.planMaxMonths })}
      </Paragraph>
      <LawNote parameter={law.find('planMaxMonths')} />
    </Card>
  );
}

function leftInWords(today: Temporal.PlainDate, due: string): string {
  const { days } = today.until(Temporal.PlainDate.from(due), { largestUnit: 'day' });
  if (days === 0) return t('overview.dueToday');
  return days > 0 ? t('overview.daysLeft', { count: days }) : t('overview.daysOver', { count: -days });
}
