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
};

const rowHeight = 44;
const width = 640;

/** Horizontal bars drawn by the server, with the same figures in a table beside them. */
export function BarChart({ title, bars, labelColumn, valueColumn, format }: BarChartProps) {
  const t = useTexts();
  const lang = useLang();
  const write = format ?? ((value: number) => new Intl.NumberFormat(lang).format(value));
  const most = Math.max(0, ...bars.map((bar) => bar.value));
  return (
    <figure class="ok-chart">
      <figcaption class="ok-chart-title">{title}</figcaption>
      <svg class="ok-chart-bars" viewBox={`0 0 ${width} ${Math.max(1, bars.length) * rowHeight}`} aria-hidden="true" focusable="false">
        {bars.map((bar, index) => {
          const length = most > 0 ? Math.max(bar.value > 0 ? 3 : 0, (Math.max(0, bar.value) / most) * (width - 90)) : 0;
          return (
            <g transform={`translate(0 ${index * rowHeight})`}>
              <text class="ok-chart-label" x="0" y="15">
                {bar.label}
              </text>
              <rect class="ok-chart-bar" x="0" y="22" width={length.toFixed(1)} height="14" rx="4" />
              <text class="ok-chart-value" x={(length + 8).toFixed(1)} y="35">
                {write(bar.value)}
              </text>
            </g>
          );
        })}
      </svg>
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
    </figure>
  );
}
