import type { Example } from '#ui/gallery/Example.ts';
import { PhoneNumbers } from './PhoneNumbers.tsx';

export const examples: readonly Example[] = [
  {
    name: 'telefony wsparcia',
    show: () => (
      <PhoneNumbers
        numbers={[
          { number: '116 123', name: 'Telefon dla dorosłych w kryzysie', text: 'Gdy jest Ci bardzo trudno.', note: 'całą dobę' },
          { number: '116 111', name: 'Telefon dla dzieci i młodzieży', note: 'całą dobę · niezweryfikowane' },
        ]}
      />
    ),
  },
];
