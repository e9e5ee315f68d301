import { expect, it } from 'vitest';
import { openApp } from './app.ts';
import { expectOutput, forgetOutput, recordOutput, unexpectedOutput } from './output.ts';
import { plantedModule } from './plantedPages.tsx';

const open = () => openApp({ modules: [plantedModule] });

it('fails on a page that breaks an accessibility rule, and names rule, element and page', async () => {
  const app = await open();
  const visitor = app.as('anonymous');
  await expect(visitor.get(app.at('/proba/dobra'))).resolves.toMatchObject({ status: 200 });
  await expect(visitor.get(app.at('/proba/obraz'))).rejects.toThrow(/\/proba\/obraz breaks[\s\S]*image-alt[\s\S]*img/);
});

it('sends a form as a browser without scripts would', async () => {
  const app = await open();
  const form = await app.as('anonymous').get(app.at('/proba/formularz'));
  expect((await form.submit()).text).toBe('Strona próbna firstName=Anna&time=rano&days=wt&do=save');
  const sent = await form.submit({ firstName: 'Ewa', time: 'wieczorem', days: ['pon', 'wt'] }, { button: 'Wyślij' });
  expect(sent.status).toBe(409);
});

it('refuses to type what the page does not offer', async () => {
  const app = await open();
  const form = await app.as('anonymous').get(app.at('/proba/formularz'));
  expect(() => form.submit({ time: 'w nocy' })).toThrow('time does not offer w nocy');
  expect(() => form.submit({ surname: 'Nowak' })).toThrow('0 forms fit surname');
  expect(() => form.submit({}, { button: 'Usuń' })).toThrow('no button says Usuń');
});

it('fails a test that makes the product log an error', async () => {
  const app = await open();
  expect((await app.as('anonymous').get(app.at('/proba/awaria'))).status).toBe(500);
  expect(unexpectedOutput()).toEqual([expect.stringContaining('planted')]);
  expectOutput(/planted/);
});

it('fails a test that prints, and one that does not print what it promised', () => {
  // oxlint-disable-next-line no-console
  console.warn('uwaga');
  expect(unexpectedOutput()).toEqual(['console.warn: uwaga']);
  forgetOutput();
  expectOutput(/nigdy/);
  expect(unexpectedOutput()).toEqual(['expected output did not appear: /nigdy/']);
  recordOutput('nigdy nie mów nigdy');
});
