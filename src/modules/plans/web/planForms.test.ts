import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { FormFields, makeScope, type CentreScope } from '#platform/http/index.ts';
import { anonymous, type Actor } from '#shared/actor.ts';
import { newId } from '#shared/uuid.ts';
import { getCase } from '#modules/cases/index.ts';
import { asRole } from '#modules/cases/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA } from '#tests/support/centres.ts';
import { aCoordinatedCase, agreeAndApprove, aPlannedCase, begin, must } from '../testing.ts';
import { answerPlan } from '../usecases/agreeOnPlan.ts';
import { approvePlan } from '../usecases/approvePlan.ts';
import { getPlanFile } from '../usecases/planFile.ts';
import { revisePlan, savePlanPart } from '../usecases/writePlan.ts';
import { addItem, readPart, removeItem, withoutBlanks } from './staff/planEditor/partForm.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});

/** Works on committed rows, as doors do. */
function committed<T>(work: (scope: CentreScope) => Promise<T>, actor: Actor = anonymous): Promise<T> {
  const { world } = app;
  return inCentre(world.database, centreA.id, (tx) =>
    work(makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: newId() })),
  );
}
const at = (caseId: string, path: string) => app.at(`/praca/sprawy/${caseId}${path}`);

const stages = {
  qualified: (scope: CentreScope) => aCoordinatedCase(scope),
  draft: (scope: CentreScope) => aPlannedCase(scope),
  agreed: async (scope: CentreScope) => {
    const opened = await aPlannedCase(scope);
    const answer = { revision: 2, isAgreed: true, on: scope.today, by: 'self', byName: null, form: 'signature', note: null } as const;
    must(await answerPlan(asRole(scope, 'planCoordinator'), opened.caseId, null, answer));
    return opened;
  },
  approved: async (scope: CentreScope) => {
    const opened = await aPlannedCase(scope);
    await agreeAndApprove(scope, opened.caseId);
    return opened;
  },
  revised: async (scope: CentreScope) => {
    const opened = await stages.approved(scope);
    must(await revisePlan(asRole(scope, 'planCoordinator'), opened.caseId, null, 'Zmiana'));
    return opened;
  },
  active: async (scope: CentreScope) => {
    const opened = await stages.approved(scope);
    await begin(scope, opened, newId(), newId());
    return opened;
  },
};

const forms = [
  ['/koordynacja', 'qualified', 'planCoordinator'],
  ['/plan', 'qualified', 'planCoordinator'],
  ['/plan/edycja/okres', 'draft', 'planCoordinator'],
  ['/plan/edycja/potrzeby', 'draft', 'planCoordinator'],
  ['/plan/edycja/cele', 'draft', 'planCoordinator'],
  ['/plan/edycja/uslugi', 'draft', 'planCoordinator'],
  ['/plan/edycja/wsparcie', 'draft', 'planCoordinator'],
  ['/plan/edycja/monitorowanie', 'draft', 'planCoordinator'],
  ['/plan/uzgodnienie', 'draft', 'planCoordinator'],
  ['/plan/zatwierdzenie', 'agreed', 'director'],
  ['/plan/zmiana', 'approved', 'planCoordinator'],
  ['/plan/odstapienie', 'revised', 'planCoordinator'],
  ['/monitorowanie', 'active', 'planCoordinator'],
  ['/przerwa', 'active', 'planCoordinator'],
  ['/podsumowanie', 'active', 'planCoordinator'],
  ['/zakonczenie', 'active', 'planCoordinator'],
] as const;

const strange = "<script>alert(1)</script> \u202Eabc\u0000 👩‍👧 zażółć '; drop table plans.plan; --";
/** The blank comes last: where everything may be blank, it ends the stage. */
const hostile = [strange + 'x'.repeat(10_001), ''];

describe.each(forms)('%s', (path, stage, role) => {
  it('takes anything typed: answers kindly and gives it back, or keeps it', async () => {
    const { caseId } = await committed(stages[stage]);
    for (const text of hostile) {
      const form = await app.as(role).get(at(caseId, path));
      const fields = form.findAll('main form input:not([type]), main form input[type="text"], main form textarea');
      const names = fields.map((field) => field.getAttribute('name') ?? '').filter(Boolean);
      const answer = await form.submit(Object.fromEntries(names.map((name) => [name, text])), { form: at(caseId, path) });
      expect([200, 422], path).toContain(answer.status);
      expect(answer.body).not.toContain('<script>alert(1)');
      if (answer.status === 422 && text !== '') expect(answer.body).toContain('x'.repeat(10_001));
    }
  });
});

