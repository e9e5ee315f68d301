import { TextField } from '#ui/textField/TextField.tsx';
import type { TextFieldProps } from '#ui/textField/TextField.tsx';

export type NumberFieldProps = Omit<TextFieldProps, 'type' | 'inputmode'> & { readonly decimal?: boolean | undefined };

/** A number. A text box with the number keyboard: it never swallows what was typed and does not scroll away. */
export function NumberField({ decimal, width = 'short', ...props }: NumberFieldProps) {
  return <TextField {...props} width={width} inputmode={decimal ? 'decimal' : 'numeric'} />;
}
