import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';

const secret = 'a secret of at least thirty-two characters';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env, '/srv/okienko');
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('need nothing for a demonstration on the embedded database', () => {
    expect(parseConfig({}, '/srv/okienko')).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: '/srv/okienko/.okienko',
      isDataDirChosen: false,
      isDemo: true,
      databaseUrl: undefined,
      secret: undefined,
    });
  });

  it('are no demonstration on a database of the operator, which needs a secret', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://db/okienko' })).toEqual([expect.stringContaining('OKIENKO_SECRET is required')]);
    expect(parseConfig({ DATABASE_URL: 'postgres://db/okienko', OKIENKO_SECRET: secret })).toMatchObject({ isDemo: false, secret });
    expect(parseConfig({ DATABASE_URL: 'postgres://db/okienko', OKIENKO_DEMO: 'yes' })).toMatchObject({ isDemo: true });
    expect(faultsOf({ OKIENKO_DEMO: '0' })).toEqual([expect.stringContaining('OKIENKO_SECRET is required')]);
  });

  it('tell every fault at once, each naming its variable', () => {
    const faults = faultsOf({
      PORT: '65536',
      HOST: 'two words',
      DATABASE_URL: 'mysql://db/okienko',
      OKIENKO_SECRET: 'short',
      OKIENKO_DEMO: 'perhaps',
      OKIENKO_PUBLIC_URL: 'ftp://okienko.example.pl',
      SMTP_URL: 'mail.example.pl',
      LOG_LEVEL: 'loud',
    });
    const names = ['PORT', 'HOST', 'DATABASE_URL', 'OKIENKO_SECRET', 'OKIENKO_DEMO', 'OKIENKO_PUBLIC_URL', 'SMTP_URL', 'LOG_LEVEL'];
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(names);
    for (const fault of faults) expect(fault).toMatch(/ must .*\.$/);
  });

  it.each(['', ' ', '-1', '3000.5', '1e3', '0x50', '99999999'])('give no silent default for the port "%s"', (text) => {
    if (text.trim() === '') expect(parseConfig({ PORT: text }).port).toBe(3000);
    else expect(faultsOf({ PORT: text })).toEqual(['PORT must be a whole number from 0 to 65535.']);
  });

  it('never repeat a secret in a fault', () => {
    const faults = faultsOf({ OKIENKO_SECRET: 'hunter2', DATABASE_URL: 'http://user:hunter2@db' });
    expect(faults).toHaveLength(2);
    expect(faults.join()).not.toContain('hunter2');
  });

  it('ask for all parts of OpenID Connect or none', () => {
    expect(faultsOf({ OIDC_ISSUER: 'https://login.example.pl' })).toEqual([
      expect.stringContaining('OIDC_CLIENT_ID is missing'),
      expect.stringContaining('OIDC_CLIENT_SECRET is missing'),
    ]);
    const whole = { OIDC_ISSUER: 'https://login.example.pl', OIDC_CLIENT_ID: 'okienko', OIDC_CLIENT_SECRET: 'x' };
    expect(parseConfig(whole).oidc).toMatchObject({ issuer: 'https://login.example.pl', clientId: 'okienko' });
  });

  it('take no login of the application without the database it belongs to', () => {
    expect(faultsOf({ OKIENKO_APP_DATABASE_URL: 'postgres://app@db/okienko' })).toEqual([
      expect.stringContaining('together with DATABASE_URL'),
    ]);
  });

  it('drop the closing slash of the public address', () => {
    expect(parseConfig({ OKIENKO_PUBLIC_URL: 'https://okienko.example.pl//' }).publicUrl).toBe('https://okienko.example.pl');
  });
});
