import type { Child } from 'hono/jsx';

type Holds = { readonly children?: Child };

/** Things under one another with even space. */
export function Stack({ gap = 'md', children }: Holds & { readonly gap?: 'sm' | 'md' | 'lg' | undefined }) {
  return (
    <div class="ok-stack" data-gap={gap}>
      {children}
    </div>
  );
}

/** Things beside one another, wrapping when there is no room. */
export function Row({ spread, children }: Holds & { readonly spread?: boolean | undefined }) {
  return (
    <div class="ok-row" data-spread={spread ? 'true' : undefined}>
      {children}
    </div>
  );
}

/** The main part and something beside it; under it on narrow screens. */
export function Columns({ aside, children }: Holds & { readonly aside: Child }) {
  return (
    <div class="ok-columns">
      <div class="ok-columns-main">{children}</div>
      <div class="ok-columns-aside">{aside}</div>
    </div>
  );
}

/** A part of the page with its own heading space. */
export function Section({ labelledBy, children }: Holds & { readonly labelledBy?: string | undefined }) {
  return (
    <section class="ok-section" aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}

/** The heading of a page with what can be done on the right. */
export function PageHeader({ actions, children }: Holds & { readonly actions?: Child }) {
  return (
    <div class="ok-page-header">
      <div class="ok-stack" data-gap="sm">
        {children}
      </div>
      {actions ? <div class="ok-actions">{actions}</div> : null}
    </div>
  );
}
