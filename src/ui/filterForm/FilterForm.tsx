import type { Child } from 'hono/jsx';
import { WithinFilter } from '#ui/field/Field.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type FilterFormProps = {
  readonly action: string;
  /** Address of the list without filters; shown when something is filtered. */
  readonly clear?: string | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Folded, so that the list itself is in sight; what is chosen stays readable. */
  readonly foldable?: { readonly chosen: readonly string[] } | undefined;
  readonly children?: Child;
};

/** Filters of a list, sent by a plain GET so that the address can be kept and shared. */
export function FilterForm({ action, clear, hidden, foldable, children }: FilterFormProps) {
  const t = useTexts();
  const form = (
    <form class="ok-filter" action={action} method="get" aria-label={t.filters}>
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <WithinFilter.Provider value={true}>
        <div class="ok-filter-fields">{children}</div>
      </WithinFilter.Provider>
      <div class="ok-actions">
        <button class="ds-button" data-variant="secondary" type="submit">
          {t.applyFilters}
        </button>
        {clear ? (
          <a class="ds-link" href={clear}>
            {t.clearFilters}
          </a>
        ) : null}
      </div>
    </form>
  );
  if (!foldable) return form;
  return (
    <details class="ds-details ok-details">
      <summary>{foldable.chosen.length === 0 ? t.filters : `${t.filters}: ${foldable.chosen.join(', ')}`}</summary>
      <div>{form}</div>
    </details>
  );
}
