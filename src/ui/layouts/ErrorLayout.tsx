import type { Child } from 'hono/jsx';
import { LinkButton } from '#ui/button/Button.tsx';
import { WindowMark } from '#ui/icons/icons.tsx';
import type { PageFrame } from '#ui/page/PageFrame.ts';
import { Heading } from '#ui/text/Text.tsx';
import { textsIn } from '#ui/texts/texts.ts';
import { Document } from './Document.tsx';

export type ErrorLayoutProps = {
  readonly frame: PageFrame;
  readonly title: string;
  /** 404, 403, 422, 500 …; shown small. */
  readonly status: number;
  /** To be quoted on the phone. */
  readonly correlationId?: string | undefined;
  readonly home?: string | undefined;
  /** What happened and what can be done, in plain words. */
  readonly children?: Child;
};

/** A page that says kindly what went wrong. It needs nothing but the frame, so it works when all else fails. */
export function ErrorLayout({ frame, title, status, correlationId, home = '/', children }: ErrorLayoutProps) {
  const t = textsIn(frame.lang);
  return (
    <Document frame={frame} title={[title]} place="plain">
      <main class="ok-frame ok-page ok-error" id="tresc" tabindex={-1}>
        <WindowMark />
        <Heading level={1} size="lg" caption={String(status)}>
          {title}
        </Heading>
        <div class="ok-prose">{children}</div>
        <div class="ok-actions">
          <LinkButton href={home}>{t.errorHome}</LinkButton>
        </div>
        {correlationId ? (
          <p class="ok-muted ok-small">
            {t.errorReference}: <code>{correlationId}</code>
          </p>
        ) : null}
      </main>
    </Document>
  );
}
