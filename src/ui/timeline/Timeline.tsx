import type { Child } from 'hono/jsx';
import type { TagTone } from '#ui/tag/Tag.tsx';

export type TimelineEntry = {
  /** As a person reads it: "12 marca 2026, 10:04". */
  readonly at: string;
  /** The same for machines, ISO 8601. */
  readonly atIso?: string | undefined;
  readonly title: Child;
  readonly who?: string | undefined;
  readonly body?: Child;
  readonly tone?: TagTone | undefined;
};

/** What happened, in the order given. */
export function Timeline({ entries, label }: { readonly entries: readonly TimelineEntry[]; readonly label?: string | undefined }) {
  return (
    <ol class="ok-timeline" aria-label={label}>
      {entries.map((entry) => (
        <li class="ok-timeline-entry" data-color={entry.tone ?? 'accent'}>
          <p class="ok-timeline-title">{entry.title}</p>
          <p class="ok-timeline-when">
            <time datetime={entry.atIso}>{entry.at}</time>
            {entry.who ? <span> · {entry.who}</span> : null}
          </p>
          {entry.body ? <div class="ok-timeline-body">{entry.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
