import type { MiddlewareHandler } from 'hono';
import { nameMistakes } from '#ui/errorSummary/nameMistakes.ts';
import type { Env } from '#platform/http/server.ts';

/** Names the fields in the error summary of every form that comes back with mistakes. */
export const namedMistakes: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const isPage = c.res.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!isPage || c.res.status < 400) return;
  const { status, headers } = c.res;
  const named = nameMistakes(await c.res.text());
  c.res = undefined;
  c.res = new Response(named, { status, headers });
};
