import { Button, LinkButton } from '#ui/button/Button.tsx';
import { TextArea } from '#ui/textArea/TextArea.tsx';
import type { Example } from '#ui/gallery/Example.ts';
import { Form, FormActions } from './Form.tsx';

export const examples: readonly Example[] = [
  {
    name: 'z zapisem w trakcie pisania',
    show: () => (
      <Form action="#wyslij" idempotencyKey="0198" version={3} autosave="/ui/autozapis" hidden={{ krok: 'opis' }}>
        <TextArea name="notatka" label="Notatka z rozmowy" rows={3} />
        <FormActions>
          <Button>Zapisz</Button>
          <LinkButton href="#" variant="tertiary">
            Wróć
          </LinkButton>
        </FormActions>
      </Form>
    ),
  },
];
