import { useContext } from 'hono/jsx';
import { TextField } from '#ui/textField/TextField.tsx';
import { WithinFilter } from '#ui/field/Field.tsx';
import type { FieldProps } from '#ui/field/Field.tsx';
import { useTexts } from '#ui/texts/texts.ts';

/**
 * A date in ONE box, as people write it: "27.03.1951", "27 marca 1951", "1951-03-27". The server reads it.
 * `value` is what was typed, so a mistake comes back as it was. `example` is a day that fits the field, where a birth date does not.
 */
export function DateField({ example, ...props }: FieldProps & { readonly example?: string | undefined }) {
  const t = useTexts();
  if (useContext(WithinFilter)) return <TextField {...props} hint={props.hint ?? t.dateHintShort} width="medium" />;
  const how = example === undefined ? t.dateHint : t.dateExample(example);
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
