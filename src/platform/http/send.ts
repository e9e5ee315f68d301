import type { Context } from 'hono';
import { cookieHeader } from './cookies.ts';
import type { World } from '#platform/world.ts';
import type { Reply } from './reply.ts';
import { noticeCookie, type Env } from './env.ts';

/** Turns a reply into a response. A notice travels in a short-lived cookie and is shown once. */
export async function send(c: Context<Env>, world: World, reply: Reply): Promise<Response> {
  const headers = new Headers('headers' in reply ? reply.headers : undefined);
  const secure = world.publicUrl.startsWith('https:');
  const hadNotice = c.get('pageContext')?.notice != null;
  if (reply.kind === 'redirect' && reply.notice)
    headers.append('set-cookie', cookieHeader(world.secret, noticeCookie, reply.notice, { maxAgeSeconds: 60, secure }));
  else if (reply.kind === 'page' && hadNotice) headers.append('set-cookie', cookieHeader(world.secret, noticeCookie, null, { secure }));
  for (const cookie of c.get('extraCookies')) headers.append('set-cookie', cookie);
  // Pages of a person's case must not stay in shared caches or come back by the browser's button after sign-out.
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  switch (reply.kind) {
    case 'page': {
      headers.set('content-type', 'text/html; charset=utf-8');
      const html = await Promise.resolve(String(await reply.body));
      return new Response(html.startsWith('<!') ? html : `<!doctype html>${html}`, { status: reply.status, headers });
    }
    case 'redirect':
      headers.set('location', reply.to);
      return new Response(null, { status: 303, headers });
    case 'file':
      headers.set('content-type', reply.contentType);
      headers.set('content-disposition', `${reply.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${percentEncoded(reply.fileName)}`);
      headers.set('x-content-type-options', 'nosniff');
      if (reply.isForeign) c.set('contentPolicy', "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'");
      return new Response(reply.bytes, { status: 200, headers });
    case 'data':
      if (reply.body !== null) headers.set('content-type', reply.contentType);
      headers.set('x-content-type-options', 'nosniff');
      return new Response(reply.body, { status: reply.status, headers });
    case 'nothing':
      return new Response(null, { status: 204, headers });
  }
}

/** RFC 5987 allows less than addresses do. */
const percentEncoded = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
