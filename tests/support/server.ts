import { createApp } from '#apps/web/app.ts';
import { servedAssets } from '#apps/web/assets.ts';
import { listen } from '#apps/cli/listen.ts';
import type { World } from '#platform/world.ts';
import { recogniseTestActors, type TestActors } from './actors.ts';
import { closeAtTheEnd } from './perFile.ts';
import { testWorld, type TestWorldOptions } from './world.ts';

export interface RunningServer {
  /** Without a closing slash. */
  readonly url: string;
  readonly world: World;
  readonly credentialsOf: TestActors['credentialsOf'];
}

/** The real product on a free port over the database of the running test file; stopped at its end. */
export async function startServer(options: TestWorldOptions = {}): Promise<RunningServer> {
  const listening = await listen('127.0.0.1', 0);
  const url = `http://127.0.0.1:${listening.port}`;
  const { world, credentialsOf } = recogniseTestActors(await testWorld({ ...options, publicUrl: url, assets: servedAssets().links }));
  for (const module of world.modules) {
    const stop = await module.start?.(world);
    if (stop) closeAtTheEnd(stop);
  }
  closeAtTheEnd(() => listening.close(2000));
  listening.serve(createApp(world).fetch);
  return { url, world, credentialsOf };
}
