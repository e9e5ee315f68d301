import { Field, fieldId, wiring } from '#ui/field/Field.tsx';
import type { FieldProps } from '#ui/field/Field.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type FileFieldProps = Omit<FieldProps, 'value' | 'inputmode' | 'autocomplete'> & {
  /** As people say it: "PDF, JPG, PNG". */
  readonly kinds: string;
  /** As people say it: "10 MB". */
  readonly maxSize: string;
  /** The `accept` attribute: ".pdf,image/*". */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
};

/**
 * Attachments; the form needs `multipart`. Without scripts it is the browser's own control, in the browser's language; with them
 * it speaks the language of the page and tells what was chosen.
 */
export function FileField(props: FileFieldProps) {
  const t = useTexts();
  const limits = t.fileHint(props.kinds, props.maxSize);
  const full = {
    ...props,
    hint: props.hint ? (
      <>
        {props.hint} {limits}
      </>
    ) : (
      limits
    ),
  };
  return (
    <Field {...full}>
      <ok-file-field none={t.fileNone} chosen={t.fileChosen}>
        <input
          class="ds-input ok-file"
          type="file"
          id={fieldId(props.name)}
          name={props.name}
          accept={props.accept}
          multiple={props.multiple}
          required={props.required !== false}
          {...wiring(full)}
        />
        <span class="ok-file-shown" hidden>
          <span class="ok-file-button" aria-hidden="true">
            {props.multiple ? t.fileChooseSeveral : t.fileChoose}
          </span>
          <span id={`${fieldId(props.name)}-chosen`} role="status" />
        </span>
      </ok-file-field>
    </Field>
  );
}
