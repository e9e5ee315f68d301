import type { Example } from '#ui/gallery/Example.ts';
import { StatFigure, StatGrid } from './StatFigure.tsx';

export const examples: readonly Example[] = [
  {
    name: 'tablica dyrektorki',
    show: () => (
      <StatGrid>
        <StatFigure value="128" label="Otwarte sprawy" href="#otwarte" tone="accent" />
        <StatFigure value="7" label="Termin w tym tygodniu" tone="warning" note="najbliższy w środę" />
        <StatFigure value="2" label="Po terminie" tone="danger" href="#po-terminie" />
        <StatFigure value="1 204" label="Godziny opieki w marcu" />
      </StatGrid>
    ),
  },
];
