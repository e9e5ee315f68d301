import { LinkButton } from '#ui/button/Button.tsx';
import { SearchIcon } from '#ui/icons/icons.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { EmptyState } from './EmptyState.tsx';

export const examples: readonly Example[] = [
  {
    name: 'nic nie znaleziono',
    show: () => (
      <EmptyState
        level={3}
        icon={<SearchIcon large />}
        title="Nie znaleźliśmy takiej usługi"
        action={
          <LinkButton href="#zadzwon" variant="secondary">
            Zapytaj nas wprost
          </LinkButton>
        }
      >
        <p>Spróbuj innych słów albo opisz nam, co się dzieje.</p>
      </EmptyState>
    ),
  },
];
