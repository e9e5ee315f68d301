import type { Example } from '#ui/gallery/Example.ts';
import { Timeline } from './Timeline.tsx';

export const examples: readonly Example[] = [
  {
    name: 'bieg sprawy',
    show: () => (
      <Timeline
        label="Bieg sprawy"
        entries={[
          {
            at: '19 marca 2026, 9:30',
            atIso: '2026-03-19T09:30',
            title: 'Plan czeka na zgodę',
            tone: 'warning',
            body: <p>Prosimy o odpowiedź do 26 marca.</p>,
          },
          { at: '16 marca 2026', atIso: '2026-03-16', title: 'Rozmowa o potrzebach', who: 'Maria Przykładowa', tone: 'success' },
          { at: '12 marca 2026, 10:04', atIso: '2026-03-12T10:04', title: 'Zgłoszenie przyjęte', tone: 'accent' },
        ]}
      />
    ),
  },
];
