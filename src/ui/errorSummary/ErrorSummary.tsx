import { Heading } from '#ui/text/Text.tsx';
import { fieldId } from '#ui/field/Field.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type FieldError = {
  readonly message: string;
  /** Name of the field it is about; absent when it is about the whole form. */
  readonly field?: string | undefined;
  /** The words would fit any field ("Uzupełnij to pole."): `nameMistakes` adds the name of this one. */
  readonly isGeneral?: boolean | undefined;
};

/** All mistakes at once, at the top of the page, each leading to its field. Nothing when there are none. */
export function ErrorSummary({ errors, title }: { readonly errors: readonly FieldError[]; readonly title?: string | undefined }) {
  const t = useTexts();
  if (errors.length === 0) return null;
  return (
    <ok-error-summary>
      <div class="ds-error-summary ok-error-summary" role="alert" tabindex={-1} aria-labelledby="error-summary-title">
        <Heading level={2} size="xs" id="error-summary-title">
          {title ?? t.errorSummaryTitle}
        </Heading>
        <ul class="ds-list">
          {errors.map((error) => (
            <li>
              {error.field ? (
                <a class="ds-link" href={`#${fieldId(error.field)}`} data-mistake={error.isGeneral ? 'general' : ''}>
                  {error.message}
                </a>
              ) : (
                error.message
              )}
            </li>
          ))}
        </ul>
      </div>
    </ok-error-summary>
  );
}

/** The message of one field out of all, for the field's `error`. */
export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
