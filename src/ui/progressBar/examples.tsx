import type { Example } from '#ui/gallery/Example.ts';
import { ProgressBar } from './ProgressBar.tsx';

export const examples: readonly Example[] = [
  { name: 'wykorzystany limit', show: () => <ProgressBar label="Wykorzystane w marcu" value={12} max={20} text="12 z 20 godzin" /> },
];
