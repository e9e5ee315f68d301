import type { Example } from '#ui/gallery/Example.ts';
import { Breadcrumbs } from './Breadcrumbs.tsx';

export const examples: readonly Example[] = [
  {
    name: 'trzy kroki',
    show: () => (
      <Breadcrumbs
        items={[{ label: 'Strona główna', href: '#' }, { label: 'Usługi', href: '#uslugi' }, { label: 'Usługi opiekuńcze w domu' }]}
      />
    ),
  },
];
