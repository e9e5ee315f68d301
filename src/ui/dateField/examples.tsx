import type { Example } from '#ui/gallery/Example.ts';
import { DateField } from './DateField.tsx';

export const examples: readonly Example[] = [
  { name: 'data urodzenia', show: () => <DateField name="urodzenie" label="Data urodzenia" autocomplete="bday" /> },
  {
    name: 'z błędem',
    show: () => <DateField name="od" label="Od kiedy" value="31 lutego 2026" error="Nie ma takiego dnia w kalendarzu" />,
  },
];
