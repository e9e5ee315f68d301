import type { Child } from 'hono/jsx';
import { Heading } from '#ui/text/Text.tsx';
import type { HeadingLevel } from '#ui/text/Text.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type SummaryRow = {
  readonly label: string;
  /** Empty or absent shows "nie podano". */
  readonly value?: Child;
  /** Where this answer is changed. */
  readonly change?: string | undefined;
};

export type SummaryListProps = {
  readonly title?: string | undefined;
  readonly level?: HeadingLevel | undefined;
  readonly rows: readonly SummaryRow[];
};

/** "Sprawdź odpowiedzi": what was answered, each with a link to change it. */
export function SummaryList({ title, level = 2, rows }: SummaryListProps) {
  const t = useTexts();
  return (
    <section class="ok-summary">
      {title ? (
        <Heading level={level} size="sm">
          {title}
        </Heading>
      ) : null}
      <dl>
        {rows.map((row) => (
          <div class="ok-summary-row">
            <dt>{row.label}</dt>
            <dd>
              {row.value === undefined || row.value === null || row.value === '' ? <span class="ok-muted">{t.notGiven}</span> : row.value}
            </dd>
            {row.change ? (
              <dd class="ok-summary-change">
                <a class="ds-link" href={row.change} aria-label={t.changeWhat(row.label)}>
                  {t.change}
                </a>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