it('does nothing twice when a form is sent twice', async () => {
  const { caseId } = await committed(stages.active);
  const form = await app.as('planCoordinator').get(at(caseId, '/monitorowanie'));
  const typed = { sposob: 'phone', tresc: 'Wszystko dobrze' };
  const answers = await Promise.all([form.submit(typed), form.submit(typed)]);
  expect(answers.map((each) => each.status)).toEqual([200, 200]);
  const { events } = await committed((scope) => getCase(scope, caseId));
  expect(events.filter((event) => event.type === 'monitored')).toHaveLength(1);
});

const longTexts = forms.filter(([path]) => !/^\/plan(\/edycja.*)?$/.test(path));

it.each(longTexts)('%s keeps what is typed and not sent, for its author alone, until it is sent or given up', async (path, stage, role) => {
  const { caseId } = await committed(stages[stage]);
  const author = app.as(role);
  const form = await author.get(at(caseId, path));
  const area = form.findAll('main textarea')[0]?.getAttribute('name') ?? 'brak';
  expect(form.find('main ok-autosave').getAttribute('address')).toBe(at(caseId, `${path}/szkic`));
  const kept = new URLSearchParams({ [area]: 'Jeszcze nie wszystko <script>', _key: newId(), _version: '1' });
  expect((await author.send(at(caseId, `${path}/szkic`), { method: 'POST', body: kept })).status).toBe(204);
  const back = await author.get(at(caseId, path));
  expect(back.text).toContain('Wczytaliśmy tekst z');
  expect(back.findAll(`[name="${area}"]`)[0]?.textContent).toContain('Jeszcze nie wszystko <script>');
  // It was begun on the first version of the case; what happened since is told before it is sent.
  expect(back.text).toContain('Ktoś zmienił tę sprawę od czasu, gdy zaczęto ten tekst');
  expect((await app.as(role, { userId: newId() }).get(at(caseId, path))).body).not.toContain('Jeszcze nie wszystko');
  const blank = await back.submit({}, { form: at(caseId, `${path}/szkic`) });
  expect(blank.path).toBe(at(caseId, path));
  expect(blank.body).not.toContain('Jeszcze nie wszystko');
});

it('forgets unsent text once it was sent, also when its last keeping comes late', async () => {
  const { caseId } = await committed(stages.active);
  const author = app.as('planCoordinator');
  const form = await author.get(at(caseId, '/monitorowanie'));
  const keep = () => {
    const body = new URLSearchParams({ tresc: 'Rozmowa', _key: form.find('main input[name="_key"]').getAttribute('value') ?? '' });
    return author.send(at(caseId, '/monitorowanie/szkic'), { method: 'POST', body });
  };
  await keep();
  expect((await author.get(at(caseId, '/monitorowanie'))).text).toContain('Wczytaliśmy tekst');
  expect((await form.submit({ sposob: 'phone', tresc: 'Rozmowa' })).status).toBe(200);
  expect((await keep()).status).toBe(204);
  expect((await author.get(at(caseId, '/monitorowanie'))).text).not.toContain('Wczytaliśmy tekst');
});

/** What two people write into the same form at once, and a field of the second one's that must stay. */
const races = [
  ['/koordynacja', 'qualified', 'planCoordinator', 'uwagi', { od: '1.09.2026', do: '1.03.2027', plan: 'tak' }],
  ['/plan/uzgodnienie', 'draft', 'planCoordinator', 'tresc', { odpowiedz: 'uwagi', sposob: 'spoken' }],
  ['/plan/zatwierdzenie', 'agreed', 'director', 'uwagi', { decyzja: 'nie' }],
  ['/plan/zmiana', 'approved', 'planCoordinator', 'powod', {}],
  ['/plan/odstapienie', 'revised', 'planCoordinator', 'powod', {}],
  ['/monitorowanie', 'active', 'planCoordinator', 'tresc', { sposob: 'visit' }],
  ['/przerwa', 'active', 'planCoordinator', 'uwagi', { powod: 'hospital' }],
] as const;

it.each(races)('%s shows the second of two both texts, and keeps theirs', async (path, stage, role, area, others) => {
  const { caseId } = await committed(stages[stage]);
  const form = at(caseId, path);
  const [first, second] = [await app.as(role).get(form), await app.as(role, { userId: newId() }).get(form)];
  const done = await first.submit({ ...others, [area]: 'Słowa pierwszej osoby' }, { form });
  expect(done.redirects).toHaveLength(1);
  const late = await second.submit({ ...others, [area]: 'Zdanie drugiej osoby' }, { form });
  expect(late.status).toBe(409);
  const compared = late.findAll('.ok-conflict-text').map((each) => each.textContent ?? '');
  expect(compared).toContain('Słowa pierwszej osoby');
  expect(compared.some((text) => text.includes('Zdanie drugiej'))).toBe(true);
  expect(late.findAll('main textarea').map((each) => each.textContent?.trim())).toContain('Zdanie drugiej osoby');
});

