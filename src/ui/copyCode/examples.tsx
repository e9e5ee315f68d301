import type { Example } from '#ui/gallery/Example.ts';
import { CopyCode } from './CopyCode.tsx';
import { CopyLink } from './CopyLink.tsx';

export const examples: readonly Example[] = [
  { name: 'kod sprawy', show: () => <CopyCode label="Kod Twojej sprawy" code="K7MW-2XPR-9DTF" /> },
  {
    name: 'adres',
    show: () => <CopyLink label="Adres tej listy" address="https://okienko.example/wzorowo/lista/AZLwfG9ecG6KcR0xQ3YQ9A" />,
  },
];
