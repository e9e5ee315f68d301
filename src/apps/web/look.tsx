import type { Hono } from 'hono';
import { cookieHeader } from '#platform/http/cookies.ts';
import { languageOf, schemeOf, type Env } from '#platform/http/server.ts';
import { readPreferences } from '#platform/html/preferences.ts';
import type { World } from '#platform/world.ts';
import { Gallery } from '#ui/gallery.tsx';
import { preferencesAddress } from '#ui/index.ts';

const year = 365 * 24 * 60 * 60;

/** The switches of language and appearance, and the gallery of components. Public, no personal data, nothing but two cookies is kept. */
export function mountLook(app: Hono<Env>, world: World): void {
  const secure = world.publicUrl.startsWith('https:');
  app.post(preferencesAddress, async (c) => {
    const { lang, scheme, back } = readPreferences(new URLSearchParams((await c.req.text()).slice(0, 4096)));
    const headers = new Headers({ location: back, 'cache-control': 'no-store' });
    if (lang) headers.append('set-cookie', cookieHeader(world.secret, 'okienko_lang', lang, { maxAgeSeconds: year, secure }));
    if (scheme) headers.append('set-cookie', cookieHeader(world.secret, 'okienko_scheme', scheme, { maxAgeSeconds: year, secure }));
    return new Response(null, { status: 303, headers });
  });
  app.get('/ui', (c) => {
    const request = c.req.raw;
    const frame = {
      lang: languageOf(request, world.secret),
      scheme: schemeOf(request, world.secret),
      assets: world.assets,
      path: '/ui',
      demo: world.isDemo,
    };
    return c.html(<Gallery frame={frame} />);
  });
}
