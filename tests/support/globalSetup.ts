import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly url: string; readonly appUrl: string };
  }
}

// Several projects of one run share the server; each project loads this file anew, so it hangs on the process.
const shared = globalThis as { okienkoTestServer?: { server: Promise<TestServer>; users: number } };

/** One embedded PostgreSQL for the whole run, with a migrated template to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const use = (shared.okienkoTestServer ??= { server: startTestServer(), users: 0 });
  use.users += 1;
  const { url, appUrl } = await use.server;
  project.provide('postgres', { url, appUrl });
  return async () => {
    use.users -= 1;
    if (use.users > 0) return;
    delete shared.okienkoTestServer;
    await (await use.server).stop();
  };
}
