import { describe, expect, it } from 'vitest';
import { modules } from '#apps/modules.ts';
import { draftAddress } from '#platform/http/index.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { doors, knock, listKinds, paramsOf, pathTo, visitorOf, type NamedDoor } from './doors/visitors.ts';

// Every door of every module is tried by everybody. Who gets in is written in doors.oracle.json, which was
// read line by line; `npm run doors:oracle` writes it anew, and the difference is to be read again.

const isRefused = (status: number) => status === 401 || status === 403;
const malformed = ['nie-ma-mnie', '0', '-1', '../../etc/passwd', '%00', "' or 1=1 --", '<script>', '🏠', '\u202Eabc', 'x'.repeat(3000)];
const randomId = () => crypto.randomUUID();

let app: TestApp | undefined;
const opened = async () => (app ??= await openApp());

async function whoGetsIn({ door }: NamedDoor): Promise<string[]> {
  const inside: string[] = [];
  for (const kind of listKinds()) {
    const response = await knock(visitorOf(await opened(), kind), door, pathTo(door, randomId));
    if (response.status >= 500) throw new Error(`${kind.name}: ${response.status} ${await response.text()}`);
    if (response.status === 429) throw new Error(`${kind.name}: counted although nobody knocked before`);
    if (!isRefused(response.status)) inside.push(kind.name);
  }
  return inside;
}

/** Names of all, or of all who have an account, would bury the lines that matter. */
function inWords(who: readonly string[]): string {
  const all = listKinds();
  const withAccount = all.filter((kind) => kind.who !== 'anonymous' && (typeof kind.who === 'string' || kind.who.kind === 'user'));
  const isExactly = (kinds: typeof all) => kinds.map(({ name }) => name).join(' ') === who.join(' ');
  return isExactly(all) ? 'everybody' : isExactly(withAccount) ? 'everybody with an account' : who.join(' ');
}

const oracle = new Map<string, string[]>();

describe.each(doors)('$name', (named) => {
  it('opens to whom it says', async () => {
    oracle.set(named.name, await whoGetsIn(named));
  });

  it('shows a whole, accessible page to the first who gets in', async () => {
    const { door } = named;
    const kind = listKinds().find(({ name }) => oracle.get(named.name)?.includes(name));
    if (!kind || door.method !== 'GET') return;
    const page = await visitorOf(await opened(), kind).get(pathTo(door, randomId));
    expect(page.status).toBeLessThan(500);
    if (page.isHtml) expect(page.document.title).not.toBe('');
  });
});

describe.each(doors.filter(({ door }) => paramsOf(door).length > 0))('$name', ({ door }) => {
  it('answers a malformed address kindly', async () => {
    const hasId = paramsOf(door).some((param) => param.endsWith('Id'));
    for (const kind of listKinds().filter(({ name }) => /^(anonymous|director|planCoordinator|providerManager|caseHolder)$/.test(name))) {
      for (const value of malformed) {
        const { status } = await knock(
          visitorOf(await opened(), kind),
          door,
          pathTo(door, () => value),
        );
        expect(status, `${kind.name}: ${value.slice(0, 30)}`).toBeLessThan(500);
        if (hasId) expect(status, `${kind.name}: ${value.slice(0, 30)}`).toBe(404);
      }
    }
  });
});

it('lets in whom the reviewed table lets in', async () => {
  const lines = [...oracle].map(([door, who]) => `  ${JSON.stringify(door)}: ${JSON.stringify(inWords(who))}`);
  await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('doors.oracle.json');
});

it('writes only audit events that have words for the person concerned', () => {
  const known = new Set(modules.flatMap((module) => Object.keys(module.auditEvents ?? {})));
  const written = doors.flatMap(({ door }) => (door.audit.kind === 'event' ? [door.audit.event] : []));
  expect([...new Set(written)].filter((event) => !known.has(event))).toEqual([]);
});

it('keeps long text by a door of its own wherever a form says so, and nowhere else', () => {
  const kept = doors.filter(({ door }) => door.keepsDraft).map(({ name }) => draftAddress(name));
  const doorsOfDrafts = doors.filter(({ name }) => name.startsWith('POST') && name.endsWith(draftAddress(''))).map(({ name }) => name);
  expect(kept.toSorted()).toEqual(doorsOfDrafts.toSorted());
});

describe.each(doors.filter(({ door }) => door.scope === 'centre' && door.method === 'POST' && door.repeatable === undefined))(
  '$name',
  ({ door }) => {
    it('does nothing without a submission key', async () => {
      const path = pathTo(door, randomId);
      const statuses = new Set<number>();
      for (const kind of listKinds()) {
        const withoutKey = { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams({ tekst: 'bez klucza' }) };
        statuses.add((await visitorOf(await opened(), kind).send(path, withoutKey)).status);
      }
      expect([...statuses].filter((status) => !isRefused(status))).toEqual([400]);
    });
  },
);

