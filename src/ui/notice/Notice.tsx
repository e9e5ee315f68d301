import type { Child } from 'hono/jsx';
import { Heading } from '#ui/text/Text.tsx';
import type { HeadingLevel } from '#ui/text/Text.tsx';
import { useTexts } from '#ui/texts/texts.ts';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

export type NoticeProps = {
  readonly tone?: Tone | undefined;
  readonly title?: Child;
  readonly level?: HeadingLevel | undefined;
  /** Read out at once by screen readers: only for what has just happened. */
  readonly live?: boolean | undefined;
  readonly id?: string | undefined;
  /** A script may put the focus here; what is then read is the whole message. Becomes the id. */
  readonly focusAs?: string | undefined;
  readonly children?: Child;
};

/** A message set apart from the page. What kind it is, is said in words too, never by colour alone. */
export function Notice({ tone = 'info', title, level = 2, live, id, focusAs, children }: NoticeProps) {
  const t = useTexts();
  return (
    <div
      class="ds-alert ok-notice"
      data-color={tone}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      id={focusAs ?? id}
      tabindex={focusAs ? -1 : undefined}
      aria-labelledby={focusAs}
    >
      {title ? (
        <Heading level={level} size="2xs">
          <span class="ds-sr-only">{t[tone]}: </span>
          {title}
        </Heading>
      ) : (
        <span class="ds-sr-only">{t[tone]}: </span>
      )}
      <div class="ok-notice-body">{children}</div>
    </div>
  );
}
