import type { Child } from 'hono/jsx';
import { fieldId } from '#ui/field/Field.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type FixedFieldProps = {
  readonly name: string;
  readonly label: Child;
  /** What the field says; lines stay lines. */
  readonly text: string;
  /** Why it is not to be changed here. */
  readonly note?: Child;
  /** What can be done about it. */
  readonly action?: Child;
};

/** A place in a form whose text is shown and not changed there; it sends nothing. */
export function FixedField({ name, label, text, note, action }: FixedFieldProps) {
  const t = useTexts();
  const id = fieldId(name);
  return (
    <div class="ok-field ok-fixed" role="group" aria-labelledby={`${id}-label`} id={id} tabindex={-1}>
      <div class="ok-fixed-head">
        <span class="ds-label" id={`${id}-label`}>
          {label}
        </span>
        {note}
      </div>
      <div class="ok-fixed-text">{text === '' ? t.notGiven : text}</div>
      {action === undefined ? null : <div class="ok-small">{action}</div>}
    </div>
  );
}
