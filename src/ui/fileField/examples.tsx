import type { Example } from '#ui/gallery/Example.ts';
import { FileField } from './FileField.tsx';

export const examples: readonly Example[] = [
  {
    name: 'załączniki',
    show: () => (
      <FileField
        name="zalaczniki"
        label="Zaświadczenie od lekarza"
        kinds="PDF, JPG, PNG"
        maxSize="10 MB"
        accept=".pdf,.jpg,.png"
        multiple
        required={false}
      />
    ),
  },
];
