import type { Example } from '#ui/gallery/Example.ts';
import { LinkPills } from './LinkPills.tsx';

export const examples: readonly Example[] = [
  {
    name: 'dla kogo',
    show: () => (
      <LinkPills
        items={[
          { label: 'Seniorzy', href: '#seniorzy' },
          { label: 'Rodziny z dziećmi', href: '#rodziny', current: true },
          { label: 'Opiekunowie osób bliskich', href: '#opiekunowie' },
        ]}
      />
    ),
  },
  { name: 'z wprowadzeniem', show: () => <LinkPills lead="Inni szukają:" items={[{ label: 'dowóz do lekarza', href: '#dowoz' }]} /> },
];
