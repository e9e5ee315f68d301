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

/** Attachments; the form needs `multipart`. */
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
    </Field>
  );
}
