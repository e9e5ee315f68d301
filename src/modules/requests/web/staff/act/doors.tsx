import { z } from 'zod';
import { text } from '#platform/http/fields.ts';
import {
  audits,
  centreDoor,
  draftAddress,
  draftDoor,
  page,
  readForm,
  redirect,
  versionSeen,
  type CentreContext,
  type Door,
  type Reply,
} from '#platform/http/index.ts';
import { RestoredDraft, StaffPage } from '#platform/html/index.ts';
import { Button, ErrorSummary, errorOf, Form, FormActions, Heading, Lead, Link, Notice, Paragraph, Tag, TextArea } from '#ui/index.ts';
import { CaseChanged, getCase, readWritten, refusalInWords, type CaseEvent } from '#modules/cases/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { mayTakeRequests } from '../../../policy.ts';
import { requestStaffTexts } from '../../../texts/index.ts';
import { askToComplete, completeRequest, informAboutNeed } from '../../../usecases/actOnRequest.ts';
import { deskMistakesInWords, type Mistake } from '../../form/mistakes.ts';

/** What staff do to a request with one text: its place, and who carries it out. */
const acts = {
  inform: { path: 'informacja', run: informAboutNeed, event: 'requests.need.informed' },
  incomplete: { path: 'braki', run: askToComplete, event: 'requests.request.incomplete' },
  complete: { path: 'uzupelnienie', run: completeRequest, event: 'requests.request.completed' },
} as const;
type Act = keyof typeof acts;

interface ActProps {
  readonly c: CentreContext<{ readonly caseId: string }>;
  readonly act: Act;
  readonly errors?: readonly Mistake[];
  readonly problems?: readonly string[];
  readonly isConflict?: boolean;
}

/** What somebody else wrote into the same form. */
function noteOf(act: Act, event: CaseEvent): string | undefined {
  if (event.type === 'informed' && act === 'inform') return event.data.note;
  if (event.type === 'markedIncomplete' && act === 'incomplete') return event.data.missing.join('\n');
  return event.type === 'completed' && act === 'complete' ? (event.data.note ?? '') : undefined;
}

async function draw({ c, act, errors = [], problems = [], isConflict = false }: ActProps) {
  const t = requestStaffTexts.in('pl');
  const view = await getCase(c.scope, c.params.caseId);
  const { record } = view;
  c.concerns({ caseId: record.id, ...(record.personId && { personId: record.personId }) });
  const title = t(`act.${act}.title`);
  const back = c.at(`/praca/sprawy/${record.id}`);
  const action = c.at(`/praca/sprawy/${record.id}/${acts[act].path}`);
  const { typed, draft, changes, version } = await readWritten(c, view, [action], isConflict);
  const theirs = changes?.map(({ event }) => noteOf(act, event)).findLast((each) => each !== undefined);
  return (
    <StaffPage
      c={c}
      title={title}
      width="narrow"
      hasErrors={errors.length > 0}
      crumbs={[{ label: record.number, href: back }, { label: title }]}
    >
      {changes ? (
        <CaseChanged
          changes={changes}
          fields={theirs === undefined ? [] : [{ label: t(`act.${act}.label`), mine: typed.get('note'), theirs }]}
          told={isConflict ? 'conflict' : 'restored'}
        />
      ) : null}
      <RestoredDraft c={c} draft={draft} />
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={record.number}>
        {title}
      </Heading>
      {problems.length > 0 ? (
        <Notice tone="warning" title={t('act.refused')} live>
          {problems.map((problem) => (
            <Paragraph>{problem}</Paragraph>
          ))}
        </Notice>
      ) : null}
      {act === 'incomplete' ? await incompleteLead(c) : <Lead>{t(`act.${act}.lead`)}</Lead>}
      <Form action={action} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(action)}>
        <TextArea
          name="note"
          label={t(`act.${act}.label`)}
          {...(act === 'incomplete' && { hint: t('act.incomplete.hint') })}
          value={typed.get('note')}
          error={errorOf(errors, 'note')}
          rows={5}
          limit={noteLimit}
        />
        <FormActions>
          <Button>{t(`act.${act}.button`)}</Button>
          <Link href={back}>{t('act.back')}</Link>
        </FormActions>
      </Form>
    </StaffPage>
  );
}

async function incompleteLead(c: ActProps['c']) {
  const t = requestStaffTexts.in('pl');
  const law = await lawOn(c.scope, c.today);
  const parameter = law.find('supplementDays');
  const lead = t('act.incomplete.lead', { days: law.values.supplementDays, article: parameter?.article ?? parameter?.title_pl ?? '' });
  return (
    <>
      <Lead>{lead}</Lead>
      {parameter?.verified ? null : <Tag tone="warning">{t('act.incomplete.unverified')}</Tag>}
    </>
  );
}

const noteLimit = 4000;
const form = z.object({ note: text(noteLimit) });

async function carryOut(c: ActProps['c'], act: Act): Promise<Reply> {
  const read = readForm(form, c.fields);
  if (!read.ok) return page(await draw({ c, act, errors: deskMistakesInWords(read.errors) }), 422);
  const done = await acts[act].run(c.scope, c.params.caseId, versionSeen(c.fields), read.value.note);
  if (!done.ok) {
    const others = done.refusal.filter((each) => each.code !== 'case-changed');
    const isConflict = others.length < done.refusal.length;
    return page(await draw({ c, act, isConflict, problems: others.map((each) => refusalInWords(each)) }), isConflict ? 409 : 422);
  }
  c.concerns({ caseId: c.params.caseId, ...(done.value.personId && { personId: done.value.personId }) });
  const isUntold = 'isMailed' in done.value && !done.value.isMailed;
  const t = requestStaffTexts.in('pl');
  return redirect(c.at(`/praca/sprawy/${c.params.caseId}`), t(isUntold ? 'act.incomplete.untold' : `act.${act}.done`));
}

/** Three doors an act: its page, its sending, and the keeping of what is not sent yet. */
export const actDoors: readonly Door[] = (Object.keys(acts) as Act[]).flatMap((act) => {
  const sending = centreDoor({
    method: 'POST',
    path: `/praca/sprawy/:caseId/${acts[act].path}`,
    may: mayTakeRequests,
    audit: audits(acts[act].event),
    keepsDraft: true,
    handle: (c) => carryOut(c, act),
  });
  return [
    centreDoor({
      method: 'GET',
      path: `/praca/sprawy/:caseId/${acts[act].path}`,
      may: mayTakeRequests,
      audit: audits('requests.desk.opened'),
      handle: async (c) => page(await draw({ c, act })),
    }),
    sending,
    draftDoor<{ readonly caseId: string }>(sending, { check: (c) => getCase(c.scope, c.params.caseId) }),
  ];
});
