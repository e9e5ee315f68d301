import { createContext, useContext } from 'hono/jsx';
import type { Child } from 'hono/jsx';
import { useTexts } from '#ui/texts/texts.ts';

/** What every field takes. */
export type FieldProps = {
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  /** True unless said otherwise; a field that may stay empty is marked "(nieobowiązkowe)". */
  readonly required?: boolean | undefined;
  /** May stay empty only in some answers: no "(nieobowiązkowe)", the hint says when it is needed. */
  readonly unmarked?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | 'none' | undefined;
  /** The label is the page's only question: it becomes the h1. */
  readonly asPageHeading?: boolean | undefined;
};

/** Id of the element that the error summary leads to: the input, or the first choice of a group. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

/** The attributes that tie an input to its hint and error. `extra`: ids of further descriptions. */
export function wiring(props: Pick<FieldProps, 'name' | 'hint' | 'error'>, extra: readonly string[] = []) {
  const id = fieldId(props.name);
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : '', ...extra].filter(Boolean).join(' ');
  return {
    'aria-describedby': described || undefined,
    'aria-invalid': props.error ? ('true' as const) : undefined,
  };
}

/** Inside filters, and in groups that say so once, nothing is obligatory, so nothing needs a mark and hints are short. */
export const WithinFilter = createContext(false);

/** "(nieobowiązkowe)" after the label of a field that may stay empty. */
export function OptionalMark({ required }: { readonly required: boolean | undefined }) {
  const t = useTexts();
  return required === false && !useContext(WithinFilter) ? <span class="ok-optional"> {t.optional}</span> : null;
}

/** The message under a field, said to be an error in words. */
export function FieldMessage({ name, error }: { readonly name: string; readonly error: string | undefined }) {
  const t = useTexts();
  if (!error) return null;
  return (
    <p class="ds-validation-message ok-field-error" data-color="danger" id={`${fieldId(name)}-error`}>
      <span class="ds-sr-only">{t.errorPrefix} </span>
      {error}
    </p>
  );
}

/** Label, hint, error and the input between them. `children` is the input, wired with `wiring`. */
export function Field({
  name,
  label,
  hint,
  error,
  required,
  unmarked,
  asPageHeading,
  children,
  after,
}: FieldProps & { readonly children?: Child; readonly after?: Child }) {
  const id = fieldId(name);
  const labelled = (
    <label class="ds-label" for={id}>
      {label}
      <OptionalMark required={required === false && unmarked ? undefined : required} />
    </label>
  );
  return (
    <div class="ok-field" data-invalid={error ? 'true' : undefined}>
      {asPageHeading ? (
        <h1 class="ds-heading ok-heading ok-heading-label" data-size="lg">
          {labelled}
        </h1>
      ) : (
        labelled
      )}
      {hint ? (
        <div class="ok-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      <FieldMessage name={name} error={error} />
      {children}
      {after}
    </div>
  );
}
