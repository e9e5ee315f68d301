import type { Child } from 'hono/jsx';
import { OptionalMark, WithinFilter } from '#ui/field/Field.tsx';

export type FieldGroupProps = {
  readonly legend: string;
  /** Inside another group. */
  readonly inner?: boolean | undefined;
  /** Beside the legend's end: what can be done with the whole group. */
  readonly actions?: Child;
  /** The keyboard begins here: what was just added. */
  readonly isFocused?: boolean | undefined;
  /** All of its fields may stay empty: the group says so once, for all of them. */
  readonly allOptional?: boolean | undefined;
  readonly children?: Child;
};

/** Fields about one thing, such as one item of a list, named together for everybody. */
export function FieldGroup({ legend, inner, actions, isFocused, allOptional, children }: FieldGroupProps) {
  return (
    <fieldset
      class="ok-field-group"
      data-inner={inner ? 'true' : undefined}
      tabindex={isFocused ? -1 : undefined}
      autofocus={isFocused ? true : undefined}
    >
      <legend class="ds-heading ok-heading" data-size={inner ? '2xs' : 'xs'}>
        {legend}
        <OptionalMark required={!allOptional} />
      </legend>
      {allOptional ? <WithinFilter.Provider value={true}>{children}</WithinFilter.Provider> : children}
      {actions ? <div class="ok-actions">{actions}</div> : null}
    </fieldset>
  );
}

/** Short fields beside one another, under one another where there is no room. `even`: in columns that go on in the row below. */
export function FieldRow({ even, children }: { readonly even?: boolean | undefined; readonly children?: Child }) {
  return (
    <div class="ok-field-row" data-even={even ? 'true' : undefined}>
      {children}
    </div>
  );
}
