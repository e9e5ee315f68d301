import { TextField } from '#ui/textField/TextField.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { Checkbox, CheckboxGroup, RadioGroup } from './Choices.tsx';

export const examples: readonly Example[] = [
  {
    name: 'jedno z kilku',
    show: () => (
      <RadioGroup
        name="dla-kogo"
        label="Dla kogo jest to zgłoszenie?"
        value="opiekun"
        choices={[
          { value: 'ja', label: 'Dla mnie' },
          {
            value: 'opiekun',
            label: 'Dla kogoś, kim się opiekuję',
            hint: 'na przykład dla mamy albo sąsiada',
            reveals: <TextField name="kim" label="Kim jest dla Ciebie ta osoba" />,
          },
          { value: 'przedstawiciel', label: 'Dla osoby, którą reprezentuję z mocy prawa' },
        ]}
      />
    ),
  },
  {
    name: 'tak albo nie',
    show: () => (
      <RadioGroup
        name="sama"
        label="Czy ta osoba mieszka sama?"
        inline
        error="Wybierz odpowiedź"
        choices={[
          { value: 'tak', label: 'Tak' },
          { value: 'nie', label: 'Nie' },
        ]}
      />
    ),
  },
  {
    name: 'kilka naraz',
    show: () => (
      <CheckboxGroup
        name="potrzeby"
        label="W czym przyda się pomoc?"
        hint="Zaznacz wszystko, co pasuje."
        required={false}
        values={['zakupy']}
        choices={[
          { value: 'zakupy', label: 'Zakupy' },
          { value: 'gotowanie', label: 'Gotowanie' },
          { value: 'lekarz', label: 'Droga do lekarza' },
        ]}
      />
    ),
  },
  {
    name: 'oświadczenie',
    show: () => (
      <Checkbox
        name="rodo"
        label="Znam informację o przetwarzaniu danych"
        hint="To nie jest zgoda; dane przetwarzamy na podstawie ustawy."
      />
    ),
  },
];
