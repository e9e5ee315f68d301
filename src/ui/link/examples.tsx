import type { Example } from '#ui/gallery/Example.ts';
import { Link } from './Link.tsx';

export const examples: readonly Example[] = [
  {
    name: 'na tej stronie',
    show: () => (
      <p>
        Zobacz <Link href="#uslugi">wszystkie usługi</Link>.
      </p>
    ),
  },
  {
    name: 'do innej strony',
    show: () => (
      <p>
        Przeczytaj{' '}
        <Link href="https://isap.sejm.gov.pl/" external>
          ustawę w systemie ISAP
        </Link>
        .
      </p>
    ),
  },
];
