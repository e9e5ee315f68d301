import type { Language } from '#platform/i18n/index.ts';
import { Button, errorOf, FileField, FileList, VisuallyHidden, type FieldError } from '#ui/index.ts';
import type { Attachment } from '../fileStore.ts';
import { acceptAttribute } from '../kinds.ts';
import { fileTexts, kindInWords, kindsInWords, sizeInWords } from '../texts.ts';
import type { UploadLimits } from '../uploads.ts';

/** The field under which files come. */
export const filesField = 'files';
/** The button that takes a file back; its value is the file's id. */
export const removeButton = 'removeFile';

interface Props {
  readonly lang: Language;
  readonly label: string;
  readonly hint?: string;
  readonly attached: readonly Attachment[];
  readonly limits: UploadLimits;
  readonly errors: readonly FieldError[];
  /** The name and value of the button that adds what was chosen and stays on the page; none where sending does it. */
  readonly add?: { readonly name: string; readonly value: string };
}

/**
 * Files to be attached, and those attached already with a button to take each back. Works without scripts: the form
 * around it is multipart. What is wrong with each of
 * several files stands in the summary above.
 */
export function AttachmentFields({ lang, label, hint, attached, limits, errors, add }: Props) {
  const t = fileTexts.in(lang);
  const own = errors.filter((each) => each.field === filesField).map((each) => each.message);
  return (
    <>
      {attached.length > 0 ? (
        <FileList
          label={t('list')}
          files={attached.map((each) => ({
            name: each.name,
            about: [kindInWords(each.contentType, lang), sizeInWords(each.size, lang)].join(', '),
            action: (
              <Button name={removeButton} value={each.id} variant="tertiary" formnovalidate>
                {t('remove')}
                <VisuallyHidden> {each.name}</VisuallyHidden>
              </Button>
            ),
          }))}
        />
      ) : null}
      <FileField
        name={filesField}
        label={label}
        hint={hint}
        kinds={kindsInWords(lang)}
        maxSize={sizeInWords(limits.bytes, lang)}
        accept={acceptAttribute}
        error={own.length > 1 ? t('several') : errorOf(errors, filesField)}
        required={false}
        multiple
      />
      {add ? (
        <div>
          <Button name={add.name} value={add.value} variant="secondary">
            {t('add')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
