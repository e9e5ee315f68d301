import { expect, it } from 'vitest';
import { openBrowser, startServer } from '#tests/support/browser.ts';
import { plantedModule } from '#tests/support/plantedPages.tsx';

const server = await startServer({ modules: [plantedModule] });

it('comes to a good page without a complaint, with scripts and without', async () => {
  for (const javaScript of [true, false]) {
    const person = await openBrowser(server, { javaScript, phone: true });
    expect(await person.open('/jodlowo/proba/dobra')).toBe(200);
    expect(await person.heading()).toBe('Strona próbna');
  }
});

it.each([
  ['obraz', /image-alt/],
  ['szeroka', /scrolls sideways by \d+ px because of .*<pre/],
  ['skrypt', /Content Security Policy/],
  ['styl', /Content Security Policy/],
])('complains about the page "%s"', async (name, complaint) => {
  const person = await openBrowser(server, { width: 320 });
  await expect(person.open(`/jodlowo/proba/${name}`)).rejects.toThrow(complaint);
});

it('walks by keyboard and says what it passed when it cannot come there', async () => {
  const person = await openBrowser(server);
  await person.open('/jodlowo/proba/formularz');
  await person.tabTo('Imię');
  await person.write('Ewa');
  await person.tabTo('Wyślij');
  await person.keyAway();
  expect(await person.text()).toContain('firstName=Ewa');
  await person.open('/jodlowo/proba/formularz');
  await expect(person.tabTo('Usuń')).rejects.toThrow(/passes .*Zapisz \| Wyślij/);
});

it('leaves 320 pixels of a window enlarged to 400 %', async () => {
  const person = await openBrowser(server, { zoom: 4 });
  await person.open('/jodlowo/proba/dobra');
  expect(await person.page.evaluate(() => window.innerWidth)).toBe(320);
});
