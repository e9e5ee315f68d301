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

/** Rows of like things. On a narrow screen every row becomes a card with the labels beside the values. */
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
                const content = (
                  <>
                    <span class="ok-table-label" aria-hidden="true">
                      {column.label}
                    </span>
                    <span class="ok-table-value">{column.cell(row)}</span>
                  </>
                );
                return column.rowHeader ? (
                  <th scope="row" role="rowheader" class={column.numeric ? 'ok-numeric' : undefined}>
                    {content}
                  </th>
                ) : (
                  <td role="cell" class={column.numeric ? 'ok-numeric' : undefined}>
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
