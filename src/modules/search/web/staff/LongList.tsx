import type { FormFields } from '#platform/http/index.ts';
import { Button, fieldId, SelectField, Stack, TextField } from '#ui/index.ts';
import { narrowList, type ListedOption } from '../../domain/narrowList.ts';
import { searchStaffTexts } from '../../texts/staff.ts';

const t = searchStaffTexts.in('pl');
/** A list up to this length is read through. */
const longest = 40;
const filterOf = (name: string) => `${name}-szukaj`;
const longestWords = 100;

interface Props {
  /** Where the form is drawn by GET with what its address carries. */
  readonly here: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is filtered, as in "Zawęź listę: rodzaje pomocy". */
  readonly filterLabel: string;
  readonly empty: string;
  readonly options: readonly ListedOption[];
  readonly typed: FormFields;
  readonly error?: string | undefined;
}

/**
 * One of many, in groups. A long list is narrowed by words: the button asks for the same page with all that the form holds, so
 * nothing is sent and nothing typed is lost.
 */
export function LongList({ here, name, label, hint, filterLabel, empty, options, typed, error }: Props) {
  const typedWords = typed.get(filterOf(name));
  const words = typedWords.slice(0, longestWords);
  const fitting = narrowList(options, words);
  const chosen = typed.get(name);
  const shown = fitting.length === 0 ? options : options.filter((each) => fitting.includes(each) || each.value === chosen);
  const isNarrowed = shown.length < options.length;
  const told =
    fitting.length === 0 ? t('list.nothingFits', { words }) : isNarrowed ? t('list.fitting', { count: fitting.length }) : undefined;
  const select = (
    <SelectField
      name={name}
      label={label}
      hint={[told, hint].filter(Boolean).join(' ') || undefined}
      value={chosen}
      error={error}
      required={false}
      empty={empty}
      options={shown}
    />
  );
  if (options.length <= longest) return select;
  return (
    <Stack gap="sm">
      <TextField
        name={filterOf(name)}
        label={filterLabel}
        hint={t('list.narrowHint', { count: options.length })}
        value={typedWords}
        maxlength={longestWords}
        required={false}
        width="long"
      />
      <div>
        <Button variant="secondary" formmethod="get" formaction={`${here}#${fieldId(name)}`} formnovalidate>
          {t('list.narrow')}
        </Button>
      </div>
      {select}
    </Stack>
  );
}

/** Whether an address carries a form whose list is to be narrowed. */
export const isNarrowing = (query: URLSearchParams): boolean => [...query.keys()].some((name) => name.endsWith('-szukaj'));
