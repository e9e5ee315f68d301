import { Paragraph } from '#ui/text/Text.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { LinkedData } from './LinkedData.tsx';

export const examples: readonly Example[] = [
  {
    name: 'dane, których nikt nie widzi',
    show: () => (
      <>
        <Paragraph>Klub seniora</Paragraph>
        <LinkedData data={{ '@context': 'https://schema.org', '@type': 'Service', name: 'Klub seniora' }} />
      </>
    ),
  },
];
