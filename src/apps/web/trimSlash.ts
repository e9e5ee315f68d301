import type { MiddlewareHandler } from 'hono';

/**
 * An address typed with a slash at its end leads to the one without it. The redirect names a path alone: what the program
 * hears of scheme and host comes from a proxy or from the caller, and must send nobody to another place.
 */
export const trimSlash: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status !== 404 || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return;
  const { pathname, search } = new URL(c.req.url);
  const trimmed = pathname.replace(/\/+$/, '');
  // Two slashes at the beginning would be read as another host.
  if (trimmed === pathname || trimmed === '' || trimmed.startsWith('//')) return;
  c.res = c.redirect(trimmed + search, 301);
  // Of the answer that it stands for.
  c.res.headers.delete('content-type');
};
