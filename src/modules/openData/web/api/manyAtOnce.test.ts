import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';

test('more readers at once than the database has connections are answered one after another', { timeout: 30_000 }, async () => {
  const app = await openApp();
  const reader = app.as('anonymous');
  const addresses = ['services', 'organizations', 'csv/attributes.csv'].map((path) => app.at(`/hsds/${path}`));
  const answers = await Promise.all(Array.from({ length: 60 }, (_, number) => reader.send(addresses[number % addresses.length] ?? '')));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
});
