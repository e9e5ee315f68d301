import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Permission } from '#shared/policy.ts';
import { rolesOf } from '#shared/actor.ts';
import type { Result } from '#shared/result.ts';
import {
  centreDoor,
  FormFields,
  page,
  readForm,
  redirect,
  type AuditRule,
  type CentreContext,
  type CentreDoor,
  type CentreScope,
  type FieldError,
  type Reply,
} from '#platform/http/index.ts';
import { inWords } from '#platform/html/index.ts';
import { Button, errorOf, Form, FormActions, Link, Notice, Paragraph } from '#ui/index.ts';
import { availableCommands, type CaseOrder, type CaseView } from '#modules/cases/index.ts';
import { CaseChanged, CasePage, readCase, type CaseOnPage, type PageError } from './casePage.tsx';
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
  /** Shown below the form. */
  Below?(props: { readonly c: CentreContext; readonly loaded: Loaded; readonly view: CaseView }): Child;
  /** What is wrong beyond single fields. */
  problems?(value: z.output<Schema>, loaded: Loaded, fields: FormFields): readonly PageError[];
  /** What would follow from the typed values, once they are readable. */
  preview?(value: z.output<Schema>, loaded: Loaded, view: CaseView): Child;
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

/** The two doors of a form about a case. */
export function caseFormDoors<Schema extends z.ZodObject, Loaded>(form: CaseForm<Schema, Loaded>): readonly [CentreDoor, CentreDoor] {
  const path = `/praca/sprawy/:caseId${form.path}` as '/praca/sprawy/:caseId';
  return [
    centreDoor({ method: 'GET', path, may: form.may, audit: form.reads, handle: (c) => show(form, c) }),
    centreDoor({ method: 'POST', path, may: form.may, audit: form.writes, handle: (c) => take(form, c) }),
  ];
}

async function show<Schema extends z.ZodObject, Loaded>(form: CaseForm<Schema, Loaded>, c: CentreContext<Params>): Promise<Reply> {
  const on = await readCase(c);
  const loaded = await form.load(c.scope, on.view);
  const typed = FormFields.from(form.initial(loaded, on.view, c.today));
  return page(
    <FormPage form={form} c={c} on={on} loaded={loaded} typed={typed} errors={[]} preview={previewOf(form, typed, loaded, on.view)} />,
  );
}

async function take<Schema extends z.ZodObject, Loaded>(form: CaseForm<Schema, Loaded>, c: CentreContext<Params>): Promise<Reply> {
  const on = await readCase(c);
  const loaded = await form.load(c.scope, on.view);
  const parts = { form, c, on, loaded, typed: c.fields };
  const read = readForm(form.schema, c.fields);
  if (!read.ok) return page(<FormPage {...parts} errors={said(read.errors)} />, 422);
  const preview = form.preview?.(read.value, loaded, on.view);
  if (form.check && c.fields.get('zrob') === 'sprawdz') return page(<FormPage {...parts} errors={[]} preview={preview} />);
  const problems = form.problems?.(read.value, loaded, c.fields) ?? [];
  if (problems.length > 0) return page(<FormPage {...parts} errors={problems} preview={preview} />, 422);
  const version = Number(c.fields.get('_version'));
  const done = await form.act(
    c.scope,
    on.view.record.id,
    Number.isInteger(version) && version > 0 ? version : 0,
    read.value,
    loaded,
    c.fields,
  );
  if (done.ok) return redirect(c.at(form.after?.(on.view.record.id) ?? `/praca/sprawy/${on.view.record.id}`), form.done(read.value));
  if (done.refusal.some((each) => each.code === 'case-changed')) {
    const fresh = await readCase(c);
    return page(<FormPage {...parts} on={fresh} errors={[]} preview={preview} before={<CaseChanged />} />, 409);
  }
  const errors = done.refusal.map((each) => ({ message: refusalInWords(each), field: form.fieldOf?.(each) }));
  return page(<FormPage {...parts} errors={errors} preview={preview} />, 422);
}

const said = (errors: readonly FieldError[]): PageError[] => inWords('pl', errors);

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
  readonly errors: readonly PageError[];
  readonly preview?: Child;
  readonly before?: Child;
}

function FormPage<Schema extends z.ZodObject, Loaded>({
  form,
  c,
  on,
  loaded,
  typed,
  errors,
  preview,
  before,
}: FormPageProps<Schema, Loaded>) {
  const { view } = on;
  const isForeseen = rolesOf(c.actor).some((role) => availableCommands(view.state, role).includes(form.command));
  const named = errors.filter((each): each is { message: string; field: string } => each.field !== undefined);
  const onPage: FormOnPage<Loaded> = {
    loaded,
    view,
    today: c.today,
    value: (name) => typed.get(name),
    values: (name) => typed.all(name),
    error: (name) => errorOf(named, name),
  };
  return (
    <CasePage c={c} on={on} title={form.title(loaded)} lead={form.lead(loaded)} ofPlan={form.ofPlan} errors={errors} before={before}>
      {isForeseen ? (
        <Form action={c.path} idempotencyKey={c.submissionKey()} version={view.state.version}>
          {form.Fields(onPage)}
          {preview}
          <FormActions>
            {form.danger && form.check && !preview ? null : <Button variant={form.danger ? 'danger' : 'primary'}>{form.submit}</Button>}
            {form.check ? (
              <Button variant={form.danger && !preview ? 'primary' : 'secondary'} name="zrob" value="sprawdz">
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
