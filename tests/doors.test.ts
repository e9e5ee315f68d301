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
  expect(kept).toEqual(doors.filter(({ name }) => name.startsWith('POST') && name.endsWith(draftAddress(''))).map(({ name }) => name));
});

it('counts attempts at every door that takes a secret from a stranger', () => {
  const secrets = doors.filter(
    ({ door }) => door.method === 'POST' && door.may.kind === 'public' && /signs in|given by its own owner/.test(door.may.because),
  );
  expect(secrets.filter(({ door }) => door.limit === undefined && door.repeatable === undefined).map(({ name }) => name)).toEqual([]);
});
