import { z } from 'zod';
import {
  audits,
  BadRequest,
  centreDoor,
  draftAddress,
  draftDoor,
  findDraft,
  NotFound,
  page,
  readForm,
  redirect,
  type CentreContext,
  type Draft,
  type FormFields,
  type Reply,
} from '#platform/http/index.ts';
import { day } from '#platform/http/fields.ts';
import { inWords, RestoredDraft } from '#platform/html/index.ts';
import { Button, DateField, errorOf, fieldId, Form, FormActions, Notice, Paragraph } from '#ui/index.ts';
import type { PlanContent } from '../../../domain/planContent.ts';
import { mayWritePlans } from '../../../policy.ts';
import { planStaffTexts, planTexts } from '../../../texts/index.ts';
import { listChoices, type EditorChoices } from '../../../usecases/editorChoices.ts';
import { listLeftOut } from '../../../usecases/fromAssessment.ts';
import { findLastEditor } from '../../../usecases/planAnswers.ts';
import { getPlanFile, type PlanFile } from '../../../usecases/planFile.ts';
import { savePlanPart } from '../../../usecases/writePlan.ts';
import { CasePage, LawNote, readCase, type CaseOnPage, type PageError } from '../casePage.tsx';
import {
  dayInField,
  editorParts,
  fieldOfIssue,
  inEditorOrder,
  issueInWords,
  partOfPath,
  refusalInWords,
  type EditorPart,
} from '../inWords.ts';
import { PartConflict } from './PartConflict.tsx';
import { PartFields } from './PartFields.tsx';
import { addItem, readPart, removeItem, withoutBlanks } from './partForm.ts';

type Params = { readonly caseId: string; readonly part: string };
const t = planStaffTexts.in('pl');
const words = planTexts.in('pl');
const datesSchema = z.object({ startsOn: day(), endsOn: day() });

const path = '/praca/sprawy/:caseId/plan/edycja/:part';

/** What was typed into this part of this version of the plan and not saved. Text for an earlier version is of no use here. */
async function findPartDraft(c: CentreContext<Params>, { latest }: PlanFile): Promise<Draft | undefined> {
  const draft = latest.status === 'draft' ? await findDraft(c.scope, c.path) : undefined;
  return draft?.typed.get('wersja') === String(latest.version) ? draft : undefined;
}

function partOf(c: CentreContext<Params>): EditorPart {
  const part = editorParts.find((each) => each === c.params.part);
  if (!part) throw new NotFound('part of a plan');
  return part;
}

interface Editing {
  readonly c: CentreContext<Params>;
  readonly on: CaseOnPage;
  readonly file: PlanFile;
  readonly part: EditorPart;
  readonly choices: EditorChoices;
  /** Areas of the assessment in which help is needed and that nobody may find in a plan unasked. */
  readonly leftOut: readonly string[];
}
async function open(c: CentreContext<Params>): Promise<Editing> {
  const part = partOf(c);
  const on = await readCase(c);
  const file = await getPlanFile(c.scope, c.params.caseId);
  const leftOut = part === 'potrzeby' ? await listLeftOut(c.scope, c.params.caseId) : [];
  return { c, on, file, part, choices: await listChoices(c.scope, on.view.state), leftOut };
}

export const editPartPage = centreDoor({
  method: 'GET',
  path,
  may: mayWritePlans,
  audit: audits('plans.plan.read'),
  async handle(c) {
    const editing = await open(c);
    const { file, part, choices } = editing;
    const draft = await findPartDraft(c, file);
    const issues = c.query.has('sprawdz')
      ? inEditorOrder(file.issues)
          .filter((issue) => partOfPath(issue.path) === part)
          .map((issue) => ({ field: fieldOfIssue(issue), message: issueInWords(issue), short: issueInWords(issue, { short: true }) }))
      : [];
    if (!draft) return page(<EditPage {...editing} content={file.latest.content} revision={file.latest.revision} marks={issues} />);
    const content = { ...file.latest.content, ...readPart(part, draft.typed, choices).part };
    const revision = Number(draft.typed.get('rewizja')) || file.latest.revision;
    return page(<EditPage {...editing} content={content} typed={draft.typed} revision={revision} marks={issues} draft={draft} />);
  },
});

