import type { Example } from '#ui/gallery/Example.ts';
import { DefinitionGrid } from './DefinitionGrid.tsx';

export const examples: readonly Example[] = [
  {
    name: 'karta usługi',
    show: () => (
      <DefinitionGrid
        items={[
          { term: 'Dla kogo', value: 'osoby od 60. roku życia' },
          { term: 'Opłata', value: 'bezpłatnie' },
          { term: 'Wykonawca' },
          { term: 'Zakres', value: 'Zakupy, posiłki, sprzątanie, rozmowa.', wide: true },
        ]}
      />
    ),
  },
];
