import type pg from 'pg';

/** Which database, and as whom. */
export interface DatabaseAddress {
  /** Login of the owner of the tables. */
  readonly databaseUrl: string;
  /** Login of the restricted role; undefined: the owner's login, switched to that role from its first moment. */
  readonly appDatabaseUrl: string | undefined;
}

export const appRole = 'okienko_app';

/** Connections for migrations and administration: the owner of the tables. */
export function ownerPoolConfig(address: DatabaseAddress): pg.PoolConfig {
  return { ...connection(address.databaseUrl, []), application_name: 'okienko owner', max: 4 };
}

/** Connections for everything else: the role that row-level security binds. */
export function appPoolConfig(address: DatabaseAddress): pg.PoolConfig {
  const own = address.appDatabaseUrl;
  return {
    ...(own ? connection(own, []) : connection(address.databaseUrl, [`role=${appRole}`])),
    application_name: 'okienko',
    max: 20,
    idleTimeoutMillis: 30_000,
  };
}

function connection(url: string, settings: readonly string[]): pg.PoolConfig {
  // The driver lets options of the address win over these, which would silently drop the role; so they are merged.
  const parsed = new URL(url);
  const theirs = parsed.searchParams.get('options') ?? '';
  parsed.searchParams.delete('options');
  const ours = ['TimeZone=UTC', ...settings].map((setting) => `-c ${setting}`).join(' ');
  return {
    connectionString: parsed.href,
    options: `${theirs} ${ours}`.trim(),
    connectionTimeoutMillis: 10_000,
  };
}
