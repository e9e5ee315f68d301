import type { Example } from '#ui/gallery/Example.ts';
import { TextArea } from './TextArea.tsx';

export const examples: readonly Example[] = [
  {
    name: 'z limitem',
    show: () => (
      <TextArea name="opis" label="Opowiedz, co się dzieje" hint="Własnymi słowami. Nie podawaj danych innych osób." limit={2000} />
    ),
  },
  { name: 'z błędem', show: () => <TextArea name="powod" label="Powód odmowy" value="-" error="Napisz powód pełnym zdaniem" rows={3} /> },
];
