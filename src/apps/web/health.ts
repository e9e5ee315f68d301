import type { Hono } from 'hono';
import { readNewestMigration } from '#platform/db/index.ts';
import type { Env } from '#platform/http/server.ts';
import type { World } from '#platform/world.ts';

/**
 * `/health/live`: the process answers. `/health/ready`: the database answers and its newest
 * migration is the newest this program knows.
 */
export function mountHealth(app: Hono<Env>, world: World): void {
  app.get('/health/live', (c) => c.json({ status: 'live' }));
  app.get('/health/ready', async (c) => {
    try {
      const isCurrent = (await readNewestMigration(world.database)) === world.newestMigration;
      return c.json({ status: isCurrent ? 'ready' : 'migrations are not current' }, isCurrent ? 200 : 503);
    } catch {
      return c.json({ status: 'the database does not answer' }, 503);
    }
  });
}
