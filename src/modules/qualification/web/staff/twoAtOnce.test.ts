import { expect, test } from 'vitest';
import { newId } from '#shared/uuid.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { act, asRole, caseAppliedFor } from '#modules/cases/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp, type Page, type TestApp, type Visitor } from '#tests/support/app.ts';
import { centreA } from '#tests/support/database.ts';
import { proposeRefusal } from '../../index.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');
const patience = 120_000;

/** A case with what was learned about its person, so that its service can be decided. */
async function assessed(app: TestApp, isProposed = false) {
  const filed = await inCentre(app.world.database, centreA.id, async (tx) => {
    const actor = userWithRole('planCoordinator');
    const scope: CentreScope = makeScope({ world: app.world, tx, centre: centreA, actor, now, lang: 'pl', door: 'test', requestId: 't' });
    const opened = await caseAppliedFor(scope, 'Rehabilitacja');
    await act(scope, opened.caseId, 'planCoordinator', { type: 'startAssessment', data: { place: 'centre', plannedOn: null } });
    const data = { assessmentId: newId(), version: 1, heldOn: scope.today.toString() };
    await act(scope, opened.caseId, 'planCoordinator', { type: 'recordAssessment', data });
    const reasons = [{ code: 'other', inOwnWords: 'Ta sama pomoc trwa od stycznia.' }] as const;
    const about = { caseId: opened.caseId, serviceId: opened.serviceIds[0] ?? '', version: null };
    if (isProposed) await proposeRefusal(asRole(scope, 'serviceOrganiser'), { ...about, reasons });
    return opened;
  });
  const serviceId = filed.serviceIds[0] ?? '';
  return {
    decide: app.at(`/praca/sprawy/${filed.caseId}/kwalifikacja/${serviceId}`),
    sign: app.at(`/praca/decyzje/${filed.caseId}/${serviceId}`),
  };
}
const compared = (page: Page) => page.findAll('.ok-conflict-text').map((each) => (each.textContent ?? '').trim());
const keep = async (visitor: Visitor, action: string, typed: Readonly<Record<string, string>>) =>
  expect((await visitor.send(`${action}/szkic`, { method: 'POST', body: new URLSearchParams(typed) })).status).toBe(204);

test(
  'of two who prepare a refusal at once the second reads the reasons of both',
  async () => {
    const app = await openApp({ clock: () => now });
    const { decide } = await assessed(app);
    const as = () => app.as('serviceOrganiser', { userId: newId() }).get(decide);
    const [first, second] = [await as(), await as()];
    await first.submit({ reasons: ['other'], 'words-other': 'Pomaga już rodzina' });
    const late = await second.submit({ reasons: ['other'], 'words-other': 'Program się skończył' });
    expect(late.status).toBe(409);
    expect(compared(late)).toContain('Pomaga już rodzina');
    expect(late.find('textarea[name=words-other]').textContent).toContain('Program się skończył');
  },
  patience,
);

test(
  'a mistake does not make a form newer than what its author saw',
  async () => {
    const app = await openApp({ clock: () => now });
    const { decide } = await assessed(app);
    const as = () => app.as('serviceOrganiser', { userId: newId() }).get(decide);
    const [first, second] = [await as(), await as()];
    await first.submit({ recipient: 'otherTeam', recipientName: 'Zespół A', forwardNote: 'Prosi o telefon', consentOn: '8.03.2026' });
    const wrong = await second.submit({ reasons: ['other'], 'words-other': '' });
    expect(wrong.status).toBe(422);
    const late = await second.submit({ reasons: ['other'], 'words-other': 'Program się skończył' });
    expect(late.status).toBe(409);
    // The form is gone with the stage; the words are not.
    expect(compared(late).join(' ')).toContain('Program się skończył');
    expect(compared(late)).toContain('Zespół A');
  },
  patience,
);

test(
  'a director who signs what another just signed or sent back loses no word',
  async () => {
    const app = await openApp({ clock: () => now });
    const { sign } = await assessed(app, true);
    const as = () => app.as('director', { userId: newId() }).get(sign);
    const [first, second, third] = [await as(), await as(), await as()];
    await first.submit({ number: 'DO/21/2026', factualReasons: 'Pomoc trwa od stycznia.' }, { form: '#decyzja' });
    const late = await second.submit({ number: 'DO/22/2026', factualReasons: 'Inne ustalenia.' }, { form: '#decyzja' });
    expect(late.status).toBe(409);
    expect(compared(late)).toContain('Pomoc trwa od stycznia.');
    expect(compared(late).join(' ')).toContain('Inne ustalenia');
    const back = await third.submit({ note: 'Opisz dokładniej sytuację' }, { form: '#zwrot-form' });
    expect(back.status).toBe(409);
    expect(compared(back).join(' ')).toContain('Opisz dokładniej');
  },
  patience,
);

test(
  'reasons, notes and decisions that are not sent yet are there when their author comes back',
  async () => {
    const app = await openApp({ clock: () => now });
    const { decide, sign } = await assessed(app, true);
    const organiser = app.as('serviceOrganiser');
    await keep(organiser, `${decide}/przekaz`, { recipient: 'otherTeam', forwardNote: 'Prosi o telefon', _version: '1' });
    await keep(organiser, `${decide}/rezygnacja`, { withdrawNote: 'Dzwoniła córka' });
    const back = await organiser.get(decide);
    expect(back.text).toContain('Wczytaliśmy tekst z');
    expect(back.body).toContain('Prosi o telefon');
    expect(back.find('textarea[name=withdrawNote]').textContent).toContain('Dzwoniła córka');
    const blank = await back.submit({}, { form: /szkic/ });
    expect(blank.path).toBe(decide);
    expect(blank.body).not.toContain('Dzwoniła córka');

    const director = app.as('director');
    await keep(director, sign, { number: 'DO/23/2026', factualReasons: 'Zaczynam pisać', legalReasons: '' });
    const signing = await director.get(sign);
    expect(signing.find('textarea[name=factualReasons]').textContent).toContain('Zaczynam pisać');
    const signed = await signing.submit({ legalReasons: 'Program.' }, { form: '#decyzja' });
    expect(signed.text).toContain('DO/23/2026');
  },
  patience,
);
