import type { Example } from '#ui/gallery/Example.ts';
import { PeselField } from './PeselField.tsx';

export const examples: readonly Example[] = [
  { name: 'nowy', show: () => <PeselField name="pesel" required={false} /> },
  { name: 'już zapisany', show: () => <PeselField name="pesel-zapisany" storedMasked="•••••••••34" /> },
];
