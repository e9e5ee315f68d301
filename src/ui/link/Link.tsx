import type { Child } from 'hono/jsx';
import { useTexts } from '#ui/texts/texts.ts';

export type LinkProps = {
  readonly href: string;
  /** The address is of another site: says so to screen readers and passes no referrer. */
  readonly external?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: Child;
};

/** A link in running text. */
export function Link({ href, external, lang, id, children }: LinkProps) {
  const t = useTexts();
  return (
    <a class="ds-link" href={href} rel={external ? 'noopener noreferrer' : undefined} lang={lang} hreflang={lang} id={id}>
      {children}
      {external ? <span class="ds-sr-only"> ({t.opensElsewhere})</span> : null}
    </a>
  );
}
