import type { Example } from '#ui/gallery/Example.ts';
import { TextDiff } from './TextDiff.tsx';

export const examples: readonly Example[] = [
  {
    name: 'zmiana planu',
    show: () => (
      <TextDiff
        before="Opiekunka przychodzi dwa razy w tygodniu na 2 godziny."
        after="Opiekunka przychodzi trzy razy w tygodniu na 2 godziny, także w sobotę."
      />
    ),
  },
];
