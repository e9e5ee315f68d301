import { expect, test } from 'vitest';
import { anonymous } from '#shared/actor.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { prepare } from '#tests/support/prepare.ts';

const inApp = <T>(app: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> => prepare(app.world, anonymous, work);

test('services are searched within the form, and nothing typed or chosen is lost', async () => {
  const app = await openApp();
  const [wanted, chosen] = await inApp(app, async (scope) => [
    await aService(scope, 'Wózek inwalidzki'),
    await aService(scope, 'Zupa na miejscu'),
  ]);
  const form = await app.as('frontDesk').get(app.at('/praca/zgloszenia/nowe'));
  const typed = { givenName: 'Wacław', services: [chosen ?? ''], serviceWords: 'wózek inwalidzki' };
  const found = await form.submit(typed, { button: 'Szukaj usługi' });
  expect(found.status).toBe(200);
  const boxes = found.findAll('input[name=services]').map((box) => [box.getAttribute('value'), box.hasAttribute('checked')]);
  expect(boxes[0]).toEqual([chosen, true]);
  expect(boxes).toContainEqual([wanted, false]);
  expect(found.find('#f-givenName').getAttribute('value')).toBe('Wacław');
  const none = await found.submit({ serviceWords: 'qqxzzv' }, { button: 'Szukaj usługi' });
  expect(none.text).toContain('Nic nie pasuje do słów');
  const all = await none.submit({ serviceWords: '' }, { button: 'Szukaj usługi' });
  expect(all.findAll('input[name=services]').length).toBeGreaterThan(1);
});
