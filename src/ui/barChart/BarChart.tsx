import { Table } from '#ui/table/Table.tsx';
import { useLang, useTexts } from '#ui/texts/texts.ts';

export type Bar = { readonly label: string; readonly value: number };

export type BarChartProps = {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly labelColumn: string;
  readonly valueColumn: string;
  /** Writes a value; by default as a number of the page's language. */
  readonly format?: ((value: number) => string) | undefined;
  /** The page shows the same figures in a table of its own, right below. */
  readonly tableFollows?: boolean | undefined;
};

const rowHeight = 56;

/** Horizontal bars drawn by the server, with the same figures in a table beside them. */
export function BarChart({ title, bars, labelColumn, valueColumn, format, tableFollows }: BarChartProps) {
  const t = useTexts();
  const lang = useLang();
  const write = format ?? ((value: number) => new Intl.NumberFormat(lang).format(value));
  const most = Math.max(0, ...bars.map((bar) => bar.value));
  return (
    <figure class="ok-chart">
      <figcaption class="ok-chart-title">{title}</figcaption>
      <svg class="ok-chart-bars" width="100%" height={Math.max(1, bars.length) * rowHeight} aria-hidden="true" focusable="false">
        {bars.map((bar, index) => {
          const top = index * rowHeight;
          const share = most > 0 ? (Math.max(0, bar.value) / most) * 100 : 0;
          return (
            <g>
              <text class="ok-chart-label" x="0" y={top + 20}>
                {bar.label}
              </text>
              <text class="ok-chart-value" x="100%" y={top + 20} text-anchor="end">
                {write(bar.value)}
              </text>
              <rect class="ok-chart-track" x="0" y={top + 29} width="100%" height="12" rx="6" />
              <rect class="ok-chart-bar" x="0" y={top + 29} width={`${share.toFixed(2)}%`} height="12" rx="6" />
            </g>
          );
        })}
      </svg>
      {tableFollows ? null : (
        <details class="ds-details ok-details">
          <summary>{t.chartTable}</summary>
          <div class="ok-details-body">
            <Table
              caption={title}
              captionHidden
              rows={bars}
              columns={[
                { key: 'label', label: labelColumn, rowHeader: true, cell: (bar) => bar.label },
                { key: 'value', label: valueColumn, numeric: true, cell: (bar) => write(bar.value) },
              ]}
            />
          </div>
        </details>
      )}
    </figure>
  );
}
