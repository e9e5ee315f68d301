import type { Child } from 'hono/jsx';

export type DetailsProps = {
  readonly summary: Child;
  readonly open?: boolean | undefined;
  readonly id?: string | undefined;
  readonly children?: Child;
};

/** Something to unfold, for what few people need. */
export function Details({ summary, open, id, children }: DetailsProps) {
  return (
    <details class="ds-details ok-details" open={open} id={id}>
      <summary>{summary}</summary>
      <div class="ok-details-body">{children}</div>
    </details>
  );
}
