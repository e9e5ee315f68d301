import type { Child } from 'hono/jsx';
import { Field, fieldId, wiring } from '#ui/field/Field.tsx';
import type { FieldProps } from '#ui/field/Field.tsx';

/** How wide the box looks, by what is expected in it. */
export type FieldWidth = 'full' | 'long' | 'medium' | 'short';

export type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'time' | undefined;
  readonly width?: FieldWidth | undefined;
  readonly maxlength?: number | undefined;
  readonly spellcheck?: boolean | undefined;
  /** Short unit after the box: "zł", "godz.". */
  readonly suffix?: Child;
  readonly placeholder?: undefined;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', width = 'long', suffix } = props;
  const suffixId = `${fieldId(props.name)}-suffix`;
  const input = (
    <input
      class="ds-input"
      data-width={width}
      type={type}
      id={fieldId(props.name)}
      name={props.name}
      value={props.value ?? ''}
      required={props.required !== false}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      spellcheck={props.spellcheck === undefined ? undefined : props.spellcheck}
      {...wiring(props, suffix ? [suffixId] : [])}
    />
  );
  return (
    <Field {...props}>
      {suffix ? (
        <div class="ok-with-suffix">
          {input}
          <span id={suffixId}>{suffix}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
}
