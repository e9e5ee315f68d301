import { TextField } from '#ui/textField/TextField.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { ErrorSummary } from './ErrorSummary.tsx';

export const examples: readonly Example[] = [
  {
    name: 'dwa miejsca',
    show: () => (
      <div class="ok-stack">
        <ErrorSummary
          errors={[
            { field: 'przyklad-telefon', message: 'Podaj numer telefonu z 9 cyframi' },
            { message: 'Zgłoszenie z tego formularza zostało już wysłane' },
          ]}
        />
        <TextField
          name="przyklad-telefon"
          label="Telefon"
          value="60 12"
          error="Podaj numer telefonu z 9 cyframi"
          inputmode="tel"
          autocomplete="tel"
          width="medium"
        />
      </div>
    ),
  },
];
