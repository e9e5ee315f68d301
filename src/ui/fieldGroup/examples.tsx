import { Button } from '#ui/button/Button.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { NumberField } from '#ui/numberField/NumberField.tsx';
import { SelectField } from '#ui/selectField/SelectField.tsx';
import { TextField } from '#ui/textField/TextField.tsx';
import { FieldGroup, FieldRow } from './FieldGroup.tsx';

export const examples: readonly Example[] = [
  {
    name: 'pozycja listy z grupą w środku',
    show: () => (
      <FieldGroup legend="Cel 1" actions={<Button variant="tertiary">Usuń: Cel 1</Button>}>
        <TextField name="cel" label="Treść" />
        <FieldRow>
          <NumberField name="ile" label="Ile" />
          <SelectField name="jednostka" label="Jednostka" empty={false} options={[{ value: 'h', label: 'godzina' }]} />
        </FieldRow>
        <FieldGroup legend="Działanie 1" inner>
          <TextField name="co" label="Co" />
        </FieldGroup>
      </FieldGroup>
    ),
  },
];
