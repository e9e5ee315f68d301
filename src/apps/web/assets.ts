import type { Hono } from 'hono';
import { buildAssets, serveAsset, type Assets } from '#platform/html/assets.ts';
import type { Env } from '#platform/http/server.ts';
import { assetSources } from '#ui/assetSources.ts';

let built: Assets | undefined;

/** Styles, script and fonts; built when first asked for, then the same for the life of the process. */
export function servedAssets(): Assets {
  return (built ??= buildAssets(assetSources));
}

/** Public files without personal data: anybody may fetch them and keep them. */
export function mountAssets(app: Hono<Env>): void {
  for (const address of ['/assets/:file', '/favicon.svg']) {
    app.get(address, (c) => serveAsset(servedAssets(), c.req.path, c.req.header('accept-encoding')) ?? c.notFound());
  }
}
