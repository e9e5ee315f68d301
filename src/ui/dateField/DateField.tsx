import { useContext } from 'hono/jsx';
import { TextField } from '#ui/textField/TextField.tsx';
import { WithinFilter } from '#ui/field/Field.tsx';
import type { FieldProps } from '#ui/field/Field.tsx';
import { useTexts } from '#ui/texts/texts.ts';

/**
 * A date in ONE box, as people write it: "27.03.1951", "27 marca 1951", "1951-03-27". The server reads it.
 * `value` is what was typed, so a mistake comes back as it was. `isBirth`: the example is a day of long ago.
 */
export function DateField({ isBirth = false, ...props }: FieldProps & { readonly isBirth?: boolean }) {
  const t = useTexts();
  if (useContext(WithinFilter)) return <TextField {...props} hint={props.hint ?? t.dateHintShort} width="medium" />;
  const how = isBirth ? t.birthDateHint : t.dateHint;
  return (
    <TextField
      {...props}
      hint={
        props.hint ? (
          <>
            {props.hint} {how}.
          </>
        ) : (
          `${how}.`
        )
      }
      width="medium"
    />
  );
}
