import { AsyncLocalStorage } from 'node:async_hooks';
import { betterAuth } from 'better-auth';
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { newId } from '#shared/uuid.ts';
import type { Logger } from 'pino';
import type { CentreScope } from '#platform/http/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { World } from '#platform/world.ts';
import { longestPassword, shortestPassword } from '../domain/password.ts';
import { mailSignInLink, mailNewPassword } from './letters.ts';

/** An identity provider that speaks OpenID Connect. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in button says. */
  readonly label: string;
}
export interface AccountsOptions {
  /** The application's own connections; a pool of the same login is opened beside them, in the role of accounts. */
  readonly connection: pg.PoolConfig;
  readonly database: Database;
  readonly publicUrl: string;
  readonly secret: string;
  readonly isDemo: boolean;
  readonly oidc?: IdentityProvider | undefined;
  readonly log: Logger;
}

/** Tables that only this module's pool may touch. */
export interface AccountTables {
  user: { id: string; name: string; email: string; emailVerified: boolean; twoFactorEnabled: boolean; createdAt: Date; updatedAt: Date };
  session: { id: string; userId: string; token: string; expiresAt: Date; userAgent: string | null; isStrong: boolean; createdAt: Date };
  account: { id: string; userId: string; providerId: string; accountId: string; password: string | null };
  twoFactor: { id: string; userId: string };
  lockout: { key: string; failures: number; lastFailedAt: Date; lockedUntil: Date | null };
}

/** A working day. A session is not prolonged: the next day begins with signing in. */
export const sessionHours = 12;
export const signInLinkMinutes = 15;
export const newPasswordMinutes = 60;
export const oidcProviderId = 'oidc';
/** Where the identity provider sends people back; registered there. */
export const oidcReturnPath = '/logowanie/oidc/powrot';

const running = new AsyncLocalStorage<CentreScope>();
/** Runs a call of the accounts library so that letters it causes belong to the given transaction. */
export const withScope = <T>(scope: CentreScope, work: () => Promise<T>): Promise<T> => running.run(scope, work);
function currentScope(): CentreScope {
  const scope = running.getStore();
  if (!scope) throw new Error('a letter of the accounts outside a transaction');
  return scope;
}

function makeAuth(options: AccountsOptions, db: Kysely<AccountTables>) {
  const { oidc } = options;
  return betterAuth({
    appName: 'Okienko',
    baseURL: options.publicUrl,
    basePath: '/konto/api',
    secret: options.secret,
    telemetry: { enabled: false },
    database: { db, type: 'postgres' },
    logger: {
      // What it calls an error is mostly an old link or a stale cookie; real failures are thrown and logged by their door.
      log: (level, message) => options.log[level === 'error' ? 'warn' : 'debug']({ part: 'accounts' }, String(message).slice(0, 80)),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      resetPasswordTokenExpiresIn: newPasswordMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => mailNewPassword(currentScope(), user, token),
    },
    session: {
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      additionalFields: { isStrong: { type: 'boolean', required: false, defaultValue: false, input: false } },
    },
    verification: { storeIdentifier: 'hashed' },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'okienko',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: signInLinkMinutes * 60,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token, metadata }) => mailSignInLink(currentScope(), email, token, String(metadata?.['back'] ?? '')),
      }),
      twoFactor({ issuer: 'Okienko', allowPasswordless: true }),
      genericOAuth({
        config: oidc
          ? [
              {
                providerId: oidcProviderId,
                clientId: oidc.clientId,
                clientSecret: oidc.clientSecret,
                discoveryUrl: `${oidc.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
                requireIdTokenVerification: true,
                scopes: ['openid', 'email', 'profile'],
                redirectURI: `${options.publicUrl}${oidcReturnPath}`,
              },
            ]
          : [],
      }),
    ],
  });
}
export type Auth = ReturnType<typeof makeAuth>;

/** The accounts of one installation. */
export interface Accounts {
  readonly auth: Auth;
  readonly db: Kysely<AccountTables>;
  readonly oidcLabel: string | null;
  close(): Promise<void>;
}

const opened = new WeakMap<Database, Accounts>();

/** Opens the accounts beside a database of the application. Close them with the world. */
export function openAccounts(options: AccountsOptions): Accounts {
  const pool = new pg.Pool({
    ...options.connection,
    // The last setting of a name wins, so this is the role whatever the application's own connections take.
    options: `${options.connection.options ?? ''} -c role=okienko_accounts -c search_path=accounts`.trim(),
    application_name: 'okienko accounts',
    max: 8,
  });
  pool.on('error', (error) => options.log.error({ err: error }, 'an idle connection of the accounts failed'));
  const db = new Kysely<AccountTables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  const accounts: Accounts = {
    auth: makeAuth(options, db),
    db,
    oidcLabel: options.oidc?.label ?? null,
    async close() {
      opened.delete(options.database);
      await db.destroy();
    },
  };
  opened.set(options.database, accounts);
  return accounts;
}

/** The accounts opened beside this world's database. */
export function accountsOf(world: World): Accounts {
  const accounts = opened.get(world.database);
  if (!accounts) throw new Error('the accounts were not opened: call openAccounts before the first request');
  return accounts;
}
