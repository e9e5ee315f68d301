import { TextField } from '#ui/textField/TextField.tsx';
import type { FieldProps } from '#ui/field/Field.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type PeselFieldProps = Omit<FieldProps, 'label' | 'autocomplete' | 'inputmode'> & {
  readonly label?: string | undefined;
  /** A stored number, already masked ("•••••••••34"); the field then stays empty and asks only for a change. */
  readonly storedMasked?: string | undefined;
};

/** The PESEL number. Never filled in by the browser, never shown back once stored. */
export function PeselField({ storedMasked, label = 'PESEL', hint, required, ...props }: PeselFieldProps) {
  const t = useTexts();
  const about = storedMasked ? t.peselStored(storedMasked) : t.peselHint;
  return (
    <TextField
      {...props}
      label={label}
      required={storedMasked ? false : required}
      hint={
        hint ? (
          <>
            {hint} {about}
          </>
        ) : (
          about
        )
      }
      autocomplete="off"
      inputmode="numeric"
      spellcheck={false}
      width="medium"
    />
  );
}
