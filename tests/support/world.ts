import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Actor } from '#shared/actor.ts';
import { modules } from '#apps/modules.ts';
import { authenticate, openAccounts, type Accounts, type IdentityProvider } from '#modules/accounts/index.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import type { Module } from '#platform/module.ts';
import type { World } from '#platform/world.ts';
import { testDatabase } from './ownDatabase.ts';
import { recordOutput } from './output.ts';
import { closeAtTheEnd, oncePerFile } from './perFile.ts';

/** The moment of every test that does not say otherwise: a Monday morning in Poland. */
export const testNow = Temporal.Instant.from('2026-03-02T09:00:00+01:00');

export interface TestWorldOptions {
  readonly clock?: () => Temporal.Instant;
  /** Who every request comes from; whoever is signed in unless told. */
  readonly actor?: Actor;
  readonly authenticate?: World['authenticate'];
  readonly modules?: readonly Module[];
  readonly publicUrl?: string;
  readonly isDemo?: boolean;
  readonly mailer?: Mailer;
  readonly oidc?: IdentityProvider;
  /** Addresses that pages name; made up unless told, because building the real files takes a second. */
  readonly assets?: World['assets'];
}

/** The product's dependencies over the database of the running test file; real ones, save the clock. */
export async function testWorld(options: TestWorldOptions = {}): Promise<World> {
  const { database } = await testDatabase();
  const { actor } = options;
  const isDemo = options.isDemo ?? true;
  const accounts = await openTestAccounts(options);
  return {
    database,
    listen: null,
    log: testLog(),
    clock: options.clock ?? (() => testNow),
    secret,
    publicUrl: options.publicUrl ?? 'http://localhost',
    isDemo,
    assets: options.assets ?? { css: '/assets/okienko.css', js: '/assets/okienko.js', preloadFonts: [] },
    filesDir: await filesDir(),
    mailer: options.mailer ?? null,
    modules: options.modules ?? modules,
    newestMigration: newestMigration(),
    authenticate:
      options.authenticate ??
      (actor ? async () => actor : (request, centre) => authenticate({ accounts, database, isDemo }, request, centre)),
  };
}

const secret = 'a secret of tests that is longer than thirty-two bytes';
/** Opened once a test file; the first story says with which identity provider. */
const openTestAccounts = oncePerFile(
  async ({ isDemo = true, oidc, publicUrl = 'http://localhost' }: TestWorldOptions): Promise<Accounts> => {
    const { appUrl, database } = await testDatabase();
    const accounts = openAccounts({ connection: { connectionString: appUrl }, database, publicUrl, secret, isDemo, oidc, log: testLog() });
    closeAtTheEnd(() => accounts.close());
    return accounts;
  },
);

const errorLevel = 50;
/** A logger that stays silent, and lets an error-level line fail the test. */
function testLog() {
  return pino(
    { level: 'debug' },
    {
      write(line: string) {
        const { level } = JSON.parse(line) as { level: number };
        if (level >= errorLevel) recordOutput(`log: ${line.trim()}`);
      },
    },
  );
}

/** An empty folder for attachments, removed at the end of the test file. */
const filesDir = oncePerFile(async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'okienko-files-'));
  closeAtTheEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
});

function newestMigration(): number {
  const names = readdirSync(join(import.meta.dirname, '../../db/migrations'));
  return Math.max(...names.map((name) => Number(/^(\d{4})_/.exec(name)?.[1] ?? 0)));
}
