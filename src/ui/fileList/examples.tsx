import { Button } from '#ui/button/Button.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { VisuallyHidden } from '#ui/text/Text.tsx';
import { FileList } from './FileList.tsx';

export const examples: readonly Example[] = [
  {
    name: 'dołączone pliki',
    show: () => (
      <FileList
        label="Dołączone pliki"
        files={[
          {
            name: 'orzeczenie o stopniu niepełnosprawności.pdf',
            about: 'PDF, 340 KB',
            action: (
              <Button name="usun" value="1" variant="tertiary">
                Usuń<VisuallyHidden> orzeczenie o stopniu niepełnosprawności.pdf</VisuallyHidden>
              </Button>
            ),
          },
          { name: 'IMG_20260302_101500_bardzo_dluga_nazwa_bez_zadnego_odstepu_ktora_sie_lamie.jpg', about: 'zdjęcie JPG, 4,1 MB' },
        ]}
      />
    ),
  },
];
