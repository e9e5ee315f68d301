import type { Child } from 'hono/jsx';

/**
 * A part of a page that changes by itself while something goes on. Where scripts run, it is asked for again every second and
 * put in place; once the answer has no such part any more, the page is loaded anew. The server sends the header
 * `refresh` with answers to addresses without {@link LIVE}, so that the page moves on without scripts too.
 */
export function LivePart({ children }: { readonly children?: Child }) {
  return <ok-live>{children}</ok-live>;
}

/** The parameter by which the script says that it looks after the page by itself. */
export const LIVE = 'na-zywo';
