import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Permission } from '#shared/policy.ts';
import { rolesOf } from '#shared/actor.ts';
import type { Result } from '#shared/result.ts';
import {
  centreDoor,
  draftAddress,
  draftDoor,
  findDraft,
  FormFields,
  page,
  readForm,
  redirect,
  versionSeen,
  type AuditRule,
  type CentreContext,
  type CentreDoor,
  type CentreScope,
  type Draft,
  type FieldError,
  type Reply,
} from '#platform/http/index.ts';
import { inWords, RestoredDraft } from '#platform/html/index.ts';
import { Button, comparedFields, errorOf, Form, FormActions, Link, Notice, Paragraph } from '#ui/index.ts';
import {
  availableCommands,
  CaseChanged,
  getCase,
  listCaseChanges,
  type CaseEvent,
  type CaseOrder,
  type CaseView,
} from '#modules/cases/index.ts';
import { CasePage, readCase, type CaseOnPage, type PageError } from './casePage.tsx';
import { planStaffTexts } from '../../texts/index.ts';
import { refusalInWords } from './inWords.ts';

type Refusal = { readonly code: string };

/** What the fields of a form draw themselves from. */
export interface FormOnPage<Loaded> {
  readonly loaded: Loaded;
  readonly view: CaseView;
  readonly today: Temporal.PlainDate;
  value(name: string): string;
  values(name: string): string[];
  error(name: string): string | undefined;
}

/** A page with one form that does one thing to a case: seen by GET, done by POST at the same address. */
export interface CaseForm<Schema extends z.ZodObject, Loaded> {
  /** Below the address of the case. */
  readonly path: `/${string}`;
  readonly may: Permission;
  readonly reads: AuditRule;
  readonly writes: AuditRule;
  /** When the stage of the case does not foresee this command for the actor's role, the page says so instead of the form. */
  readonly command: CaseOrder['type'];
  readonly ofPlan?: boolean;
  readonly schema: Schema;
  readonly submit: string;
  /** Words of the button that only shows what would follow. */
  readonly check?: string;
  readonly danger?: boolean;
  title(loaded: Loaded): string;
  lead(loaded: Loaded): string;
  load(scope: CentreScope, view: CaseView): Promise<Loaded>;
  /** What the fields hold at first. */
  initial(loaded: Loaded, view: CaseView, today: Temporal.PlainDate): Readonly<Record<string, string | readonly string[] | null>>;
  Fields(props: FormOnPage<Loaded>): Child;
  /** What a person read to fill the form, sent back with it to be checked: the revision of a plan, say. */
  seen?(loaded: Loaded): Readonly<Record<string, string>>;
  /** What the fields would hold, had this event been typed into them; undefined for events of other forms. */
  recorded(event: CaseEvent): Readonly<Record<string, string | readonly string[] | null>> | undefined;
  /** Shown below the form. */
  Below?(props: { readonly c: CentreContext; readonly loaded: Loaded; readonly view: CaseView }): Child;
  /** What is missing beyond the schema, such as an answer for each goal: told at once with everything else. */
  gaps?(loaded: Loaded, fields: FormFields): readonly PageError[];
  /** What is wrong beyond single fields. */
  problems?(value: z.output<Schema>, loaded: Loaded, fields: FormFields): readonly PageError[];
  /** What would follow from the typed values, once they are readable. */
  preview?(value: z.output<Schema>, loaded: Loaded, view: CaseView): Child;
  /** What a consent to the foreseen consequences stands for: had it been given to anything else, they are shown again, not done. */
  readonly confirmation?: {
    /** The box in which it is given. */
    readonly field: string;
    readonly of: (value: z.output<Schema>) => string;
    /** What is said when what was confirmed is not what was sent. */
    readonly changed: PageError;
  };
  /** What stands against it before it is done: said instead of the button. */
  against?(value: z.output<Schema>, loaded: Loaded): readonly PageError[];
  act(
    scope: CentreScope,
    caseId: string,
    version: number | null,
    value: z.output<Schema>,
    loaded: Loaded,
    fields: FormFields,
  ): Promise<Result<unknown, readonly Refusal[]>>;
  /** The field that a refusal is about. */
  fieldOf?(refusal: Refusal): string | undefined;
  done(value: z.output<Schema>): string;
  /** Where to go after; the page of the case unless told. */
  after?(caseId: string): string;
}

type Params = { readonly caseId: string };

/** The doors of a form about a case: its page, its sending, and the keeping of what is not sent yet. */
export function caseFormDoors<Schema extends z.ZodObject, Loaded>(form: CaseForm<Schema, Loaded>): readonly CentreDoor[] {
  const path = `/praca/sprawy/:caseId${form.path}` as '/praca/sprawy/:caseId';
  const sending = centreDoor({
    method: 'POST',
    path,
    may: form.may,
    audit: form.writes,
    keepsDraft: true,
    handle: (c) => take(form, c),
  });
  return [
    centreDoor({ method: 'GET', path, may: form.may, audit: form.reads, handle: (c) => show(form, c) }),
    sending,
    draftDoor<Params>(sending, { check: (c) => getCase(c.scope, c.params.caseId) }),
  ];
}

