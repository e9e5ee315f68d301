import type { Example } from '#ui/gallery/Example.ts';
import { KeysetPager } from './KeysetPager.tsx';

export const examples: readonly Example[] = [
  { name: 'w środku', show: () => <KeysetPager previous="?przed=a" next="?po=b" shown="Pokazano 50 z 1204" /> },
  { name: 'początek', show: () => <KeysetPager next="?po=b" /> },
];
