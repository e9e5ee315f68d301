import type { Example } from '#ui/gallery/Example.ts';
import { ConflictNotice } from './ConflictNotice.tsx';

export const examples: readonly Example[] = [
  {
    name: 'dwie wersje',
    show: () => (
      <ConflictNotice
        savedBy="Maria Przykładowa"
        savedAt="dzisiaj o 12:03"
        fields={[
          {
            label: 'Cel 1',
            theirs: 'Pani Halina wychodzi z domu dwa razy w tygodniu.',
            mine: 'Pani Halina wychodzi z domu trzy razy w tygodniu, z opiekunką.',
          },
        ]}
      />
    ),
  },
];
