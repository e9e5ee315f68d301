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
];
