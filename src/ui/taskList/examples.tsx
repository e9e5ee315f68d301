import type { Example } from '#ui/gallery/Example.ts';
import { TaskList } from './TaskList.tsx';

export const examples: readonly Example[] = [
  {
    name: 'przed planem',
    show: () => (
      <TaskList
        tasks={[
          { label: 'Rozpoznanie potrzeb', state: 'done', href: '#a' },
          { label: 'Cele i działania', state: 'started', href: '#b', hint: 'zapisano dwa z trzech celów' },
          { label: 'Zgoda mieszkanki', state: 'todo', href: '#c' },
          { label: 'Zatwierdzenie przez dyrektorkę', state: 'blocked', hint: 'po zgodzie mieszkanki' },
        ]}
      />
    ),
  },
];