export const editPart = centreDoor({
  method: 'POST',
  path,
  may: mayWritePlans,
  audit: audits('plans.plan.saved'),
  keepsDraft: true,
  async handle(c) {
    const editing = await open(c);
    const { file, part, choices } = editing;
    const revision = Number(c.fields.get('rewizja'));
    if (!Number.isInteger(revision) || revision < 1) throw new BadRequest('revision missing');
    if (part === 'okres') return saveDates(editing, revision);
    const read = readPart(part, c.fields, choices);
    const [action = '', at = ''] = c.fields.get('zrob').split(' ');
    const again = (errors: readonly PageError[], status: 422 | 409, now = revision, conflict?: Conflict): Reply =>
      page(
        <EditPage
          {...editing}
          content={{ ...file.latest.content, ...read.part }}
          typed={c.fields}
          revision={now}
          errors={errors}
          conflict={conflict}
        />,
        status,
      );
    if (read.errors.length > 0 && action !== 'usun') return again(inWords('pl', read.errors), 422);
    const edited =
      action === 'dodaj'
        ? addItem(read.part, at, file.latest.content)
        : action === 'usun'
          ? removeItem(read.part, at)
          : { part: withoutBlanks(read.part), at: '' };
    if (edited === 'unknown') throw new BadRequest('no such item');
    if (edited === 'too-many') return again([{ message: t('editor.tooMany') }], 422);
    const saved = await savePlanPart(c.scope, c.params.caseId, revision, edited.part);
    if (!saved.ok) {
      const [refusal] = saved.refusal;
      if (refusal?.code === 'edited-meanwhile') return again([], 409, refusal.revision, await conflictWith(c, refusal.current));
      return again(
        saved.refusal.map((each) => ({ message: refusalInWords(each) })),
        422,
      );
    }
    return afterSaving(c, part, action, edited.at);
  },
});

interface Conflict {
  readonly theirs: PlanContent;
  readonly editor: Awaited<ReturnType<typeof findLastEditor>>;
}
/** What somebody else saved in between, and who. */
async function conflictWith(c: CentreContext<Params>, theirs: PlanContent): Promise<Conflict> {
  return { theirs, editor: await findLastEditor(c.scope, await getPlanFile(c.scope, c.params.caseId)) };
}

function afterSaving(c: CentreContext<Params>, part: EditorPart, action: string, at: string): Reply {
  const plan = c.at(`/praca/sprawy/${c.params.caseId}/plan`);
  const list = at.replace(/\.\d+$/u, '');
  const first =
    list === 'goals' || list === 'strengths'
      ? 'text'
      : list === 'needs'
        ? 'area'
        : list === 'services'
          ? 'serviceId'
          : list === 'monitoring'
            ? 'how'
            : list === 'responsibilities'
              ? 'who'
              : 'what';
  if (action === 'dodaj') return redirect(`${plan}/edycja/${part}#${fieldId(`${at}.${first}`)}`, t('editor.added'));
  if (action === 'usun') return redirect(`${plan}/edycja/${part}#${fieldId(at)}`, t('editor.removed'));
  const next = editorParts[editorParts.indexOf(part) + 1];
  return redirect(action === 'dalej' && next ? `${plan}/edycja/${next}` : plan, t('editor.saved'));
}

