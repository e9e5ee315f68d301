import type { Child } from 'hono/jsx';
import { Heading } from '#ui/text/Text.tsx';
import type { HeadingLevel } from '#ui/text/Text.tsx';

export type EmptyStateProps = {
  readonly title: string;
  readonly level?: HeadingLevel | undefined;
  readonly icon?: Child;
  readonly action?: Child;
  readonly children?: Child;
};

/** Says kindly why there is nothing here and what can be done. */
export function EmptyState({ title, level = 2, icon, action, children }: EmptyStateProps) {
  return (
    <div class="ok-empty">
      {icon ? <span class="ok-empty-icon">{icon}</span> : null}
      <Heading level={level} size="xs">
        {title}
      </Heading>
      {children ? <div class="ok-prose">{children}</div> : null}
      {action ? <div class="ok-actions">{action}</div> : null}
    </div>
  );
}
