import { Field, fieldId, wiring } from '#ui/field/Field.tsx';
import type { FieldProps } from '#ui/field/Field.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type Option = { readonly value: string; readonly label: string; readonly group?: string | undefined };

export type SelectFieldProps = FieldProps & {
  readonly options: readonly Option[];
  /** Words of the empty first choice; `false` when there is to be none. */
  readonly empty?: string | false | undefined;
};

/** One of many. With up to seven choices RadioGroup is kinder. */
export function SelectField(props: SelectFieldProps) {
  const t = useTexts();
  const groups = [...new Set(props.options.map((option) => option.group))];
  const choice = (option: Option) => (
    <option value={option.value} selected={option.value === props.value}>
      {option.label}
    </option>
  );
  return (
    <Field {...props}>
      <select
        class="ds-input ok-select"
        id={fieldId(props.name)}
        name={props.name}
        required={props.required !== false}
        autocomplete={props.autocomplete}
        {...wiring(props)}
      >
        {props.empty === false ? null : <option value="">{props.empty ?? t.chooseOne}</option>}
        {groups.map((group) => {
          const inside = props.options.filter((option) => option.group === group).map(choice);
          return group === undefined ? <>{inside}</> : <optgroup label={group}>{inside}</optgroup>;
        })}
      </select>
    </Field>
  );
}
