import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');

test('a last day that is over ends a card only when a box says so', async () => {
  const app = await openApp({ clock: () => now });
  const organiser = app.as('serviceOrganiser');
  const form = await organiser.get(app.at('/praca/uslugi/nowa'));
  const added = await form.submit({ name: 'Klub', areas: ['4'], status: 'active', scope: 'Spotkania.' }, { button: 'Zapisz kartę' });
  const path = `/praca/uslugi/${added.path.split('/').at(-1) ?? ''}/opieka`;
  const care = await organiser.get(app.at(path));
  expect(care.text).not.toContain('zakończ tę usługę teraz');
  const asked = await care.submit({ publishUntil: '1.01.2020', staffNote: 'Notatka' }, { button: 'Zapisz' });
  expect([asked.status, asked.text.includes('Ten dzień już minął')]).toEqual([422, true]);
  expect(asked.find('textarea[name=staffNote]').textContent).toBe('Notatka');
  const saved = await asked.submit({ endNow: 'tak' }, { button: 'Zapisz' });
  expect([saved.status, saved.find('input[name=publishUntil]').getAttribute('value')]).toEqual([200, '01.01.2020']);
  // What was confirmed is not asked again, and a day to come is no question.
  expect((await saved.submit({ staffNote: 'Inna' }, { button: 'Zapisz' })).status).toBe(200);
  expect((await saved.submit({ publishUntil: '1.01.2030' }, { button: 'Zapisz' })).status).not.toBe(422);
});

test('a first day that is over is asked about; ranges are told, and a successor is found by its words', async () => {
  const app = await openApp({ clock: () => now });
  const organiser = app.as('serviceOrganiser');
  const add = async (name: string, status: string) => {
    const form = await organiser.get(app.at('/praca/uslugi/nowa'));
    return form.submit({ name, areas: ['4'], status, scope: 'Spotkania.' }, { button: 'Zapisz kartę' });
  };
  await add('Chór „Złota Jesień”', 'active');
  const added = await add('Chór dawny', 'draft');
  const care = await organiser.get(app.at(`/praca/uslugi/${added.path.split('/').at(-1) ?? ''}/opieka`));
  const wrong = await care.submit({ reviewMonths: '500', publishOn: '2.01.2026', publishUntil: '1.01.2026' }, { button: 'Zapisz' });
  expect(wrong.status).toBe(422);
  for (const words of ['od 1 do 60', 'Ostatni dzień nie może być przed pierwszym']) expect(wrong.text).toContain(words);
  const none = await wrong.submit({ reviewMonths: '', publishUntil: '', successor: 'chór złoty' }, { button: 'Zapisz' });
  expect([none.status, none.text.includes('Chór „Złota Jesień”')]).toEqual([422, true]);
  const itself = await none.submit({ successor: 'Chór dawny' }, { button: 'Zapisz' });
  expect([itself.status, itself.text.includes('To jest ta sama usługa')]).toEqual([422, true]);
  const past = await itself.submit({ successor: 'chór złota jesień' }, { button: 'Zapisz' });
  expect([past.status, past.text.includes('już minął, więc karta pojawi się')]).toEqual([422, true]);
  const saved = await past.submit({}, { button: 'Zapisz' });
  expect([saved.status, saved.find('input[name=successor]').getAttribute('value')]).toEqual([200, 'Chór „Złota Jesień”']);
  // The card itself tells the day on which it is to be published.
  expect((await organiser.get(added.path)).text).toContain('zostanie opublikowana 2 stycznia 2026');
});
