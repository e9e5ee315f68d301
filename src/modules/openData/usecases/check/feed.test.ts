import { beforeAll, describe, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { listShippedServices, putServices } from '#modules/catalogue/index.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA, centreB } from '#tests/support/database.ts';
import { askApp } from '../../testing.ts';
import { publishCatalogue } from '../publish.ts';
import { checkFeed, type Answer, type Ask } from './feed.ts';
import { readSchemas, type Schemas } from './schemas.ts';

const folder = process.env['OKIENKO_HSDS_SCHEMAS'];
const oruk = process.env['OKIENKO_ORUK'];

let app: TestApp;
let passes: readonly Schemas[] = [];

beforeAll(async () => {
  app = await openApp();
  if (folder !== undefined) passes = [readSchemas(folder), readSchemas(folder, { strict: true })];
  for (const [centre, records] of [
    [centreA, listShippedServices('solec-kujawski')],
    [centreB, [...listShippedServices('zyrardow').slice(0, 20), aServiceRecord('Bez niczego')]],
  ] as const)
    await inCentre(app.world.database, centre.id, async (tx) => {
      const { world } = app;
      const scope = makeScope({
        world,
        tx,
        centre,
        actor: { kind: 'system', task: 'test' },
        now: world.clock(),
        lang: 'pl',
        door: 'test',
        requestId: 'test',
      });
      await putServices(scope, records);
      // Records with a history, which full answers tell.
      await putServices(
        scope,
        records.map((record) => ({ ...record, scope: 'Zmieniony opis', minimumAge: 16.5, languages: [{ code: 'uk' }] })),
      );
      await publishCatalogue(scope);
    });
});

const feed = (base: string): Ask => askApp((path, init) => app.as('anonymous').send(path, init), base);

describe('the whole interface, walked as a program does', () => {
  test.each(['/hsds', '/jodlowo/hsds', '/lipowo/hsds'])('%s is valid in every page and object', async (base) => {
    const report = await checkFeed(feed(base), passes, { perPage: 7 });
    expect(report.faults).toEqual([]);
    // The cards of the second centre name no places.
    expect(
      report.warnings.filter((warning) => !base.startsWith('/lipowo') || !/^\/(service_at_)?locations: nothing/.test(warning)),
    ).toEqual([]);
    expect(report.pages).toBeGreaterThan(10);
    expect(report.subjects).toBeGreaterThan(80);
  });
});

describe.runIf(oruk !== undefined)('a second standard', () => {
  test('services suit the UK profile as well, but for what only one of the two has', async () => {
    const schemas = readSchemas(`${oruk ?? ''}/schema`);
    const report = await checkFeed(feed('/jodlowo/hsds'), [schemas]);
    expect(report.faults).toEqual([]);
  });
});

/** The interface with one answer spoilt. */
const spoilt =
  (pattern: RegExp, spoil: (answer: Answer) => Partial<Answer>): Ask =>
  async (path, headers) => {
    const answer = await feed('/lipowo/hsds')(path, headers);
    return pattern.test(path) ? { ...answer, ...spoil(answer) } : answer;
  };
const withBody = (change: (body: Record<string, unknown>) => void) => (answer: Answer) => {
  if (answer.text === '') return {};
  const body = JSON.parse(answer.text) as Record<string, unknown>;
  change(body);
  return { text: JSON.stringify(body) };
};

describe('a fault is found', () => {
  test.each([
    ['a missing envelope key', /^\/services\?.*page=1$/, withBody((body) => delete body['empty']), 'empty is neither true nor false'],
    ['a wrong total', /^\/services\?/, withBody((body) => (body['total_items'] = 99)), 'total_items is 99'],
    ['an object that is not there', /^\/services\/./, () => ({ status: 404 }), 'answers 404'],
    ['another object', /^\/organizations\/./, withBody((body) => (body['id'] = 'other')), 'has another id'],
    ['a closed door', /^\/$/, () => ({ headers: new Headers() }), 'scripts of other sites may not read it'],
    ['no profile', /^\/$/, withBody((body) => delete body['profile']), 'profile is missing'],
  ] as const)('%s', async (_, pattern, spoil, fault) => {
    const { faults } = await checkFeed(spoilt(pattern, spoil), passes);
    expect(faults.join('\n')).toContain(fault);
  });
  test.runIf(folder !== undefined)('a foreign term, a malformed address', async () => {
    const spoil = withBody((body) => Object.assign(body, { kolor: 'czerwony', email: 'nie-adres' }));
    const { faults } = await checkFeed(spoilt(/^\/services\/./, spoil), passes);
    expect(faults.join('\n')).toContain('/ must NOT have additional properties (kolor)');
    expect(faults.join('\n')).toContain('/email must match format "email"');
  });
});