// Reviewed like the table of who gets in: each says why a second time does no harm. Unsent text is all alike.
it('takes writes without a submission key only where they may be repeated', () => {
  const free = doors.filter(
    ({ name, door }) =>
      !name.endsWith(draftAddress('')) && door.method === 'POST' && (door.scope === 'platform' || door.repeatable !== undefined),
  );
  expect(free.map(({ name, door }) => `${name} – ${door.repeatable ?? 'no centre'}`)).toMatchInlineSnapshot(`
    [
      "POST /:slug/hsds/locations – a question that should not travel in the address; nothing is changed",
      "POST /:slug/hsds/organizations – a question that should not travel in the address; nothing is changed",
      "POST /:slug/hsds/service_at_locations – a question that should not travel in the address; nothing is changed",
      "POST /:slug/hsds/services – a question that should not travel in the address; nothing is changed",
      "POST /:slug/hsds/taxonomies – a question that should not travel in the address; nothing is changed",
      "POST /:slug/hsds/taxonomy_terms – a question that should not travel in the address; nothing is changed",
      "POST /:slug/konto/haslo – the current password is asked for",
      "POST /:slug/konto/kody – codes that are on stay on",
      "POST /:slug/konto/kody/klucz – a new key takes the place of one that was never confirmed",
      "POST /:slug/konto/sesje/:sessionId/wyloguj – an ended session stays ended",
      "POST /:slug/konto/sesje/wyloguj – ended sessions stay ended",
      "POST /:slug/logowanie – a second session of the same person does no harm",
      "POST /:slug/logowanie/drugi-krok – a code opens one session",
      "POST /:slug/logowanie/link – a second link does no harm",
      "POST /:slug/logowanie/nowe-haslo – a second letter does no harm",
      "POST /:slug/logowanie/ustaw-haslo – the code works once",
      "POST /:slug/logowanie/wejscie – the code works once",
      "POST /:slug/moja-lista/dodaj – a service that is on the list stays where it is",
      "POST /:slug/moja-lista/przejmij – services that are on the list stay where they are",
      "POST /:slug/moja-lista/wyczysc – an empty list stays empty",
      "POST /:slug/moja-lista/zmien – every button says where the list shall be",
      "POST /:slug/moja-sprawa – looks a case up and changes nothing",
      "POST /:slug/moja-sprawa/zakoncz – only forgets who was looking",
      "POST /:slug/praca/decyzje/:caseId/:serviceId/podglad – shows what was typed and keeps nothing",
      "POST /:slug/praca/kolejki/:serviceId/zasady/sprawdz – shows how a rule is understood; the unsent text that it keeps is the last that was typed, however often",
      "POST /:slug/praca/uslugi/:serviceId/inne/wiersze – only the unsent text of its author changes",
      "POST /:slug/praca/uslugi/:serviceId/kontakt/wiersze – only the unsent text of its author changes",
      "POST /:slug/praca/uslugi/:serviceId/oplaty/wiersze – only the unsent text of its author changes",
      "POST /:slug/praca/uslugi/:serviceId/po-angielsku/wiersze – only the unsent text of its author changes",
      "POST /:slug/praca/uslugi/:serviceId/po-ukrainsku/wiersze – only the unsent text of its author changes",
      "POST /:slug/praca/uslugi/:serviceId/terminy/wiersze – only the unsent text of its author changes",
      "POST /:slug/uslugi/:serviceId/czy-moge – answers a question and stores nothing",
      "POST /:slug/wyloguj – who is signed out stays signed out",
      "POST /:slug/zgloszenie – a draft is nothing but unsent text",
      "POST /:slug/zgloszenie/adres – keeps what was typed; the last text stays",
      "POST /:slug/zgloszenie/dokumenty – keeps what was typed; the last text stays",
      "POST /:slug/zgloszenie/kontakt – keeps what was typed; the last text stays",
      "POST /:slug/zgloszenie/kto – keeps what was typed; the last text stays",
      "POST /:slug/zgloszenie/osoba – keeps what was typed; the last text stays",
      "POST /:slug/zgloszenie/sytuacja – keeps what was typed; the last text stays",
      "POST /:slug/zgloszenie/uslugi – keeps what was typed; the last text stays",
      "POST /:slug/zgloszenie/wznow – looks a draft up and changes nothing",
      "POST /:slug/zgloszenie/zapomnij – only forgets whose browser this is",
      "POST /:slug/zgloszenie/zglaszajacy – keeps what was typed; the last text stays",
      "POST /:slug/zgloszenie/zgody – keeps what was typed; the last text stays",
      "POST /hsds/locations – a question that should not travel in the address; nothing is changed",
      "POST /hsds/organizations – a question that should not travel in the address; nothing is changed",
      "POST /hsds/service_at_locations – a question that should not travel in the address; nothing is changed",
      "POST /hsds/services – a question that should not travel in the address; nothing is changed",
      "POST /hsds/taxonomies – a question that should not travel in the address; nothing is changed",
      "POST /hsds/taxonomy_terms – a question that should not travel in the address; nothing is changed",
    ]
  `);
});

it('counts attempts at every door that takes a secret from a stranger', () => {
  const secrets = doors.filter(
    ({ door }) => door.method === 'POST' && door.may.kind === 'public' && /signs in|given by its own owner/.test(door.may.because),
  );
  expect(secrets.filter(({ door }) => door.limit === undefined && door.repeatable === undefined).map(({ name }) => name)).toEqual([]);
});
