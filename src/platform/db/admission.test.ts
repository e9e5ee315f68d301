import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeAdmission } from './admission.ts';

test('no more run at once than there is room for, and the others follow in order', async () => {
  const admit = makeAdmission(3);
  const began: number[] = [];
  let [running, most] = [0, 0];
  await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      admit(async () => {
        began.push(number);
        running += 1;
        most = Math.max(most, running);
        await pause(number % 3);
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(began).toEqual(Array.from({ length: 20 }, (_, number) => number));
});

test('a work that fails leaves its place to the next', async () => {
  const admit = makeAdmission(1);
  const broken = admit(() => Promise.reject(new Error('broken')));
  const next = admit(async () => 'next');
  await expect(broken).rejects.toThrow('broken');
  expect(await next).toBe('next');
  expect(await admit(async () => 'later')).toBe('later');
});
