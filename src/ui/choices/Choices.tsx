import type { Child } from 'hono/jsx';
import { FieldMessage, fieldId, OptionalMark, wiring } from '#ui/field/Field.tsx';
import type { FieldProps } from '#ui/field/Field.tsx';

export type Choice = {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child;
  /** Fields that belong to this choice; shown under it, always in plain HTML, only when chosen where CSS :has works. */
  readonly reveals?: Child;
  readonly disabled?: boolean | undefined;
};

type GroupProps = Omit<FieldProps, 'value' | 'autocomplete' | 'inputmode'> & { readonly choices: readonly Choice[] };

export type RadioGroupProps = GroupProps & {
  readonly value?: string | undefined;
  /** Short choices side by side, such as yes and no. */ readonly inline?: boolean | undefined;
};
export type CheckboxGroupProps = GroupProps & {
  readonly values?: readonly string[] | undefined;
  /** Many short choices side by side. */ readonly inline?: boolean | undefined;
};

type ChoicesProps = GroupProps & {
  readonly kind: 'radio' | 'checkbox';
  readonly chosen: readonly string[];
  readonly inline?: boolean | undefined;
};

function Choices({ kind, name, label, hint, error, required, asPageHeading, choices, chosen, inline }: ChoicesProps) {
  const id = fieldId(name);
  const described = wiring({ name, hint, error });
  const legend = (
    <>
      {label}
      <OptionalMark required={required} />
    </>
  );
  return (
    <fieldset class="ok-field ok-choices" data-invalid={error ? 'true' : undefined} aria-describedby={described['aria-describedby']}>
      <legend class="ds-label">
        {asPageHeading ? (
          <h1 class="ds-heading ok-heading ok-heading-label" data-size="lg">
            {legend}
          </h1>
        ) : (
          legend
        )}
      </legend>
      {hint ? (
        <div class="ok-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      <FieldMessage name={name} error={error} />
      <div class={inline ? 'ok-choice-list ok-choice-list-inline' : 'ok-choice-list'}>
        {choices.map((choice, index) => {
          const own = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <div class="ok-choice-item">
              <div class="ok-choice">
                <input
                  class="ds-input"
                  type={kind}
                  id={own}
                  name={name}
                  value={choice.value}
                  checked={chosen.includes(choice.value)}
                  disabled={choice.disabled}
                  required={kind === 'radio' && required !== false}
                  aria-describedby={choice.hint ? `${own}-about` : undefined}
                  aria-invalid={error && kind === 'checkbox' ? 'true' : undefined}
                />
                <label for={own}>{choice.label}</label>
                {choice.hint ? (
                  <div class="ok-hint ok-choice-hint" id={`${own}-about`}>
                    {choice.hint}
                  </div>
                ) : null}
              </div>
              {choice.reveals ? <div class="ok-reveals">{choice.reveals}</div> : null}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** One of a few. */
export function RadioGroup({ value, ...props }: RadioGroupProps) {
  return <Choices {...props} kind="radio" chosen={value === undefined ? [] : [value]} />;
}

/** Any of a few; every chosen one is sent under the same name. */
export function CheckboxGroup({ values, ...props }: CheckboxGroupProps) {
  return <Choices {...props} kind="checkbox" chosen={values ?? []} />;
}

export type CheckboxProps = {
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly error?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly value?: string | undefined;
  readonly required?: boolean | undefined;
};

/** A single statement to agree with. */
export function Checkbox({ name, label, hint, error, checked, value = 'tak', required = false }: CheckboxProps) {
  const id = fieldId(name);
  return (
    <div class="ok-field" data-invalid={error ? 'true' : undefined}>
      <FieldMessage name={name} error={error} />
      <div class="ok-choice">
        <input
          class="ds-input"
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={checked}
          required={required}
          {...wiring({ name, hint, error })}
        />
        <label for={id}>{label}</label>
        {hint ? (
          <div class="ok-hint ok-choice-hint" id={`${id}-hint`}>
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}
