import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { appPoolConfig, ownerPoolConfig } from './poolConfig.ts';

/** What the driver makes of a configuration, after it has merged the address into it. */
function effective(config: pg.PoolConfig): { options: string | undefined; database: string | undefined } {
  // The parameters of a connection are not part of the driver's types.
  const { connectionParameters } = new pg.Client(config) as unknown as {
    connectionParameters: { options: string | undefined; database: string | undefined };
  };
  return connectionParameters;
}

describe('connections of the application', () => {
  it('take the restricted role from their first moment', () => {
    const { options } = effective(appPoolConfig({ databaseUrl: 'postgres://owner:x@db/okienko', appDatabaseUrl: undefined }));
    expect(options).toContain('-c role=okienko_app');
  });

  it('keep the role when the address brings options of its own', () => {
    const databaseUrl = 'postgres://owner:x@db/okienko?options=-c%20statement_timeout%3D5s&sslmode=disable';
    const { options, database } = effective(appPoolConfig({ databaseUrl, appDatabaseUrl: undefined }));
    expect(options).toContain('-c statement_timeout=5s');
    expect(options).toContain('-c role=okienko_app');
    expect(database).toBe('okienko');
  });

  it('use their own login where there is one, without switching', () => {
    const config = appPoolConfig({ databaseUrl: 'postgres://owner:x@db/okienko', appDatabaseUrl: 'postgres://app:y@db/okienko' });
    expect(config.connectionString).toContain('app:y@db');
    expect(effective(config).options).not.toContain('role=');
  });
});

it('connections of the owner do not switch the role', () => {
  const config = ownerPoolConfig({ databaseUrl: 'postgres://owner:x@db/okienko', appDatabaseUrl: undefined });
  expect(effective(config).options).not.toContain('role=');
});
