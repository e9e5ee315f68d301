import { expect, it } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { anonymous } from '#shared/actor.ts';
import { newId } from '#shared/uuid.ts';
import { caseAppliedFor } from '#modules/cases/testing.ts';
import { openApp } from '#tests/support/app.ts';
import { centreA } from '#tests/support/centres.ts';

it('keeps an answer that nobody waits for any more, and records nothing', async () => {
  const app = await openApp();
  const { world } = app;
  const { caseId } = await inCentre(world.database, centreA.id, (tx) =>
    caseAppliedFor(
      makeScope({ world, tx, centre: centreA, actor: anonymous, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' }),
      'Opieka',
    ),
  );
  const resident = app.as({ kind: 'caseHolder', caseId });
  const late = await resident.post(
    app.at('/moja-sprawa/uzupelnienie'),
    new URLSearchParams({ _key: newId(), note: 'Przyniosę zaświadczenie w środę' }),
  );
  expect(late.status).toBe(409);
  expect(late.find('textarea[name="note"]').textContent).toContain('Przyniosę zaświadczenie w środę');
  expect((await late.follow('Przejdź do sprawy')).text).not.toContain('Uzupełniono');
});
