import { TextArea } from '#ui/index.ts';

interface Fields {
  value(name: string): string;
  error(name: string): string | undefined;
}

/** A note that may be left out. Called, not mounted: fields are compared by what a form is drawn of. */
export const noteField = (form: Fields, label: string, hint?: string) => (
  <TextArea name="uwagi" label={label} hint={hint} required={false} rows={3} value={form.value('uwagi')} error={form.error('uwagi')} />
);
