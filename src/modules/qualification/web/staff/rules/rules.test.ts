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

test('no places, and a group against an age, are asked about before they are saved; what was looked at comes back', async () => {
  const app = await openApp({ clock: () => now });
  const visitor = app.as('serviceOrganiser');
  const form = await visitor.get(app.at('/praca/uslugi/nowa'));
  const added = await form.submit(
    { name: 'Klub nad rzeką', areas: ['4'], status: 'active', scope: 'Spotkania.' },
    { button: 'Zapisz kartę' },
  );
  const address = app.at(`/praca/kolejki/${added.path.split('/').at(-1) ?? ''}/zasady`);
  const rules = await visitor.get(address);
  expect(rules.text).toContain('Nie wpisuje się ich wtedy ręcznie.');
  const rule = 'grupa: seniorzy\nwiek co najmniej 55';
  const tried = await rules.submit({ limit: '0', rule }, { button: /^Sprawdź bez/ });
  expect(tried.text).toContain('Limit 0 znaczy');
  expect(tried.text).toContain('Wiek (od 55 lat) i grupa „seniorzy” (od 60 lat)');
  expect(tried.text).toContain('Po zapisaniu z limitem to centrum prowadzi miejsca tej usługi');
  expect((await visitor.get(address)).find('textarea[name=rule]').textContent.trim()).toBe(rule);

  const asked = await tried.submit({}, { button: 'Zapisz zasady' });
  expect([asked.status, asked.text.includes('Potwierdź albo popraw')]).toEqual([422, true]);
  // A yes to other questions is no yes to these.
  const otherRule = { rule: 'grupa: seniorzy\nwiek co najmniej 56', sure: ['no-places age-SENIORS-55-'] };
  const other = await asked.submit(otherRule, { button: 'Zapisz zasady' });
  expect([other.status, other.text.includes('od 56 lat')]).toEqual([422, true]);
  const saved = await other.submit({ sure: ['no-places age-SENIORS-56-'] }, { button: 'Zapisz zasady' });
  expect([saved.status, saved.text.includes('Zasady są zapisane.')]).toEqual([200, true]);
  const wrong = await (await visitor.get(address)).submit({ limit: '-1' }, { button: 'Zapisz zasady' });
  expect(wrong.text).toContain('Wpisz liczbę od 0 do 100 000');
}, 90_000);
