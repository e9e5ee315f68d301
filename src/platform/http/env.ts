import type { PageContext } from './context.ts';

/** What one request carries through the router. */
export type Env = { Variables: { requestId: string; pageContext: PageContext; extraCookies: string[]; contentPolicy: string | undefined } };

export const noticeCookie = 'okienko_notice';
