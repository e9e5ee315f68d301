import type { Example } from '#ui/gallery/Example.ts';
import { SearchForm } from './SearchForm.tsx';

export const examples: readonly Example[] = [
  {
    name: 'na stronie głównej',
    show: () => <SearchForm action="#szukaj" look="large" hint="Napisz po swojemu, na przykład: opieka dla mamy po szpitalu" />,
  },
  {
    name: 'nad listą',
    show: () => <SearchForm action="#szukaj" name="szukaj" value="Wzorcowa" label="Szukaj sprawy" hidden={{ stan: 'nowa' }} />,
  },
];
