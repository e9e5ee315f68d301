import { expect, it } from 'vitest';
import { makeLog } from './log.ts';

it('keeps the values of a row, which an error of the database carries, out of the log', () => {
  const lines: string[] = [];
  const log = makeLog('info', { write: (line) => void lines.push(line) });
  const error = Object.assign(new Error('duplicate key value violates unique constraint "person_pesel"'), {
    code: '23505',
    detail: 'Key (pesel)=(00000000000) already exists.',
    client: { password: 'hunter2' },
  });
  log.warn({ err: error }, 'failed');
  log.warn({ error }, 'failed');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/00000000000|hunter2/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'failed', err: { code: '23505', message: error.message } });
});
