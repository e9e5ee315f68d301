import type { Example } from '#ui/gallery/Example.ts';
import { Notice } from './Notice.tsx';

export const examples: readonly Example[] = [
  {
    name: 'informacja',
    show: () => (
      <Notice level={3} title="Oddzwonimy w ciągu trzech dni roboczych">
        <p>Telefon będzie z numeru centrum.</p>
      </Notice>
    ),
  },
  {
    name: 'powodzenie',
    show: () => (
      <Notice level={3} tone="success" title="Zgłoszenie wysłane" live>
        <p>Zapisz kod sprawy.</p>
      </Notice>
    ),
  },
  {
    name: 'uwaga',
    show: () => (
      <Notice tone="warning">
        <p>Ten parametr nie został jeszcze sprawdzony z ustawą.</p>
      </Notice>
    ),
  },
  {
    name: 'ważne',
    show: () => (
      <Notice level={3} tone="danger" title="Zagrożenie życia? Dzwoń pod 112">
        <p>Nie czekaj na odpowiedź centrum.</p>
      </Notice>
    ),
  },
];
