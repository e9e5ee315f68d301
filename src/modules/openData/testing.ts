import type { Ask } from './usecases/check/feed.ts';

/** Asks a running application in-process, as a program of another site would; `base` is the path of the interface. */
export const askApp =
  (send: (path: string, init?: RequestInit) => Promise<Response>, base: string): Ask =>
  async (path, headers = {}) => {
    const response = await send(base + (path === '/' ? '' : path), { headers: { accept: 'application/json', ...headers } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
