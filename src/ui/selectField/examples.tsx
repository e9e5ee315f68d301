import type { Example } from '#ui/gallery/Example.ts';
import { SelectField } from './SelectField.tsx';

export const examples: readonly Example[] = [
  {
    name: 'lista',
    show: () => (
      <SelectField
        name="wykonawca"
        label="Wykonawca"
        options={[
          { value: 'a', label: 'Fundacja Przykład' },
          { value: 'b', label: 'Spółdzielnia Wzór' },
        ]}
        value="b"
      />
    ),
  },
  {
    name: 'w grupach',
    show: () => (
      <SelectField
        name="usluga"
        label="Usługa"
        error="Wybierz usługę"
        options={[
          { value: '1', label: 'Asystent rodziny', group: 'Rodzina' },
          { value: '2', label: 'Opieka w domu', group: 'Pomoc' },
        ]}
      />
    ),
  },
];
