import { SearchIcon } from '#ui/icons/icons.tsx';
import { fieldId } from '#ui/field/Field.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type SearchFormProps = {
  readonly action: string;
  readonly value?: string | undefined;
  /** Name of the query parameter; `q` unless told. */
  readonly name?: string | undefined;
  readonly label?: string | undefined;
  readonly hint?: string | undefined;
  readonly submit?: string | undefined;
  /** large: the first thing of a home page; bar: in a header or over a list, label for screen readers only. */
  readonly look?: 'large' | 'bar' | undefined;
  /** Kept while searching: other filters. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
};

/** A search box that works by a plain GET. */
export function SearchForm({ action, value, name = 'q', label, hint, submit, look = 'bar', hidden }: SearchFormProps) {
  const t = useTexts();
  const id = `${fieldId(name)}-${look}`;
  return (
    <form class="ok-search" data-look={look} action={action} method="get" role="search">
      {Object.entries(hidden ?? {}).map(([key, kept]) => (
        <input type="hidden" name={key} value={kept} />
      ))}
      <label class={look === 'large' ? 'ds-label' : 'ds-sr-only'} for={id}>
        {label ?? t.searchLabel}
      </label>
      {hint ? (
        <p class="ok-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div class="ok-search-row">
        <input
          class="ds-input"
          type="search"
          id={id}
          name={name}
          value={value ?? ''}
          autocomplete="off"
          enterkeyhint="search"
          maxlength={200}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button class="ds-button" type="submit">
          <SearchIcon />
          <span>{submit ?? t.searchSubmit}</span>
        </button>
      </div>
    </form>
  );
}