async function saveDates(editing: Editing, revision: number): Promise<Reply> {
  const { c, file, part } = editing;
  const again = (errors: readonly PageError[], status: 422 | 409, now = revision, conflict?: Conflict) =>
    page(
      <EditPage {...editing} content={file.latest.content} typed={c.fields} revision={now} errors={errors} conflict={conflict} />,
      status,
    );
  const read = readForm(datesSchema, c.fields);
  if (!read.ok) return again(inWords('pl', read.errors), 422);
  const days = { startsOn: read.value.startsOn.toString(), endsOn: read.value.endsOn.toString() };
  const saved = await savePlanPart(c.scope, c.params.caseId, revision, days);
  if (saved.ok) {
    return afterSaving(c, part, c.fields.get('zrob'), '');
  }
  const [refusal] = saved.refusal;
  if (refusal?.code === 'edited-meanwhile') return again([], 409, refusal.revision, await conflictWith(c, refusal.current));
  return again(
    saved.refusal.map((each) => ({ message: refusalInWords(each), field: each.code === 'date-before' ? 'startsOn' : 'endsOn' })),
    422,
  );
}

/** What is typed and not yet saved, sent by the page while somebody writes. */
export const keepPartDraft = draftDoor<Params>(editPart, {
  async check(c) {
    partOf(c);
    await getPlanFile(c.scope, c.params.caseId);
  },
});

interface EditPageProps extends Editing {
  readonly content: PlanContent;
  readonly typed?: FormFields;
  readonly revision: number;
  /** Mistakes of what was sent. */
  readonly errors?: readonly PageError[];
  /** What is still missing, marked at its field. */
  readonly marks?: readonly { readonly field: string; readonly message: string; readonly short: string }[];
  readonly conflict?: Conflict | undefined;
  readonly draft?: Draft;
}

function EditPage({
  c,
  on,
  file,
  part,
  choices,
  leftOut,
  content,
  typed,
  revision,
  errors = [],
  marks = [],
  conflict,
  draft,
}: EditPageProps) {
  const here = c.at(`/praca/sprawy/${c.params.caseId}/plan/edycja/${part}`);
  const named = [
    ...errors.filter((each): each is { message: string; field: string } => each.field !== undefined),
    ...marks.map(({ field, short }) => ({ field, message: short })),
  ];
  const date = (name: 'startsOn' | 'endsOn') => ({
    name,
    label: words(`field.${name}`),
    value: typed?.has(name) ? typed.get(name) : dayInField(content[name]),
    error: errorOf(named, name),
  });
  if (file.latest.status !== 'draft') {
    return (
      <CasePage c={c} on={on} title={t(`part.${part}`)} ofPlan>
        <Notice>
          <Paragraph>{t('editor.locked')}</Paragraph>
        </Notice>
      </CasePage>
    );
  }
  const buttons = (
    <FormActions>
      <Button name="zrob" value="zapisz">
        {t('editor.saveAndBack')}
      </Button>
      <Button name="zrob" value="dalej" variant="secondary">
        {t('editor.saveAndNext')}
      </Button>
    </FormActions>
  );
  return (
    <CasePage
      c={c}
      on={on}
      title={t(`part.${part}`)}
      lead={t(`partLead.${part}`)}
      ofPlan
      errors={errors.length > 0 ? errors : marks}
      before={conflict ? <PartConflict part={part} mine={content} typed={typed} {...conflict} /> : null}
    >
      <RestoredDraft c={c} draft={draft} />
      <Form
        action={here}
        idempotencyKey={c.submissionKey()}
        hidden={{ wersja: String(file.latest.version), rewizja: String(revision) }}
        autosave={draftAddress(here)}
      >
        {part === 'okres' ? (
          <>
            <DateField {...date('startsOn')} />
            <DateField {...date('endsOn')} />
            <LawNote parameter={file.law.find('planMaxMonths')} />
          </>
        ) : (
          <>
            {/* Enter in a field presses the first button: it must save, not remove. */}
            {buttons}
            {leftOut.length > 0 ? <Notice tone="info">{t('editor.leftOut', { areas: leftOut.join(', ') })}</Notice> : null}
            <PartFields part={part} content={content} typed={typed} choices={choices} error={(name) => errorOf(named, name)} />
          </>
        )}
        {buttons}
      </Form>
    </CasePage>
  );
}
