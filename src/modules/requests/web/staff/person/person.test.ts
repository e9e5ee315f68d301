import { expect, test } from 'vitest';
import { anonymous } from '#shared/actor.ts';
import { Pesel } from '#shared/pesel.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { getCase } from '#modules/cases/index.ts';
import { getPerson, registerPerson } from '#modules/people/index.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { prepare } from '#tests/support/prepare.ts';

const inApp = <T>(app: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> => prepare(app.world, anonymous, work);
const rows = (query: string) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (await client.query(query)).rows as Record<string, unknown>[];
  });

/** A request taken by phone from somebody whose birth date nobody asked for. */
async function taken(app: TestApp, familyName: string) {
  const serviceId = await inApp(app, (scope) => aService(scope, `Obiady dla ${familyName}`));
  const filed = await (
    await app.as('frontDesk').get(app.at('/praca/zgloszenia/nowe'))
  ).submit({ channel: 'phone', receivedOn: '2.03.2026', givenName: 'Jan', familyName, town: 'Jodłowo', services: [serviceId] });
  const caseId = filed.url.pathname.split('/').at(-1) ?? '';
  const { record } = await inApp(app, (scope) => getCase(scope, caseId));
  return { filed, record, caseId, personId: record.personId ?? '' };
}

test('staff complete and correct a record; what it was stays, and the code opens the case once the birth date is there', async () => {
  const app = await openApp();
  const { filed, record, caseId, personId } = await taken(app, 'Kowalskii');
  expect(filed.text).toContain('Dopóki jej nie ma');
  const enter = (date: string) => app.as('anonymous').post(app.at('/moja-sprawa'), new URLSearchParams({ kod: record.code, data: date }));
  expect((await enter('27.03.1951')).status).toBe(422);

  const form = await filed.follow('Popraw lub uzupełnij dane osoby');
  const pesel = Pesel.compose(Temporal.PlainDate.from('1951-03-27'), 1234);
  const typed = { familyName: 'Kowalski', birthDate: '27.03.1951', pesel: pesel.reveal(), phone: '600 100 200' };
  const unexplained = await form.submit(typed);
  expect(unexplained.status).toBe(422);
  expect(unexplained.text).toContain('Napisz, skąd wiadomo, kim jest ta osoba.');
  const saved = await unexplained.submit({ ...typed, reason: 'okazany dowód' });
  expect(saved.text).toContain(`Kod ${record.code} z tą datą urodzenia otwiera już stronę sprawy`);
  expect(saved.heading).toContain('Jan Kowalski');
  expect((await enter('27.03.1951')).status).toBe(200);
  // The list finds the case by the corrected name.
  expect((await inApp(app, (scope) => getCase(scope, caseId))).record.searchText).toMatch(/kowalski(?!i)/);

  const again = await saved.follow('Popraw lub uzupełnij dane osoby');
  expect(again.text).toContain('Nazwisko: Kowalskii → Kowalski');
  expect(again.text).toContain('okazany dowód');
  expect(again.body).not.toContain(pesel.reveal());
  const [kept] = await rows(`select before, after from people.correction where person_id = '${personId}'`);
  expect(kept).toMatchObject({ before: { birthDate: null, pesel: null, familyName: 'Kowalskii' }, after: { birthDate: '1951-03-27' } });
  // Neither values nor PESEL reach the audit log.
  const [entry] = await rows(`select detail from audit.entry where event = 'people.person.corrected' and person_id = '${personId}'`);
  expect(entry?.['detail']).toEqual({ fields: expect.arrayContaining(['pesel', 'phone', 'birthDate', 'familyName']) });

  // An empty field leaves the kept PESEL as it is; nothing changed is nothing kept.
  expect((await again.submit({})).text).toContain('Nic się nie zmieniło.');
  const person = await inApp(app, (scope) => getPerson(scope, personId));
  expect(person.pesel?.reveal()).toBe(pesel.reveal());
  expect(await rows(`select id from people.correction where person_id = '${personId}'`)).toHaveLength(1);
});

test('two editors of one record see both texts, and nothing is kept of a sending that changes nothing', async () => {
  const app = await openApp();
  const { caseId, personId } = await taken(app, 'Dwuokienny');
  const address = app.at(`/praca/sprawy/${caseId}/osoby/${personId}`);
  const [one, two] = [await app.as('frontDesk').get(address), await app.as('planCoordinator').get(address)];
  expect((await one.submit({ addressLine: 'ul. Leśna 4' })).text).toContain('Dane osoby zapisane.');
  const late = await two.submit({ addressLine: 'Inna 9' });
  expect(late.status).toBe(409);
  for (const each of ['ul. Leśna 4', 'Inna 9']) expect(late.text).toContain(each);
  expect(late.find('#f-addressLine').getAttribute('value')).toBe('Inna 9');
  expect((await late.submit({})).text).toContain('Inna 9');
  expect(await rows(`select id from people.correction where person_id = '${personId}'`)).toHaveLength(2);
});

test('a correction that makes somebody resemble another asks first, and a PESEL belongs to one person', async () => {
  const app = await openApp();
  const pesel = Pesel.compose(Temporal.PlainDate.from('1960-01-02'), 4321);
  const other = {
    givenName: 'Jan',
    familyName: 'Podobny',
    birthDate: pesel.birthDate,
    pesel,
    document: null,
    addressLine: null,
    postcode: null,
    town: 'Lipowo',
    phone: null,
    email: null,
    preferredContact: null,
    language: 'pl',
  } as const;
  await inApp(app, (scope) => registerPerson(scope, other));
  const { filed, caseId, personId } = await taken(app, 'Zupełnieinny');
  const form = await filed.follow('Popraw lub uzupełnij dane osoby');
  const typed = { familyName: 'Podobny', birthDate: '2.01.1960', reason: 'dowód' };
  const asked = await form.submit(typed);
  expect(asked.status).toBe(409);
  expect(asked.text).toContain('W kartotece jest ktoś podobny');
  expect((await asked.submit(typed)).text).toContain('Potwierdź, że to inna osoba');
  const taking = await asked.submit({ ...typed, isOther: true, pesel: pesel.reveal() });
  expect(taking.status).toBe(422);
  expect(taking.text).toContain('Ten PESEL ma w kartotece inna osoba.');
  const askedAgain = await taking.submit({ ...typed, pesel: '' });
  expect((await askedAgain.submit({ ...typed, isOther: true })).text).toContain('Dane osoby zapisane.');
  // A person of another case has no page under this one.
  const stranger = await inApp(app, (scope) => registerPerson(scope, { ...other, pesel: null }));
  expect((await app.as('frontDesk').get(app.at(`/praca/sprawy/${caseId}/osoby/${stranger}`))).status).toBe(404);
  expect((await app.as('director').get(app.at(`/praca/sprawy/${caseId}/osoby/${personId}`))).status).toBe(403);
});
