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

/** Horizontal bars drawn by the server, with the same figures in a table beside them. */
export function BarChart({ title, bars, labelColumn, valueColumn, format, tableFollows }: BarChartProps) {
  const t = useTexts();
  const lang = useLang();
  const write = format ?? ((value: number) => new Intl.NumberFormat(lang).format(value));
  const most = Math.max(0, ...bars.map((bar) => bar.value));
  return (
    <figure class="ok-chart">
      <figcaption class="ok-chart-title">{title}</figcaption>
      <div class="ok-chart-bars" aria-hidden="true">
        {bars.map((bar) => {
          const share = most > 0 ? (Math.max(0, bar.value) / most) * 100 : 0;
          return (
            <div class="ok-chart-row">
              <span>{bar.label}</span>
              <span class="ok-chart-value">{write(bar.value)}</span>
              <svg class="ok-chart-line" width="100%" height="12" focusable="false">
                <rect class="ok-chart-track" width="100%" height="12" rx="6" />
                <rect class="ok-chart-bar" width={`${share.toFixed(2)}%`} height="12" rx="6" />
              </svg>
            </div>
          );
        })}
      </div>
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
