import type { Child } from 'hono/jsx';
import type { TagTone } from '#ui/tag/Tag.tsx';

export type StatFigureProps = {
  readonly value: string;
  readonly label: string;
  readonly note?: Child;
  readonly href?: string | undefined;
  readonly tone?: TagTone | undefined;
};

/** One large figure with its name. */
export function StatFigure({ value, label, note, href, tone = 'neutral' }: StatFigureProps) {
  return (
    <div class="ok-stat" data-color={tone}>
      <p class="ok-stat-label">
        {href ? (
          <a class="ok-card-anchor" href={href}>
            {label}
          </a>
        ) : (
          label
        )}
      </p>
      <p class="ok-stat-value">{value}</p>
      {note ? <p class="ok-stat-note">{note}</p> : null}
    </div>
  );
}

/** Figures side by side. */
export function StatGrid({ children }: { readonly children?: Child }) {
  return <div class="ok-stat-grid">{children}</div>;
}
