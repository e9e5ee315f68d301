import type { Child } from 'hono/jsx';
import { useTexts } from '#ui/texts/texts.ts';

export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => Child;
  /** Figures: set to the right and in even digits. */
  readonly numeric?: boolean | undefined;
  /** This cell names the row. */
  readonly rowHeader?: boolean | undefined;
  /** Values that say themselves what they are (a state, a person): on a narrow screen the name of the column is left out. */
  readonly plain?: boolean | undefined;
  /** Holds sentences: takes more of the width than its neighbours. */
  readonly wide?: boolean | undefined;
  readonly sortable?: boolean | undefined;
};

export type Sort = {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
  /** Address of the same list sorted otherwise. */
  readonly address: (by: string, direction: 'asc' | 'desc') => string;
};

export type TableProps<Row> = {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly sort?: Sort | undefined;
  /** What to show instead of an empty table. */
  readonly empty?: Child;
};

function SortableHeader({ label, column, sort }: { readonly label: string; readonly column: string; readonly sort: Sort }) {
  const t = useTexts();
  const current = sort.by === column;
  const next = current && sort.direction === 'asc' ? 'desc' : 'asc';
  return (
    <a class="ok-table-sort" href={sort.address(column, next)} data-direction={current ? sort.direction : undefined}>
      {label}
      <span class="ds-sr-only">, {next === 'asc' ? t.sortAscending : t.sortDescending}</span>
    </a>
  );
}

/** What says nothing takes no room on a narrow screen. */
const isNothing = (content: Child): boolean => content === '' || content === '–' || content == null;
const classesOf = <Row,>({ numeric, plain, wide }: Column<Row>, content: Child): string | undefined =>
  [numeric ? 'ok-numeric' : '', plain ? 'ok-table-plain' : '', wide ? 'ok-table-wide' : '', isNothing(content) ? 'ok-table-nothing' : '']
    .filter(Boolean)
    .join(' ') || undefined;

/**
 * Rows of like things. On a narrow screen the name of the row stands on a line of its own and the other values flow below it as
 * one text, each after the name of its column.
 */
export function Table<Row>({ caption, captionHidden, columns, rows, sort, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div class="ok-table-frame">
      <table class="ok-table" role="table">
        <caption class={captionHidden ? 'ds-sr-only' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => {
              const sorted = sort?.by === column.key ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined;
              return (
                <th scope="col" role="columnheader" class={column.numeric ? 'ok-numeric' : undefined} aria-sort={sorted}>
                  {sort && column.sortable ? <SortableHeader label={column.label} column={column.key} sort={sort} /> : column.label}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row">
              {columns.map((column) => {
                const value = column.cell(row);
                const content = (
                  <>
                    <span class="ok-table-label" aria-hidden="true">
                      {column.label}
                    </span>
                    <span class="ok-table-value">{value}</span>
                  </>
                );
                return column.rowHeader ? (
                  <th scope="row" role="rowheader" class={classesOf(column, value)}>
                    {content}
                  </th>
                ) : (
                  <td role="cell" class={classesOf(column, value)}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
