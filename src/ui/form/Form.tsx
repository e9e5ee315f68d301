import type { Child } from 'hono/jsx';
import { useTexts } from '#ui/texts/texts.ts';

export type FormProps = {
  readonly action: string;
  readonly method?: 'post' | 'get' | undefined;
  /** Makes a repeated sending harmless: sent as `_key`. Give one to every writing form. */
  readonly idempotencyKey?: string | undefined;
  /** The version of the record that was read: sent as `_version`. */
  readonly version?: number | string | undefined;
  /** Further hidden values. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** For attachments. */
  readonly multipart?: boolean | undefined;
  /** Address that takes the form's fields after a pause in writing; only where scripts run. */
  readonly autosave?: string | undefined;
  /** A name under which this tab keeps what is typed, so that a reload loses nothing; `ForgetTyped` ends it. Only where scripts run. */
  readonly keepsTyped?: string | undefined;
  /** Lets the browser check fields first. By default the server answers, in our words and all at once. */
  readonly browserChecks?: boolean | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly children?: Child;
};

/** A hidden value. */
export function HiddenField({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

/** A form with its hidden keys; it is sent once even when the button is pressed twice. */
export function Form({
  action,
  method = 'post',
  idempotencyKey,
  version,
  hidden,
  multipart,
  autosave,
  keepsTyped,
  browserChecks,
  id,
  label,
  children,
}: FormProps) {
  const t = useTexts();
  const form = (
    <form
      class="ok-form"
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate={!browserChecks}
      id={id}
      aria-label={label}
    >
      {idempotencyKey ? <HiddenField name="_key" value={idempotencyKey} /> : null}
      {version === undefined ? null : <HiddenField name="_version" value={String(version)} />}
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
      {children}
      {autosave ? <p class="ok-autosave-state" role="status" data-autosave-state="" /> : null}
    </form>
  );
  if (method === 'get') return form;
  const once = <ok-submit-once sending={t.sending}>{form}</ok-submit-once>;
  if (keepsTyped) return <ok-keep-typed name={keepsTyped}>{once}</ok-keep-typed>;
  if (!autosave) return once;
  return (
    <ok-autosave
      address={autosave}
      saved={t.autosaveSaved}
      saving={t.autosaveSaving}
      failed={t.autosaveFailed}
      restored={t.autosaveRestored}
    >
      {once}
    </ok-autosave>
  );
}

/** On the page after sending: what `keepsTyped` kept is forgotten. */
export const ForgetTyped = ({ name }: { readonly name: string }) => <ok-keep-typed name={name} />;

/** The buttons at the end of a form, the main one first. */
export function FormActions({ children }: { readonly children?: Child }) {
  return <div class="ok-actions">{children}</div>;
}
