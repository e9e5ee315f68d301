import type { Example } from '#ui/gallery/Example.ts';
import { PrintButton } from './PrintButton.tsx';

export const examples: readonly Example[] = [{ name: 'drukowanie', show: () => <PrintButton /> }];
