import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');

test('whoever sets rules is led to a page that they may open', async () => {
  const app = await openApp({ clock: () => now });
  const form = await app.as('serviceOrganiser').get(app.at('/praca/uslugi/nowa'));
  const added = await form.submit({ name: 'Klub', areas: ['4'], status: 'active', scope: 'Spotkania.' }, { button: 'Zapisz kartę' });
  const serviceId = added.path.split('/').at(-1) ?? '';
  for (const [role, ending] of [
    ['centreAdministrator', `/praca/kolejki/${serviceId}/zasady`],
    ['serviceOrganiser', `/praca/kolejki/${serviceId}`],
  ] as const) {
    const rules = await (await app.as(role).get(app.at(`/praca/uslugi/${serviceId}`))).follow('Zasady usługi');
    const saved = await rules.submit({ limit: '12', rule: '' }, { button: 'Zapisz zasady' });
    expect([role, saved.status, saved.path]).toEqual([role, 200, app.at(ending)]);
    expect(saved.text).toContain('Zasady');
  }
});
