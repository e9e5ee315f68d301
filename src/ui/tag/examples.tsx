import type { Example } from '#ui/gallery/Example.ts';
import { Tags } from './Tag.tsx';

export const examples: readonly Example[] = [
  {
    name: 'stany',
    show: () => (
      <Tags
        items={[
          { label: 'szkic' },
          { label: 'nowa', tone: 'accent' },
          { label: 'w toku', tone: 'info' },
          { label: 'zakwalifikowana', tone: 'success' },
          { label: 'termin blisko', tone: 'warning' },
          { label: 'po terminie', tone: 'danger' },
        ]}
      />
    ),
  },
];
