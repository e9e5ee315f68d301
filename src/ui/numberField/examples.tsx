import type { Example } from '#ui/gallery/Example.ts';
import { NumberField } from './NumberField.tsx';

export const examples: readonly Example[] = [
  { name: 'godziny', show: () => <NumberField name="godziny" label="Ile godzin tygodniowo" value="6" suffix="godz." /> },
  { name: 'kwota', show: () => <NumberField name="dochod" label="Dochód na osobę" decimal width="medium" suffix="zł" required={false} /> },
];
