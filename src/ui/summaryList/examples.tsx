import type { Example } from '#ui/gallery/Example.ts';
import { SummaryList } from './SummaryList.tsx';

export const examples: readonly Example[] = [
  {
    name: 'sprawdź odpowiedzi',
    show: () => (
      <SummaryList
        level={3}
        title="Kogo dotyczy zgłoszenie"
        rows={[
          { label: 'Imię i nazwisko', value: 'Halina Wzorcowa', change: '#imie' },
          { label: 'Data urodzenia', value: '27 marca 1951', change: '#data' },
          { label: 'Telefon', change: '#telefon' },
          {
            label: 'Co się dzieje',
            value: 'Mama mieszka sama na trzecim piętrze.\nPo szpitalu trudno jej wyjść po zakupy.',
            change: '#opis',
          },
        ]}
      />
    ),
  },
];