async function show<Schema extends z.ZodObject, Loaded>(form: CaseForm<Schema, Loaded>, c: CentreContext<Params>): Promise<Reply> {
  const on = await readCase(c);
  const loaded = await form.load(c.scope, on.view);
  const draft = await findDraft(c.scope, c.path);
  const typed = withoutOldConsent(form, draft?.typed ?? FormFields.from(form.initial(loaded, on.view, c.today)));
  const parts = { form, c, on, loaded, typed, seen: form.seen?.(loaded) ?? {}, version: on.view.state.version };
  const before = draft && versionSeen(draft.typed) < parts.version ? await tellChanges(parts, versionSeen(draft.typed)) : null;
  return page(<FormPage {...parts} errors={[]} draft={draft} before={before} preview={previewOf(form, typed, loaded, on.view)} />);
}

const isForeseen = <Schema extends z.ZodObject, Loaded>(form: CaseForm<Schema, Loaded>, c: CentreContext<Params>, view: CaseView) =>
  rolesOf(c.actor).some((role) => availableCommands(view.state, role).includes(form.command));

type Told<Schema extends z.ZodObject, Loaded> = Pick<FormPageProps<Schema, Loaded>, 'form' | 'c' | 'on' | 'loaded' | 'typed'>;
/** What others did to the case since this version, and both texts when one of them filled in the same form. */
async function tellChanges<Schema extends z.ZodObject, Loaded>(parts: Told<Schema, Loaded>, sinceVersion: number): Promise<Child> {
  const { form, c, on, typed } = parts;
  const changes = await listCaseChanges(c.scope, on.view, sinceVersion);
  const recorded = changes.map(({ event }) => form.recorded(event)).findLast((each) => each !== undefined);
  const fields = recorded && comparedFields(form.Fields(onPageOf({ ...parts, errors: [] })), typed, FormFields.from(recorded));
  const told = c.request.method === 'GET' ? 'restored' : isForeseen(form, c, on.view) ? 'conflict' : 'late';
  return <CaseChanged changes={changes} fields={fields} told={told} />;
}

async function take<Schema extends z.ZodObject, Loaded>(form: CaseForm<Schema, Loaded>, c: CentreContext<Params>): Promise<Reply> {
  const on = await readCase(c);
  const loaded = await form.load(c.scope, on.view);
  const version = versionSeen(c.fields);
  const shown = Object.keys(form.seen?.(loaded) ?? {});
  const seen = Object.fromEntries(shown.map((name) => [name, c.fields.get(name)]));
  const typed = withoutOldConsent(form, c.fields);
  const parts = { form, c, on, loaded, typed, seen, version };
  const read = readForm(form.schema, typed);
  const gaps = form.gaps?.(loaded, c.fields) ?? [];
  if (!read.ok) return page(<FormPage {...parts} errors={[...said(read.errors), ...gaps]} />, 422);
  const preview = form.preview?.(read.value, loaded, on.view);
  if (form.check && c.fields.get('zrob') === 'sprawdz') {
    const against = form.against?.(read.value, loaded) ?? [];
    // On a case that went on meanwhile the page says so, and shows what was typed.
    const status = isForeseen(form, c, on.view) ? (against.length > 0 ? 422 : 200) : 409;
    return page(<FormPage {...parts} errors={against} preview={preview} />, status);
  }
  if (form.confirmation && isForeseen(form, c, on.view) && form.confirmation.of(read.value) !== c.fields.get(confirmedName)) {
    const against = form.against?.(read.value, loaded) ?? [];
    return page(<FormPage {...parts} errors={against.length > 0 ? against : [form.confirmation.changed]} preview={preview} />, 422);
  }
  const problems = [...gaps, ...(form.problems?.(read.value, loaded, c.fields) ?? [])];
  if (problems.length > 0) return page(<FormPage {...parts} errors={problems} preview={preview} />, 422);
  const done = await form.act(c.scope, on.view.record.id, version, read.value, loaded, c.fields);
  if (done.ok) return redirect(c.at(form.after?.(on.view.record.id) ?? `/praca/sprawy/${on.view.record.id}`), form.done(read.value));
  const refusals = done.refusal.filter((each) => each.code !== 'case-changed');
  const errors = refusals.map((each) => ({ message: refusalInWords(each), field: form.fieldOf?.(each) }));
  // Whatever else was refused: on a case that changed meanwhile it may well follow from that.
  if (refusals.length < done.refusal.length || version !== on.view.state.version) {
    const fresh = { ...parts, on: await readCase(c), loaded: await form.load(c.scope, await getCase(c.scope, c.params.caseId)) };
    const before = await tellChanges(fresh, version);
    const now = { seen: form.seen?.(fresh.loaded) ?? {}, version: fresh.on.view.state.version };
    return page(<FormPage {...fresh} {...now} errors={errors} preview={preview} before={before} />, 409);
  }
  // The plan was edited meanwhile: it stands below as it is now, and may be answered as such.
  const isEdited = done.refusal.some((each) => each.code === 'edited-meanwhile');
  return page(<FormPage {...parts} {...(isEdited && { seen: form.seen?.(loaded) ?? {} })} errors={errors} preview={preview} />, 422);
}

