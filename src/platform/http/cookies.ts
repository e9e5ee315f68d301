import { sign, unsign } from './signing.ts';

/** Reads a signed cookie of ours. */
export function readCookie(request: Request, secret: string, name: string): string | undefined {
  const pair = request.headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((each) => each.startsWith(`${name}=`));
  return pair === undefined ? undefined : unsign(secret, `cookie:${name}`, pair.slice(name.length + 1));
}

/** A `Set-Cookie` header value; null removes the cookie. Only this site sends it, below `path` alone, and no script reads it. */
export function cookieHeader(
  secret: string,
  name: string,
  value: string | null,
  { maxAgeSeconds, secure, path = '/' }: { maxAgeSeconds?: number; secure: boolean; path?: string },
): string {
  const life = value === null ? '; Max-Age=0' : maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${value === null ? '' : sign(secret, `cookie:${name}`, value)}; Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${life}`;
}
