import type { Example } from '#ui/gallery/Example.ts';
import { QuickExit } from './QuickExit.tsx';

export const examples: readonly Example[] = [{ name: 'opuść stronę', show: () => <QuickExit /> }];
