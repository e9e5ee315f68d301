import { modules } from '#apps/modules.ts';
import type { Database } from '#platform/db/index.ts';
import { makeLog } from '#platform/log.ts';
import type { World } from '#platform/world.ts';

/** The whole product over a database of a measurement, as for somebody who is not signed in. */
export const benchWorld = (database: Database): World => ({
  database,
  listen: null,
  log: makeLog('error'),
  clock: () => Temporal.Now.instant(),
  secret: 'a secret of the measurement that is long enough',
  publicUrl: 'http://localhost',
  isDemo: true,
  assets: { css: '/assets/okienko.css', js: '/assets/okienko.js', preloadFonts: [] },
  filesDir: '/nowhere',
  mailer: null,
  modules,
  newestMigration: 0,
  authenticate: async () => ({ kind: 'anonymous' }),
});
