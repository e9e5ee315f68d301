import type { Example } from '#ui/gallery/Example.ts';
import { Steps } from './Steps.tsx';

export const examples: readonly Example[] = [
  { name: 'w drodze', show: () => <Steps current={2} total={6} label="Czego dotyczy zgłoszenie" /> },
];
