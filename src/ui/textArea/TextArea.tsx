import { Field, fieldId, wiring } from '#ui/field/Field.tsx';
import type { FieldProps } from '#ui/field/Field.tsx';
import { counted, useLang, useTexts } from '#ui/texts/texts.ts';

export type TextAreaProps = FieldProps & {
  readonly rows?: number | undefined;
  /** Limit of characters; shown in words, counted down where scripts run, checked by the server. */
  readonly limit?: number | undefined;
  readonly spellcheck?: boolean | undefined;
};

/** Several lines of text. It grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const t = useTexts();
  const lang = useLang();
  const { rows = 5, limit } = props;
  const id = fieldId(props.name);
  const area = (
    <textarea
      class="ds-input ok-textarea"
      id={id}
      name={props.name}
      rows={rows}
      required={props.required !== false}
      autocomplete={props.autocomplete}
      spellcheck={props.spellcheck ?? true}
      {...wiring(props, limit ? [`${id}-limit`] : [])}
    >{`\n${props.value ?? ''}`}</textarea>
  );
  if (!limit) return <Field {...props}>{area}</Field>;
  return (
    <Field {...props}>
      <ok-character-count limit={String(limit)} left={t.charactersLeft} over={t.charactersOver}>
        {area}
        <p class="ok-hint ok-count" id={`${id}-limit`}>
          {t.charactersLimit(counted(lang, limit, t.characters))}
        </p>
      </ok-character-count>
    </Field>
  );
}
