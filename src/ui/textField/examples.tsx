import type { Example } from '#ui/gallery/Example.ts';
import { TextField } from './TextField.tsx';

export const examples: readonly Example[] = [
  { name: 'zwykłe', show: () => <TextField name="imie" label="Imię" autocomplete="given-name" value="Halina" /> },
  {
    name: 'z podpowiedzią, nieobowiązkowe',
    show: () => (
      <TextField
        name="email"
        type="email"
        label="Adres e-mail"
        hint="Wyślemy na niego potwierdzenie."
        required={false}
        autocomplete="email"
        inputmode="email"
      />
    ),
  },
  {
    name: 'z błędem',
    show: () => (
      <TextField
        name="kod"
        label="Kod pocztowy"
        value="8605"
        error="Kod pocztowy ma 5 cyfr, na przykład 86-050"
        width="short"
        autocomplete="postal-code"
        inputmode="numeric"
      />
    ),
  },
  {
    name: 'jedyne pytanie strony',
    show: () => <TextField name="ulica" label="Gdzie mieszka osoba, która potrzebuje pomocy?" hint="Ulica i numer" />,
  },
];
