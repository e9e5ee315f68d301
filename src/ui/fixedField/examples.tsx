import type { Example } from '#ui/gallery/Example.ts';
import { Link } from '#ui/link/Link.tsx';
import { Tag } from '#ui/tag/Tag.tsx';
import { FixedField } from './FixedField.tsx';

export const examples: readonly Example[] = [
  {
    name: 'tekst wspólny',
    show: () => (
      <FixedField
        name="zakres"
        label="Na czym polega"
        text={'Opiekunka pomaga w domu:\n– przy posiłkach,\n– przy zakupach.'}
        note={<Tag tone="info">Tekst wspólny regionu, wersja 3</Tag>}
        action={<Link href="#odlacz">Odłącz to pole</Link>}
      />
    ),
  },
  { name: 'pusty', show: () => <FixedField name="wiek" label="Od ilu lat" text="" /> },
];
