import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import type { Door } from './door.ts';
import type { Env } from './env.ts';
import { addressOf } from './server.ts';

/**
 * Who may send from another site: nobody, save to doors that are open to any origin. Those tell browsers that scripts of
 * other sites may read their answers, the refusals and redirects too.
 */
export function watchOrigins(doors: readonly Door[], publicUrl: string): MiddlewareHandler<Env> {
  const isOpen = openAddresses(doors);
  const publicOrigin = new URL(publicUrl).origin;
  // A proxy that ends TLS speaks plain HTTP to us, while the browser names the public address; browsers too old for
  // Sec-Fetch-Site have no other way to say that the form is ours.
  const refuseForeignForms = csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === publicOrigin });
  return async (c, next) => {
    if (!isOpen(c.req.path)) return refuseForeignForms(c, next);
    if (c.req.method === 'OPTIONS')
      return new Response(null, {
        status: 204,
        headers: {
          'access-control-allow-origin': '*',
          'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
          'access-control-allow-headers': 'content-type, if-none-match, accept, accept-language',
          'access-control-max-age': '86400',
        },
      });
    await next();
    c.res.headers.set('access-control-allow-origin', '*');
    c.res.headers.set('access-control-expose-headers', 'etag, retry-after');
  };
}

const patternOf = (door: Door): string => addressOf(door).replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+');

/** Whether an address, with or without a slash at its end, is that of a door open to any origin. */
function openAddresses(doors: readonly Door[]): (path: string) => boolean {
  const patterns = doors.filter((door) => door.openToAnyOrigin).map((door) => new RegExp(`^${patternOf(door)}/*$`));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/** What is known of an address that serves programs. */
export interface ProgramAddress {
  /** Whether it belongs to them: it is a door open to any origin, or lies below one. */
  readonly isForPrograms: boolean;
  /** What may be asked there, as the header `Allow` says it; empty where there is no door. */
  readonly methods: readonly string[];
}

/** Tells addresses for programs from those for people, so that a refusal speaks to who asked. */
export function programAddresses(doors: readonly Door[]): (path: string) => ProgramAddress {
  const open = doors
    .filter((door) => door.openToAnyOrigin)
    .map((door) => {
      const pattern = patternOf(door);
      return { method: door.method, exact: new RegExp(`^${pattern}$`), below: new RegExp(`^${pattern}(/.*)?$`) };
    });
  return (path) => {
    const methods = open.filter(({ exact }) => exact.test(path)).map(({ method }) => method);
    return {
      isForPrograms: open.some(({ below }) => below.test(path)),
      methods: methods.length === 0 ? [] : [...methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'],
    };
  };
}
