import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { caseAppliedFor } from '#modules/cases/testing.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { openApp } from '#tests/support/app.ts';

test('the resident reads who looked into the case, in what role and what for, and nothing about others', async () => {
  const app = await openApp();
  const [mine, other] = await inCentre(app.world.database, centreA.id, async (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    const scope = makeScope({
      world: app.world,
      tx,
      centre: centreA,
      actor,
      now: app.world.clock(),
      lang: 'pl',
      door: 'test',
      requestId: 'test',
    });
    return [await caseAppliedFor(scope, 'Opieka w domu'), await caseAppliedFor(scope, 'Transport')];
  });
  for (const _ of [1, 2]) await app.as('planCoordinator').get(app.at(`/praca/sprawy/${mine.caseId}`));
  // Each reader in between, so that the rows are many; all but the newest are folded.
  for (const role of ['frontDesk', 'serviceOrganiser', 'frontDesk', 'serviceOrganiser'] as const)
    await app.as(role).get(app.at(`/praca/sprawy/${mine.caseId}`));
  await app.as('director').get(app.at(`/praca/sprawy/${other.caseId}`));
  const page = await app.as({ kind: 'caseHolder', caseId: mine.caseId }).get(app.at('/moja-sprawa/przebieg'));
  expect(page.text).toContain('Kto oglądał moje dane i dlaczego');
  expect(page.text).toContain('Pracownik otworzył sprawę, żeby ją prowadzić');
  expect(page.text).toContain('Osoba Testowa (planCoordinator), koordynacja IPUS');
  expect(page.text).toContain('Razem 2 razy z rzędu');
  expect(page.text).not.toContain('Osoba Testowa (director)');
  const again = await app.as({ kind: 'caseHolder', caseId: mine.caseId }).get(app.at('/moja-sprawa/przebieg'));
  const log = again.find('section[aria-labelledby=who-looked]');
  expect(log.querySelectorAll('.ok-stack > * > .ok-timeline > li, .ok-stack > .ok-timeline > li')).toHaveLength(3);
  const folded = [...log.querySelectorAll('details')].map((each) => each.textContent ?? '');
  expect(folded[0]).toMatch(/Pokaż \d+ wcześniejsz.*planCoordinator/);
  expect(folded.at(-1)).toContain('Ty, po podaniu kodu sprawy');
  expect(log.textContent).toContain('Dlaczego: prowadzi sprawę');

  // However many looked, every entry can be read, a page at a time.
  await asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    await client.query(
      `insert into audit.entry (centre_id, id, at, event, actor_kind, actor_id, actor_label, actor_role, case_id, detail, door, request_id)
       select centre_id, gen_random_uuid(), at - n * interval '1 hour', 'cases.file.read', actor_kind, actor_id, 'Osoba ' || n, actor_role,
         case_id, detail, door, request_id
       from audit.entry, generate_series(1, 130) n where case_id = $1 and event = 'cases.file.read' and actor_role = 'planCoordinator'
         and id = (select id from audit.entry where case_id = $1 and event = 'cases.file.read' order by at, id limit 1)`,
      [mine.caseId],
    );
  });
  const many = await app.as({ kind: 'caseHolder', caseId: mine.caseId }).get(app.at('/moja-sprawa/przebieg'));
  const first = await many.follow('Zobacz wszystkie zapisy');
  expect(first.text).not.toContain('Osoba 130,');
  expect((await first.follow(/Następn|Dalej|Dalsze/)).text).toContain('Osoba 130,');
});
