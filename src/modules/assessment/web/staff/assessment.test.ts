import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { FormFields, makeScope, type CentreScope } from '#platform/http/index.ts';
import { caseAppliedFor } from '#modules/cases/testing.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { centreA } from '#tests/support/database.ts';
import { editionOn, recordAssessment, startAssessment } from '../../index.ts';
import { readAssessment } from './assessmentForm.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');

interface Opened {
  readonly app: TestApp;
  readonly caseId: string;
  readonly serviceId: string;
  /** Address of the case. */
  readonly base: string;
}
const within = <T>(app: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(app.world.database, centreA.id, (tx) =>
    work(
      makeScope({
        world: app.world,
        tx,
        centre: centreA,
        actor: userWithRole('planCoordinator'),
        now,
        lang: 'pl',
        door: 'test',
        requestId: 't',
      }),
    ),
  );
async function applied(): Promise<Opened> {
  const app = await openApp({ clock: () => now });
  const { caseId, serviceIds } = await within(app, (scope) => caseAppliedFor(scope, 'Opieka w domu'));
  return { app, caseId, serviceId: serviceIds[0] ?? '', base: app.at(`/praca/sprawy/${caseId}`) };
}
/** A case whose talk about needs is agreed on. */
async function met(): Promise<Opened> {
  const opened = await applied();
  const { app, caseId } = opened;
  await within(app, (scope) => startAssessment(scope, { caseId, version: null, place: 'centre', plannedOn: null }));
  return opened;
}
/** The first version, as a coordinator recorded it. */
async function recorded({ app, caseId, serviceId }: Opened): Promise<void> {
  const form = readAssessment(FormFields.from(answers(serviceId)), {
    edition: editionOn('2026-03-09'),
    serviceIds: [serviceId],
    today: Temporal.PlainDate.from('2026-03-09'),
  });
  if (!form.ok) throw new Error(JSON.stringify(form.errors));
  await within(app, (scope) => recordAssessment(scope, { caseId, basedOn: 0, ...form.value }));
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
test('a coordinator agrees on a talk', async () => {
  const { app, base } = await applied();
  const form = await app.as('planCoordinator').get(`${base}/rozpoznanie/umow`);
  const wrong = await form.submit({ plannedOn: 'jutro' });
  expect(wrong.status).toBe(422);
  for (const [plannedOn, plannedAt, says] of [
    ['1.01.2020', '', 'Ten dzień już minął'],
    ['9.03.2026', '8:30', 'Ta godzina już dziś minęła'],
    ['', '8:30', 'Wpisz też dzień rozmowy'],
    ['10.03.2026', '25:00', 'Sprawdź godzinę'],
  ]) {
    const refused = await wrong.submit({ place: 'centre', plannedOn: plannedOn ?? '', plannedAt: plannedAt ?? '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(says);
  }
  const file = await wrong.submit({ place: 'centre', plannedOn: '10.03.2026', plannedAt: '8.30', where: 'pokój 12' });
  expect(file.text).toContain('w dniu 10 marca 2026 o 8:30, w centrum (pokój 12)');
  expect(file.links().map(([text]) => text)).toContain('Zapisz rozpoznanie');
});

test('an agreed talk is moved, and the resident reads on which day, at what hour and where it is', async () => {
  const { app, base, caseId, serviceId } = await met();
  const change = await (await app.as('planCoordinator').get(base)).follow('Zmień termin rozmowy');
  const typed = { place: 'whereThePersonStays', plannedOn: '11.03.2026', plannedAt: '10:30', where: 'ul. Leśna 4' };
  expect((await change.submit(typed)).text).toContain('Termin rozmowy jest zmieniony');
  const holder = app.as({ kind: 'caseHolder', caseId });
  const mine = await holder.get(app.at('/moja-sprawa/przebieg'));
  expect(mine.text).toContain('w dniu 11 marca 2026 o 10:30, tam, gdzie przebywasz (ul. Leśna 4)');
  expect(mine.text).not.toContain('do 11 marca');
  await recorded({ app, base, caseId, serviceId });
  const late = await change.submit({ ...typed, plannedOn: '12.03.2026' });
  expect(late.status).toBe(409);
  expect((await app.as('planCoordinator').get(base)).text).not.toContain('Zmień termin rozmowy');
});

test('whoever as a coordinator begins the work on a case without one becomes its coordinator, and says so', async () => {
  const { app, base } = await applied();
  const coordinator = app.as('planCoordinator');
  expect((await coordinator.get(base)).find('main').textContent).toContain('nie wyznaczono');
  const form = await coordinator.get(`${base}/rozpoznanie/umow`);
  const file = await form.submit({ place: 'centre', plannedOn: '' });
  expect(file.text).toContain('jesteś teraz jej koordynatorem');
  expect(file.text).toContain('Wyznaczono koordynatora');
  const number = file.text.match(/CUS\.\d{4}\.\d{6}/)?.[0] ?? '';
  expect((await coordinator.get(app.at('/praca/sprawy?moje=1'))).text).toContain(number);
  // Once there is a coordinator, what others do changes nothing.
  const other = app.as('planCoordinator', { userId: '0192f5a1-0000-7000-8000-000000000098' });
  await (await other.get(`${base}/rozpoznanie/zapis`)).submit({ wishes: 'x' });
  expect((await other.get(app.at('/praca/sprawy?moje=1'))).text).not.toContain(number);
});

test('a coordinator records what was learned, and reads it', async () => {
  const { app, base, serviceId } = await met();
  const form = await app.as('planCoordinator').get(`${base}/rozpoznanie/zapis`);
  const done = await form.submit(answers(serviceId));
  expect(done.path).toBe(`${base}/rozpoznanie`);
  expect(done.text).toContain('Po złamaniu biodra.');
  expect(done.text).toContain('Upadki');
});

test('the front desk reads what was said, but not what is sensitive, and records nothing', async () => {
  const opened = await met();
  await recorded(opened);
  const { app, base } = opened;
  const desk = app.as('frontDesk');
  const seen = await desk.get(`${base}/rozpoznanie`);
  expect(seen.text).toContain('Chcę zostać w domu.');
  expect(seen.text).not.toMatch(/złamaniu|Upadki/);
  expect((await desk.get(base)).text).not.toContain('opieki medycznej');
  expect((await app.as('director').get(base)).text).toContain('opieki medycznej');
  expect((await desk.get(`${base}/rozpoznanie/zapis`)).status).toBe(403);
});

test('the second of two authors is shown both texts, keeps theirs and may save it as the next version', async () => {
  const opened = await met();
  const { app, base, serviceId } = opened;
  const second = await app.as('planCoordinator', { userId: '0192f5a1-0000-7000-8000-000000000099' }).get(`${base}/rozpoznanie/zapis`);
  await recorded(opened);
  const mine = { ...answers(serviceId), wishes: 'Chcę jechać do córki.', 'area-mobility': '2', heldOn: '9 marca 2026' };
  const conflict = await second.submit(mine);
  expect(conflict.status).toBe(409);
  expect(conflict.text).toContain('Chcę zostać w domu.');
  expect(conflict.find('textarea[name=wishes]').textContent).toContain('do córki');
  const compared = conflict.findAll('.ok-conflict').map((each) => each.textContent ?? '');
  expect(compared.some((each) => each.startsWith('Kiedy'))).toBe(false);
  const mobility = editionOn('2026-03-09').areas.find(({ key }) => key === 'mobility');
  const chosen = compared.find((each) => each.startsWith(mobility?.title ?? '?'));
  for (const score of [1, 2]) expect(chosen?.replaceAll(/\[.*?\s|\]\s/g, '')).toContain(mobility?.anchors[score]?.split(' ').at(-1));
  const saved = await conflict.submit();
  expect(saved.text).toContain('do córki');
  const earlier = await saved.follow(/^Wersja 1/);
  expect(earlier.text).toContain('Chcę zostać w domu.');
  expect(earlier.text).toContain('Oglądasz wcześniejszą wersję');
}, 60_000);

test('a version that is not there is not found', async () => {
  const { app, base } = await met();
  expect((await app.as('director').get(`${base}/rozpoznanie?wersja=99`)).status).toBe(404);
});

test('unsent text is kept for its author alone', async () => {
  const { app, base } = await met();
  const coordinator = app.as('planCoordinator');
  const body = new URLSearchParams({ wishes: 'Jeszcze nie skończyłam', heldOn: 'wczoraj' });
  expect((await coordinator.send(`${base}/rozpoznanie/zapis/szkic`, { method: 'POST', body })).status).toBe(204);
  expect((await coordinator.get(`${base}/rozpoznanie/zapis`)).body).toContain('Jeszcze nie skończyłam');
  const other = app.as('planCoordinator', { userId: '0192f5a1-0000-7000-8000-000000000098' });
  expect((await other.get(`${base}/rozpoznanie/zapis`)).body).not.toContain('Jeszcze nie skończyłam');
});

test('whatever is typed is answered kindly and kept', async () => {
  const { app, base } = await met();
  const coordinator = app.as('planCoordinator');
  const form = await coordinator.get(`${base}/rozpoznanie/zapis`);
  const long = 'x'.repeat(10_001);
  const answer = await form.submit({
    heldOn: '👩🏽‍🦽'.repeat(50),
    wishes: long,
    present: '<script>alert(1)</script>',
    'note-health': '\u202Eabc\u0000',
    from: '',
  });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Zmieść się w 5000 znakach');
  expect(answer.find('textarea[name=wishes]').textContent).toContain(long);
  expect(answer.findAll('script:not([src])')).toEqual([]);
  expect(answer.find('input[name=present]').getAttribute('value')).toBe('<script>alert(1)</script>');
});

test('nothing can be recorded before the talk is agreed on', async () => {
  const { app, base } = await applied();
  const page = await app.as('planCoordinator').get(`${base}/rozpoznanie/zapis`);
  expect(page.heading).toContain('Teraz nie można zapisać');
});
