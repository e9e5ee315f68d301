import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { caseAppliedFor } from '#modules/cases/testing.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { centreA } from '#tests/support/database.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');

async function open() {
  const app = await openApp({ clock: () => now });
  const filed = await inCentre(app.world.database, centreA.id, (tx) =>
    caseAppliedFor(
      makeScope({ world: app.world, tx, centre: centreA, actor: userWithRole('frontDesk'), now, lang: 'pl', door: 'test', requestId: 't' }),
      'Opieka w domu',
    ),
  );
  return { app, ...filed, base: app.at(`/praca/sprawy/${filed.caseId}`) };
}
const areaKeys = [
  'everyday',
  'health',
  'wellbeing',
  'mobility',
  'communication',
  'housing',
  'safety',
  'family',
  'relations',
  'work',
  'money',
];
const answers = (serviceId: string) => ({
  heldOn: '9.03.2026',
  place: 'centre',
  wishes: 'Chcę zostać w domu.',
  ...Object.fromEntries(areaKeys.map((key) => [`area-${key}`, '1'])),
  'area-health': '4',
  'note-health': 'Po złamaniu biodra.',
  risks: ['falls'],
  [`advice-${serviceId}`]: 'recommended',
  coordination: 'no',
});
const start = async (app: TestApp, base: string) => {
  const coordinator = app.as('planCoordinator');
  const form = await coordinator.get(`${base}/rozpoznanie/umow`);
  await form.submit({ place: 'centre', plannedOn: '10.03.2026' });
  return coordinator;
};

test('a coordinator agrees on a talk, records it, and reads it', async () => {
  const { app, base, serviceIds } = await open();
  const coordinator = await start(app, base);
  const file = await coordinator.get(base);
  expect(file.text).toContain('w centrum, 10 marca 2026');
  const form = await file.follow('Zapisz rozpoznanie');
  const wrong = await form.submit({ heldOn: '1.01.2027', wishes: 'Zostać w domu' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Wybierz jedną z odpowiedzi');
  expect(wrong.find('textarea[name=wishes]').textContent).toContain('Zostać w domu');
  const done = await wrong.submit(answers(serviceIds[0] ?? ''));
  expect(done.path).toBe(`${base}/rozpoznanie`);
  expect(done.text).toContain('Po złamaniu biodra.');
  expect(done.text).toContain('Upadki');
  expect((await coordinator.get(base)).text).toContain('Zdrowie: Potrzebuje opieki medycznej każdego dnia');
});

test('the front desk reads what was said, but not what is sensitive, and records nothing', async () => {
  const { app, base, serviceIds } = await open();
  const coordinator = await start(app, base);
  await (await coordinator.get(`${base}/rozpoznanie/zapis`)).submit(answers(serviceIds[0] ?? ''));
  const desk = app.as('frontDesk');
  const seen = await desk.get(`${base}/rozpoznanie`);
  expect(seen.text).toContain('Chcę zostać w domu.');
  expect(seen.text).not.toMatch(/złamaniu|Upadki/);
  expect((await desk.get(base)).text).not.toContain('opieki medycznej');
  expect((await desk.get(`${base}/rozpoznanie/zapis`)).status).toBe(403);
});

test('the second of two authors is shown both texts, keeps theirs and may save it as the next version', async () => {
  const { app, base, serviceIds } = await open();
  const one = await start(app, base);
  const two = app.as('planCoordinator', { userId: '0192f5a1-0000-7000-8000-000000000099' });
  const [first, second] = [await one.get(`${base}/rozpoznanie/zapis`), await two.get(`${base}/rozpoznanie/zapis`)];
  await first.submit(answers(serviceIds[0] ?? ''));
  const conflict = await second.submit({ ...answers(serviceIds[0] ?? ''), wishes: 'Chcę jechać do córki.' });
  expect(conflict.status).toBe(409);
  expect(conflict.text).toContain('Chcę zostać w domu.');
  expect(conflict.find('textarea[name=wishes]').textContent).toContain('do córki');
  const saved = await conflict.submit();
  expect(saved.text).toContain('do córki');
  expect(saved.text).toContain('Wersja 2');
  const earlier = await saved.follow(/^Wersja 1/);
  expect(earlier.text).toContain('Chcę zostać w domu.');
  expect(earlier.text).toContain('Oglądasz wcześniejszą wersję');
  expect((await one.get(`${base}/rozpoznanie?wersja=99`)).status).toBe(404);
});

test('unsent text is kept for its author alone', async () => {
  const { app, base } = await open();
  const coordinator = await start(app, base);
  const body = new URLSearchParams({ wishes: 'Jeszcze nie skończyłam', heldOn: 'wczoraj' });
  expect((await coordinator.send(`${base}/rozpoznanie/szkic`, { method: 'POST', body })).status).toBe(204);
  expect((await coordinator.get(`${base}/rozpoznanie/zapis`)).body).toContain('Jeszcze nie skończyłam');
  const other = app.as('planCoordinator', { userId: '0192f5a1-0000-7000-8000-000000000098' });
  expect((await other.get(`${base}/rozpoznanie/zapis`)).body).not.toContain('Jeszcze nie skończyłam');
});

test.each(['', 'x'.repeat(10_001), '<script>alert(1)</script>', '\u202Eabc\u0000', '👩🏽‍🦽'.repeat(50)])(
  'whatever is typed is answered kindly (%#)',
  async (text) => {
    const { app, base } = await open();
    const coordinator = await start(app, base);
    const form = await coordinator.get(`${base}/rozpoznanie/zapis`);
    const answer = await form.submit({ heldOn: text, wishes: text, present: text, 'note-health': text, from: text });
    expect(answer.status).toBe(422);
    expect(answer.findAll('script:not([src])')).toEqual([]);
  },
);

test('nothing can be recorded before the talk is agreed on', async () => {
  const { app, base } = await open();
  const page = await app.as('planCoordinator').get(`${base}/rozpoznanie/zapis`);
  expect(page.heading).toContain('Teraz nie można zapisać');
});
