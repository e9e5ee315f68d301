import type { Child } from 'hono/jsx';
import { rolesOf } from '#shared/actor.ts';
import { formatInstant } from '#shared/polishDate.ts';
import type { CaseSection } from '#platform/module.ts';
import { LinkButton, Paragraph, Row, Stack, Timeline } from '#ui/index.ts';
import { availableCommands, getCase, type CaseEventOf, type CaseOrder, type CaseView } from '#modules/cases/index.ts';
import { mayEndCases, mayReadPlans } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { findPlanFile } from '../../usecases/planFile.ts';
import { day } from './inWords.ts';

const t = planStaffTexts.in('pl');
type Command = CaseOrder['type'];

interface Action {
  readonly command: Command;
  readonly path: string;
  readonly label: string;
  readonly isMain?: boolean;
}

/** Links to what the actor's roles may do at the stage of the case. */
function Actions({
  may,
  address,
  actions,
}: {
  readonly may: ReadonlySet<Command>;
  readonly address: string;
  readonly actions: readonly Action[];
}) {
  const open = actions.filter((each) => may.has(each.command));
  if (open.length === 0) return null;
  return (
    <Row>
      {open.map((each) => (
        <LinkButton href={`${address}${each.path}`} variant={each.isMain ? 'primary' : 'secondary'}>
          {each.label}
        </LinkButton>
      ))}
    </Row>
  );
}

const commandsOf = ({ state }: CaseView, roles: ReturnType<typeof rolesOf>) =>
  new Set(roles.flatMap((role) => availableCommands(state, role)));
const stagesBefore = new Set(['NEED_REPORTED', 'INFORMED', 'APPLIED', 'INCOMPLETE', 'FORWARDED', 'ASSESSING', 'WAITLISTED', 'REFUSED']);

export const planSection: CaseSection = {
  key: 'plan',
  audience: 'staff',
  order: 40,
  may: mayReadPlans,
  title: () => t('section.plan'),
  async render(c, scope, caseId) {
    const view = await getCase(scope, caseId);
    const { state } = view;
    if (stagesBefore.has(state.status)) return null;
    const found = await findPlanFile(scope, caseId);
    const { coordination } = state;
    if (!coordination && !found && state.closing) return null;
    const lines: string[] = coordination
      ? [
          [
            t('coordination.decided', { from: day(coordination.from), to: day(coordination.to) }),
            t(coordination.withPlan ? 'coordination.decidedWithPlan' : 'coordination.decidedWithoutPlan'),
            ...(coordination.isPlanObligatory ? [t('coordination.decidedObligatory')] : []),
          ].join(' '),
        ]
      : [t('section.noCoordination')];
    if (found) lines.push(t('section.state', { version: found.latest.version, status: t(`overview.status.${found.latest.status}`) }));
    else if (coordination?.withPlan) lines.push(t('section.noPlan'));
    if (found?.latest.status === 'draft' && found.issues.length > 0) lines.push(t('section.issues', { count: found.issues.length }));
    const address = c.at(`/praca/sprawy/${caseId}`);
    const may = commandsOf(view, rolesOf(c.actor));
    const isStarting = !found && coordination?.withPlan === true;
    return (
      <Stack>
        {lines.map((line) => (
          <Paragraph>{line}</Paragraph>
        ))}
        {found ? (
          <Row>
            <LinkButton href={`${address}/plan`}>{t('section.open')}</LinkButton>
            {may.has('decideCoordination') ? (
              <LinkButton href={`${address}/koordynacja`} variant="secondary">
                {t('section.decide')}
              </LinkButton>
            ) : null}
          </Row>
        ) : (
          <Actions
            may={may}
            address={address}
            actions={[
              ...(isStarting ? [{ command: 'draftPlan', path: '/plan', label: t('section.start'), isMain: true } as const] : []),
              { command: 'decideCoordination', path: '/koordynacja', label: t('section.decide'), isMain: !coordination },
            ]}
          />
        )}
      </Stack>
    );
  },
};

export const followSection: CaseSection = {
  key: 'monitorowanie',
  audience: 'staff',
  order: 60,
  may: mayEndCases,
  title: () => t('section.follow'),
  async render(c, scope, caseId) {
    const view = await getCase(scope, caseId);
    const { state, events } = view;
    const may = commandsOf(view, rolesOf(c.actor));
    const readsNotes = mayReadPlans.allows(c.actor).allowed;
    const notes = readsNotes ? events.filter((event): event is CaseEventOf<'monitored'> => event.type === 'monitored') : [];
    const lines = linesOf(view);
    const actions: Action[] = [
      { command: 'recordMonitoring', path: '/monitorowanie', label: t('section.note') },
      { command: 'suspend', path: '/przerwa', label: t('section.suspend') },
      { command: 'resume', path: '/wznowienie', label: t('section.resume') },
      // Without a plan there are no goals to sum up: such a case is closed at once.
      ...(state.plan ? [{ command: 'holdSummary', path: '/podsumowanie', label: t('section.summary') } as const] : []),
      { command: 'close', path: '/zakonczenie', label: t('section.close') },
    ];
    const hasAction = actions.some((each) => may.has(each.command));
    if (lines.length === 0 && notes.length === 0 && !hasAction) return null;
    return (
      <Stack>
        {lines.map((line) => (
          <Paragraph>{line}</Paragraph>
        ))}
        {notes.length > 0 ? <Notes notes={notes} /> : null}
        {state.closing ? null : <Actions may={may} address={c.at(`/praca/sprawy/${caseId}`)} actions={actions} />}
      </Stack>
    );
  },
};

function linesOf({ state }: CaseView): string[] {
  const { closing, suspension, summary, lastMonitoredOn, nextMonitoringOn } = state;
  const lines: string[] = [];
  if (closing) lines.push(t('section.closed', { date: day(closing.occurredOn), ending: t(`ending.${closing.ending}`) }));
  if (suspension) {
    lines.push(t('suspension.now', { from: day(suspension.from), reason: t(`suspension.${suspension.reason}`) }));
    if (suspension.to) lines.push(t('suspension.nowUntil', { to: day(suspension.to) }));
  }
  if (lastMonitoredOn) lines.push(t('monitoring.last', { date: day(lastMonitoredOn) }));
  else if (state.status === 'ACTIVE') lines.push(t('monitoring.never'));
  if (nextMonitoringOn && !closing) lines.push(t('monitoring.nextOn', { date: day(nextMonitoringOn) }));
  if (summary) lines.push(t('section.summed', { date: day(summary.heldOn) }));
  return lines;
}

function Notes({ notes }: { readonly notes: readonly CaseEventOf<'monitored'>[] }): Child {
  return (
    <Timeline
      label={t('section.notes')}
      entries={notes
        .toReversed()
        .slice(0, 20)
        .map(({ at, data }) => ({
          at: formatInstant(Temporal.Instant.from(at)),
          atIso: at,
          title: `${day(data.on)}, ${t(`monitoring.${data.kind}`)}`,
          body: data.note,
        }))}
    />
  );
}
