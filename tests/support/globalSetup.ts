import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly url: string; readonly appUrl: string };
    /** A folder where each shape of a page that broke no rule of accessibility leaves its mark. */
    soundPages: string;
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
  const soundPages = await mkdtemp(join(tmpdir(), 'okienko-pages-'));
  project.provide('soundPages', soundPages);
  return async () => {
    await rm(soundPages, { recursive: true, force: true });
    use.users -= 1;
    if (use.users > 0) return;
    delete shared.okienkoTestServer;
    await (await use.server).stop();
  };
}
