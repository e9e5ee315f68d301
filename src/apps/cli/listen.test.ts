import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';

it('answers 503 until the product is ready, then as the product does', async () => {
  const listening = await listen('127.0.0.1', 0);
  const ask = () => fetch(`http://127.0.0.1:${listening.port}/`);
  expect((await ask()).status).toBe(503);
  listening.serve(() => new Response('ready'));
  expect(await (await ask()).text()).toBe('ready');
  await listening.close(1000);
  await expect(ask()).rejects.toThrow('fetch failed');
});

it('finishes a request that is under way, and does not wait for idle connections', async () => {
  const listening = await listen('127.0.0.1', 0);
  listening.serve(async () => {
    await sleep(300);
    return new Response('done');
  });
  const answer = fetch(`http://127.0.0.1:${listening.port}/`);
  await sleep(100);
  const began = performance.now();
  await listening.close(5000);
  expect(await (await answer).text()).toBe('done');
  expect(performance.now() - began).toBeLessThan(2000);
});

it('gives up on a request that outlasts the grace', async () => {
  const listening = await listen('127.0.0.1', 0);
  listening.serve(() => new Promise(() => {}));
  const answer = fetch(`http://127.0.0.1:${listening.port}/`).then(
    () => 'answered',
    () => 'cut',
  );
  await sleep(100);
  await listening.close(200);
  expect(await answer).toBe('cut');
});

it('says in a sentence that the port is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(listen('127.0.0.1', port)).rejects.toThrow(`Port ${port} is taken`);
  await new Promise((resolve) => other.close(resolve));
});
