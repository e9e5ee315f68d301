import { CheckIcon } from '#ui/icons/icons.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { Button, LinkButton } from './Button.tsx';

export const examples: readonly Example[] = [
  { name: 'główny', show: () => <Button icon={<CheckIcon />}>Wyślij zgłoszenie</Button> },
  { name: 'drugi', show: () => <Button variant="secondary">Zapisz i dokończ później</Button> },
  { name: 'cichy', show: () => <Button variant="tertiary">Anuluj</Button> },
  { name: 'nieodwracalny', show: () => <Button variant="danger">Wycofaj zgłoszenie</Button> },
  { name: 'prowadzi dalej', show: () => <LinkButton href="#dalej">Zaczynam</LinkButton> },
  { name: 'na całą szerokość', show: () => <Button fullWidth>Dalej</Button> },
];
