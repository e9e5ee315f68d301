import { SelectField } from '#ui/selectField/SelectField.tsx';
import { TextField } from '#ui/textField/TextField.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { FilterForm } from './FilterForm.tsx';

export const examples: readonly Example[] = [
  {
    name: 'filtry listy',
    show: () => (
      <FilterForm action="#lista" clear="#wszystkie">
        <SelectField name="stan" label="Stan" required={false} empty="Każdy" options={[{ value: 'nowa', label: 'Nowa' }]} value="nowa" />
        <TextField name="osoba" label="Osoba" required={false} />
      </FilterForm>
    ),
  },
  {
    name: 'zwinięte',
    show: () => (
      <FilterForm action="#lista" foldable={{ chosen: ['bezpłatna', 'otwarte teraz'] }}>
        <TextField name="ulica-filtr" label="Ulica" required={false} />
      </FilterForm>
    ),
  },
];
