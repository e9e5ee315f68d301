import { expect, it } from 'vitest';
import { explained, type Place } from './embedded/place.ts';
import { reasonOf } from './embedded/postmaster.ts';

const place: Place = {
  dataDir: '/srv/data',
  clusterDir: '/srv/data/postgres',
  logFile: '/srv/data/postgres.log',
  account: undefined,
  passwords: { superuser: '', owner: '', app: '' },
};

// A full disk cannot be made without the rights of root, so what the system says then is written out here.
it('names the folder whose disk is full, when PostgreSQL stops for it', () => {
  const words = `ended with 1\n2026-11-21 22:19:00.517 UTC [1] PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device`;
  expect(reasonOf(words, place).message).toMatch(/^The disk that holds \/srv\/data is full.* make room/);
});

it('says the last severe words of PostgreSQL and where its log is', () => {
  const words = `ended with 1\n2026-11-21 UTC [1] LOG:  starting\n2026-11-21 UTC [1] FATAL:  could not map anonymous shared memory: Cannot allocate memory`;
  expect(reasonOf(words, place).message).toBe(
    'The embedded database does not run: could not map anonymous shared memory: Cannot allocate memory. Its log is /srv/data/postgres.log.',
  );
});

it.each([
  ['ENOSPC', /is full/],
  ['EACCES', /cannot be written to by this user/],
  ['EROFS', /cannot be written to by this user/],
  ['ENOTDIR', /something else has that name/],
])('turns %s of the file system into a sentence about the folder', (code, words) => {
  const error = explained(Object.assign(new Error(code), { code }), '/srv/data');
  expect(error).toHaveProperty('message', expect.stringMatching(words));
  expect(error).toHaveProperty('message', expect.stringContaining('/srv/data'));
});

it('passes a bug on as it is', () => {
  const bug = new TypeError('x is undefined');
  expect(explained(bug, '/srv/data')).toBe(bug);
});
