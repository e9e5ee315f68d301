import type { Example } from '#ui/gallery/Example.ts';
import { BarChart } from './BarChart.tsx';

export const examples: readonly Example[] = [
  {
    name: 'sprawy według stanu',
    show: () => (
      <BarChart
        title="Otwarte sprawy według stanu"
        labelColumn="Stan"
        valueColumn="Liczba spraw"
        bars={[
          { label: 'Rozpoznanie potrzeb', value: 42 },
          { label: 'Kwalifikowanie', value: 17 },
          { label: 'Plan', value: 8 },
          { label: 'Zawieszone', value: 0 },
        ]}
      />
    ),
  },
];