const said = (errors: readonly FieldError[]): PageError[] => inWords('pl', errors);

/** The hidden field that says for what the consequences were drawn. */
const confirmedName = 'potwierdzane';

/** What was typed, without a consent that was given to the consequences of something else. */
function withoutOldConsent<Schema extends z.ZodObject, Loaded>({ confirmation, schema }: CaseForm<Schema, Loaded>, typed: FormFields) {
  if (!confirmation) return typed;
  const read = readForm(schema, typed);
  if (read.ok && confirmation.of(read.value) === typed.get(confirmedName)) return typed;
  return FormFields.from(Object.fromEntries(typed.names().map((name) => [name, name === confirmation.field ? [] : typed.all(name)])));
}

function previewOf<Schema extends z.ZodObject, Loaded>(
  form: CaseForm<Schema, Loaded>,
  typed: FormFields,
  loaded: Loaded,
  view: CaseView,
): Child {
  if (!form.preview) return null;
  const read = readForm(form.schema, typed);
  return read.ok ? form.preview(read.value, loaded, view) : null;
}

interface FormPageProps<Schema extends z.ZodObject, Loaded> {
  readonly form: CaseForm<Schema, Loaded>;
  readonly c: CentreContext<Params>;
  readonly on: CaseOnPage;
  readonly loaded: Loaded;
  readonly typed: FormFields;
  /** What `seen` of the form said when the page was drawn for the first time. */
  readonly seen: Readonly<Record<string, string>>;
  /** The version of the case before the person who fills in the form. */
  readonly version: number;
  readonly errors: readonly PageError[];
  readonly draft?: Draft | undefined;
  readonly preview?: Child;
  readonly before?: Child;
}

function onPageOf<Schema extends z.ZodObject, Loaded>({
  c,
  on,
  loaded,
  typed,
  errors,
}: Told<Schema, Loaded> & Pick<FormPageProps<Schema, Loaded>, 'errors'>): FormOnPage<Loaded> {
  const named = errors.filter((each): each is { message: string; field: string } => each.field !== undefined);
  return {
    loaded,
    view: on.view,
    today: c.today,
    value: (name) => typed.get(name),
    values: (name) => typed.all(name),
    error: (name) => errorOf(named, name),
  };
}

function FormPage<Schema extends z.ZodObject, Loaded>(props: FormPageProps<Schema, Loaded>) {
  const { form, c, on, loaded, seen, version, errors, draft, preview, before } = props;
  const { view } = on;
  const onPage = onPageOf(props);
  const readable = form.against || form.confirmation ? readForm(form.schema, props.typed) : null;
  const isRefused = readable?.ok === true && (form.against?.(readable.value, loaded).length ?? 0) > 0;
  const confirmed = form.confirmation && preview && readable?.ok ? { [confirmedName]: form.confirmation.of(readable.value) } : {};
  const canBeSent = !isRefused && (!form.danger || !form.check || Boolean(preview));
  return (
    <CasePage c={c} on={on} title={form.title(loaded)} lead={form.lead(loaded)} ofPlan={form.ofPlan} errors={errors} before={before}>
      <RestoredDraft c={c} draft={draft} />
      {isForeseen(form, c, view) ? (
        <Form
          action={c.path}
          idempotencyKey={c.submissionKey()}
          version={version}
          hidden={{ ...seen, ...confirmed }}
          autosave={draftAddress(c.path)}
        >
          {form.Fields(onPage)}
          {preview}
          <FormActions>
            {canBeSent ? <Button variant={form.danger ? 'danger' : 'primary'}>{form.submit}</Button> : null}
            {form.check ? (
              <Button variant={canBeSent ? 'secondary' : 'primary'} name="zrob" value="sprawdz">
                {form.check}
              </Button>
            ) : null}
          </FormActions>
        </Form>
      ) : (
        <>
          <Notice tone="info">
            <Paragraph>{refusalInWords({ code: 'not-from-this-state' })}</Paragraph>
            <Paragraph>
              <Link href={c.at(`/praca/sprawy/${view.record.id}`)}>{planStaffTexts.in('pl')('back')}</Link>
            </Paragraph>
          </Notice>
          {/* The case went on while this was written: it cannot be sent any more, but it can be read and copied. */}
          {c.request.method === 'POST' ? form.Fields(onPage) : null}
        </>
      )}
      {form.Below?.({ c, loaded, view })}
    </CasePage>
  );
}
