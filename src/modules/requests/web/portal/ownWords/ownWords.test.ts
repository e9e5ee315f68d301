import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';

test('who knows no service writes in own words, is told of a missing contact, and the desk finds it as their own need', async () => {
  const app = await openApp();
  const visitor = app.as('anonymous');
  const form = await visitor.get(app.at(`/pomoc?${new URLSearchParams({ q: 'nic mi się nie chce od śmierci żony' })}`));
  expect(form.find('textarea[name=description]').textContent).toContain('od śmierci żony');
  const missing = await form.submit({ urgent: 'no', ownName: 'Ewaryst Próbny' });
  expect(missing.status).toBe(422);
  expect(missing.text).toContain('Podaj telefon lub e-mail, żebyśmy');
  expect(missing.find('[name=ownName]').getAttribute('value')).toBe('Ewaryst Próbny');
  const sent = await missing.submit({ ownPhone: '500 600 700' });
  expect(sent.text).toContain('Odezwiemy się najpóźniej');
  const desk = await app.as('frontDesk').get(app.at('/praca'));
  const file = await desk.follow(/Ewaryst Próbny \(dane niepotwierdzone\)/);
  expect(file.text).toContain('nic mi się nie chce od śmierci żony');
  expect(file.text).toContain('To ja potrzebuję pomocy');
}, 60_000);

test('the list of services in a request leads there, with the words', async () => {
  const app = await openApp();
  const list = await app.as('anonymous').get(app.at(`/uslugi?${new URLSearchParams({ q: 'zupełnie nic takiego' })}`));
  expect(list.findAll('a').map((each) => each.getAttribute('href'))).toContainEqual(expect.stringContaining('/pomoc?q='));
}, 60_000);
