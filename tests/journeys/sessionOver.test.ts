import { expect, it } from 'vitest';
import { actorOf } from '#tests/support/actors.ts';
import { centreA } from '#tests/support/centres.ts';
import { openBrowser, startServer } from '#tests/support/browser.ts';

it('keeps what was sent with a session that had ended, and leads back to the form', async () => {
  const server = await startServer();
  const person = await openBrowser(server, { as: 'centreAdministrator' });
  const address = '/jodlowo/praca/prawo/planContents';
  await person.open(address);
  const list = person.page.locator('textarea[name=value]');
  await list.fill('Cele\nDziałania\nTo napisano tuż przed wysłaniem');
  await person.page.locator('[name=source]').fill('Uchwała');
  await person.page.locator('[name=validFrom]').fill('1.03.2027');
  // The session is over: neither cookie nor header says who it is.
  await person.context.clearCookies();
  await person.context.setExtraHTTPHeaders({});
  await person.press('Zapisz zmianę');
  const signIn = new URL(person.page.url());
  expect(signIn.pathname).toBe('/jodlowo/logowanie');
  expect(signIn.searchParams.get('powrot')).toBe(address);

  await person.context.setExtraHTTPHeaders(server.credentialsOf(actorOf('centreAdministrator', {}), centreA).headers);
  await person.open(address);
  await expect.poll(() => person.page.locator('textarea[name=value]').inputValue()).toContain('To napisano tuż przed wysłaniem');
}, 90_000);
