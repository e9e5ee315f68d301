import type pg from 'pg';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { World } from '#platform/world.ts';
import { countRealCentres, emptyEverything } from '../store/emptyStore.ts';
import { loadDemo, type DemoAccount } from './loadDemo.ts';

/**
 * Removes everything that people did in the demonstration and makes it anew. Refused outside demo mode, and where a
 * centre that is no demonstration is open: its data would go too.
 * @param owner  connections of the owner of the tables
 */
export async function resetDemo(
  world: World,
  owner: pg.Pool,
  note: (line: string) => void,
  storiesOf?: Parameters<typeof loadDemo>[2],
): Promise<Result<readonly DemoAccount[], 'not-a-demo' | 'real-centre-open'>> {
  if (!world.isDemo) return refuse('not-a-demo');
  if ((await countRealCentres(owner)) > 0) return refuse('real-centre-open');
  await emptyEverything(owner);
  note('everything was removed');
  return ok(await loadDemo(world, note, storiesOf));
}
