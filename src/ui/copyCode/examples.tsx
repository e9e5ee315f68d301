import type { Example } from '#ui/gallery/Example.ts';
import { CopyCode } from './CopyCode.tsx';

export const examples: readonly Example[] = [
  { name: 'kod sprawy', show: () => <CopyCode label="Kod Twojej sprawy" code="K7MW-2XPR-9DTF" /> },
];
