import type { Example } from '#ui/gallery/Example.ts';
import { CentreContact } from './CentreContact.tsx';

export const examples: readonly Example[] = [
  {
    name: 'wszystko podane',
    show: () => (
      <CentreContact
        centre={{
          name: 'Centrum Usług Społecznych w Jodłowie',
          address: 'ul. Wymyślona 1, 00-000 Jodłowo',
          phone: '52 123 45 67 lub 600 100 200',
          email: 'cus@example.org',
          hours: 'poniedziałek–piątek 7:30–15:30',
          website: 'https://www.cus.example.org/',
        }}
      />
    ),
  },
  { name: 'sama nazwa', show: () => <CentreContact centre={{ name: 'Centrum Usług Społecznych w Jodłowie' }} /> },
];
