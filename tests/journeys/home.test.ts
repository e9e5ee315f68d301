import { expect, it } from 'vitest';
import { openBrowser, startServer } from '#tests/support/browser.ts';

it.each([320, 768, 1280])('the first page fits a window of %i px', async (width) => {
  const person = await openBrowser(await startServer(), { width });
  expect(await person.open('/')).toBe(200);
});
