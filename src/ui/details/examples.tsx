import type { Example } from '#ui/gallery/Example.ts';
import { Details } from './Details.tsx';

export const examples: readonly Example[] = [
  {
    name: 'zwinięte',
    show: () => (
      <Details summary="Nie mam numeru PESEL">
        <p>Nic nie szkodzi. Podaj datę urodzenia, resztę ustalimy razem.</p>
      </Details>
    ),
  },
  {
    name: 'rozwinięte',
    show: () => (
      <Details open summary="Podstawa prawna">
        <p>Artykuł 2 ustawy o realizowaniu usług społecznych przez centrum usług społecznych.</p>
      </Details>
    ),
  },
];
