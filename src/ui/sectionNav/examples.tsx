import type { Example } from '#ui/gallery/Example.ts';
import { SectionNav } from './SectionNav.tsx';

export const examples: readonly Example[] = [
  {
    name: 'części sprawy',
    show: () => (
      <SectionNav
        label="Części sprawy"
        items={[
          { label: 'Przegląd', href: '#przeglad', current: true },
          { label: 'Plan', href: '#plan' },
          { label: 'Zlecenia', href: '#zlecenia', count: 3 },
          { label: 'Dokumenty', href: '#dokumenty' },
        ]}
      />
    ),
  },
  {
    name: 'wiele stron',
    show: () => (
      <SectionNav
        label="Strony usługi"
        items={[
          { label: 'Karta', href: '#karta', current: true },
          { label: 'Terminy', href: '#terminy' },
        ]}
        more={{
          label: 'Więcej stron tej usługi',
          items: [
            { label: 'Wersje', href: '#wersje' },
            { label: 'Inne dane', href: '#inne' },
          ],
        }}
      />
    ),
  },
];
