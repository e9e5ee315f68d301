import { z } from 'zod';
import { page, readForm, redirect, versionSeen, type CentreContext, type FormFields, type Reply } from '#platform/http/index.ts';
import { day, tick } from '#platform/http/fields.ts';
import { inWords } from '#platform/html/index.ts';
import { Button, Checkbox, DateField, errorOf, Form, FormActions, LinkButton, Notice, Paragraph } from '#ui/index.ts';
import { CaseChanged, listCaseChanges } from '#modules/cases/index.ts';
import { latestPlanEnd } from '../../domain/planDuty.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { lawOfCase } from '../../usecases/planFile.ts';
import { startPlan } from '../../usecases/writePlan.ts';
import { CasePage, LawNote, type CaseOnPage, type PageError } from './casePage.tsx';
import { day as dayInWords, dayInField, refusalInWords } from './inWords.ts';

const t = planStaffTexts.in('pl');
const schema = z.object({ startsOn: day(), endsOn: day(), przepisz: tick() });

/** Whether the case is at a stage where a plan is started. */
export const canStart = ({ view: { state } }: CaseOnPage) =>
  ['QUALIFIED', 'SUMMARY'].includes(state.status) && state.coordination?.withPlan === true;

interface StartProps {
  readonly c: CentreContext;
  readonly on: CaseOnPage;
  readonly hasEarlier: boolean;
  readonly typed?: FormFields;
  readonly errors?: readonly PageError[];
  readonly isChanged?: boolean;
}

/** The page that starts a plan: its days, and the rule behind them. */
export async function startPlanPage({ c, on, hasEarlier, typed, errors = [], isChanged }: StartProps) {
  const { state } = on.view;
  const address = c.at(`/praca/sprawy/${on.view.record.id}`);
  const before = isChanged ? (
    <CaseChanged changes={await listCaseChanges(c.scope, on.view, versionSeen(c.fields))} told={canStart(on) ? 'conflict' : 'late'} />
  ) : null;
  if (!canStart(on)) {
    const why = !state.coordination ? 'start.notYet' : state.coordination.withPlan ? 'start.notNow' : 'start.notForeseen';
    return (
      <CasePage c={c} on={on} title={t('plan')} before={before}>
        <Notice>
          <Paragraph>{t(why)}</Paragraph>
        </Notice>
        {state.status === 'QUALIFIED' ? <LinkButton href={`${address}/koordynacja`}>{t('coordination.title')}</LinkButton> : null}
      </CasePage>
    );
  }
  const law = await lawOfCase(c.scope, on.view);
  const named = errors.filter((each): each is { message: string; field: string } => each.field !== undefined);
  const starts = state.coordination?.from ?? c.today.toString();
  // Services may be coordinated for longer than one plan may last.
  const latest = latestPlanEnd(starts, law.values);
  const coordinatedTo = state.coordination?.to ?? starts;
  const ends = coordinatedTo > latest ? latest : coordinatedTo;
  const date = (name: 'startsOn' | 'endsOn', value: string) => ({
    name,
    label: t(`start.${name}`),
    value: typed?.has(name) ? typed.get(name) : dayInField(value),
    error: errorOf(named, name),
  });
  return (
    <CasePage c={c} on={on} title={t('start.title')} lead={t('start.lead')} errors={errors} before={before}>
      {state.application ? <Paragraph>{t('start.due', { date: dayInWords(state.application.planDueOn) })}</Paragraph> : null}
      <Form
        action={`${address}/plan`}
        idempotencyKey={c.submissionKey()}
        version={typed && !isChanged ? versionSeen(typed) : state.version}
      >
        <DateField {...date('startsOn', starts)} />
        <DateField {...date('endsOn', ends)} />
        <LawNote parameter={law.find('planMaxMonths')} />
        {hasEarlier ? <Checkbox name="przepisz" label={t('start.copy')} checked={typed ? typed.get('przepisz') !== '' : true} /> : null}
        <FormActions>
          <Button>{t('start.submit')}</Button>
        </FormActions>
      </Form>
    </CasePage>
  );
}

export async function takeStart({ c, on, hasEarlier }: StartProps): Promise<Reply> {
  const again = async (errors: readonly PageError[], status: 409 | 422) =>
    page(await startPlanPage({ c, on, hasEarlier, typed: c.fields, errors, isChanged: status === 409 }), status);
  const read = readForm(schema, c.fields);
  if (!read.ok) return again(inWords('pl', read.errors), 422);
  const { startsOn, endsOn, przepisz } = read.value;
  const version = versionSeen(c.fields);
  const done = await startPlan(c.scope, on.view.record.id, version, { startsOn, endsOn, copiesLast: przepisz && hasEarlier });
  if (done.ok) return redirect(c.at(`/praca/sprawy/${on.view.record.id}/plan`), t('start.done'));
  if (done.refusal.some((each) => each.code === 'case-changed')) return again([], 409);
  return again(
    done.refusal.map((each) => ({ message: refusalInWords(each), field: each.code === 'date-before' ? 'startsOn' : 'endsOn' })),
    422,
  );
}
