import { createApp } from '#apps/web/app.ts';
import type { World } from '#platform/world.ts';

type Headers = Readonly<Record<string, string>>;
export interface BenchVisitor {
  ask(path: string, headers?: Headers): Promise<Response>;
  /** The whole answer. @throws Error when it is not a page */
  read(path: string, headers?: Headers): Promise<string>;
}

/** Asks the whole product in this process, each time as from another address: the limit of attempts is not what is measured. */
export function openVisitor(world: World): BenchVisitor {
  const app = createApp(world);
  let asked = 0;
  const ask = async (path: string, headers: Headers = {}) =>
    app.request(
      `${world.publicUrl}${path}`,
      { headers: { accept: 'text/html', ...headers } },
      { incoming: { socket: { remoteAddress: String(asked++) } } },
    );
  return {
    ask,
    async read(path, headers) {
      const response = await ask(path, headers);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
      return text;
    },
  };
}
