import type { Example } from '#ui/gallery/Example.ts';
import { Flash } from './Flash.tsx';

export const examples: readonly Example[] = [
  {
    name: 'po zapisaniu',
    show: () => <Flash messages={[{ tone: 'success', text: 'Plan zapisany. Mieszkanka dostanie o nim wiadomość.' }]} />,
  },
];
