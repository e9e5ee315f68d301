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