it('keeps what was typed when the case changed in another window', async () => {
  const { caseId } = await committed(stages.active);
  const [first, second] = [
    await app.as('planCoordinator').get(at(caseId, '/monitorowanie')),
    await app.as('planCoordinator').get(at(caseId, '/monitorowanie')),
  ];
  await first.submit({ sposob: 'phone', tresc: 'Pierwsza' });
  const late = await second.submit({ sposob: 'visit', tresc: 'Druga notatka' });
  expect(late.status).toBe(409);
  expect(late.find('textarea[name="tresc"]').textContent).toContain('Druga notatka');
  expect(late.findAll('.ok-conflict-text').map((each) => each.textContent)).toContain('Pierwsza');
  // The version goes on being the one that was read, also after a mistake, until the change was told.
  const wrong = await second.submit({ sposob: 'visit', tresc: '' });
  expect(wrong.status).toBe(422);
  expect((await wrong.submit({ tresc: 'Druga notatka' })).status).toBe(409);
  expect((await late.submit({})).status).toBe(200);
});

it('gives the resident the approved plan as a document where it is promised', async () => {
  const { caseId } = await committed(stages.approved);
  const mine = await app.as({ kind: 'caseHolder', caseId }).get(app.at('/moja-sprawa/plan'));
  const document = await mine.follow('Pobierz plan (PDF)');
  expect(document.response.headers.get('content-type')).toBe('application/pdf');
});

it('saves what a page of the editor shows without changing a word', async () => {
  const { caseId } = await committed(stages.draft);
  const before = await committed((scope) => getPlanFile(scope, caseId));
  for (const part of ['potrzeby', 'cele', 'uslugi', 'wsparcie', 'monitorowanie']) {
    const page = await app.as('planCoordinator').get(at(caseId, `/plan/edycja/${part}`));
    await page.submit({}, { button: 'Zapisz i wróć do planu' });
  }
  const after = await committed((scope) => getPlanFile(scope, caseId));
  const words = (content: object) =>
    JSON.stringify(content, (key, value: unknown) => (key === 'id' || key === 'needIds' ? undefined : value));
  expect(words(after.latest.content)).toBe(
    words({ ...before.latest.content, services: before.latest.content.services.map((each) => ({ ...each, providerId: null })) }),
  );
});

it('lets one of two approvals at once through', async () => {
  const { caseId } = await committed(stages.agreed);
  const approve = () =>
    committed((scope) => approvePlan(scope, caseId, null, { revision: 2, note: null }), userWithRole('director')).then(
      (done) => done.ok,
      () => false,
    );
  expect((await Promise.all([approve(), approve()])).toSorted()).toEqual([false, true]);
});

it('lets one of two saves of the same words at once through', async () => {
  const { caseId } = await committed(stages.draft);
  const save = (text: string) =>
    committed((scope) => savePlanPart(scope, caseId, 2, { strengths: [{ id: newId(), text }] }), userWithRole('planCoordinator')).then(
      (done) => done.ok,
    );
  expect((await Promise.all([save('Jedno'), save('Drugie')])).toSorted()).toEqual([false, true]);
});

describe('the lists of the editor', () => {
  const chosen = { services: new Map<string, string>(), providers: new Map<string, string>() };
  const items = fc.array(fc.record({ id: fc.uuid(), area: fc.string(), description: fc.string() }), { maxLength: 6 });
  const typed = (needs: readonly { id: string; area: string; description: string }[]) =>
    FormFields.from(
      Object.fromEntries(
        needs.flatMap((need, index) => Object.entries(need).map(([field, value]) => [`needs.${index}.${field}`, value] as const)),
      ),
    );
  const content = {
    startsOn: '',
    endsOn: '',
    strengths: [],
    needs: [],
    goals: [],
    services: [],
    supportingActions: [],
    responsibilities: [],
    monitoring: [],
  };

  it('come back in their order with their ids, and adding then removing changes nothing', () => {
    fc.assert(
      fc.property(items, (needs) => {
        const { part, errors } = readPart('potrzeby', typed(needs), chosen);
        expect(errors).toEqual([]);
        expect(part.needs?.map((need) => need.id)).toEqual(needs.map((need) => need.id));
        const added = addItem(part, 'needs', content);
        if (added === 'unknown' || added === 'too-many') throw new Error(added);
        expect(added.part.needs).toHaveLength(needs.length + 1);
        expect(removeItem(added.part, added.at)).toMatchObject({ part });
        expect(withoutBlanks(added.part).needs).toEqual(part.needs?.filter((need) => need.area !== '' || need.description !== ''));
      }),
    );
  });

  it('refuse places that are not there', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(removeItem({ needs: [] }, path)).toBe('unknown');
      }),
    );
  });
});
