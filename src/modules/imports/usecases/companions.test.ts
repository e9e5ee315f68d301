import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getLocation, getOrganization, getServices, listProviders, putService } from '#modules/catalogue/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { asOwner, centreB, inTestCentre } from '#tests/support/database.ts';
import { confirmRun, planUndo, startUndo } from './decide.ts';
import { doWork } from './doWork.ts';
import { getRun, listRows } from './runs.ts';
import { uploadFile } from './uploadFile.ts';

const organiser = { actor: userWithRole('serviceOrganiser') };
const id = (n: number) => `0192f5a0-0000-4000-8000-${String(n).padStart(12, '0')}`;
const json = (value: unknown) => new File([JSON.stringify(value)], 'plik.json');
const numbered = (n: number, name: string, nip: string) => ({
  id: id(n),
  name,
  description: name,
  organization_identifiers: [{ id: id(n + 50), identifier_type: 'NIP', identifier_scheme: 'PL-NIP', identifier: nip }],
});
const hut = { id: id(31), name: 'Świetlica', location_type: 'physical', latitude: 53.1, longitude: 18.2 };

async function uploaded(scope: CentreScope, file: File): Promise<string> {
  const done = await uploadFile(scope, file);
  if (!done.ok) throw new Error(done.refusal);
  await doWork(scope, done.value.id);
  return done.value.id;
}
async function imported(scope: CentreScope, file: File): Promise<string> {
  const run = await uploaded(scope, file);
  expect(await confirmRun(scope, run)).toMatchObject({ ok: true });
  await doWork(scope, run);
  return run;
}
const counts = async (scope: CentreScope, run: string) => {
  const { state, added, changed, unchanged, broken } = await getRun(scope, run);
  return [state, added, changed, unchanged, broken];
};
const problemsOf = async (scope: CentreScope, run: string) =>
  (await listRows(scope, run, { outcome: 'broken', limit: 20 })).rows.map(({ number, problems }) => [number, problems[0]?.code]);
const namesOf = async (scope: CentreScope) => (await listProviders(scope)).map(({ name }) => name);

test('organizations on their own are tried, written, found unchanged again, and taken back', () =>
  inTestCentre(async (scope) => {
    const file = json([
      numbered(1, 'Fundacja Jodła', '5252248481'),
      numbered(2, 'Fundacja Zła', '5252248480'),
      { ...numbered(3, 'FUNDACJA JODŁA', '5252248481') },
      { id: id(4), name: 'Stowarzyszenie Lipa', website: 'https://lipa.example.org' },
      { id: id(5), website: 'https://bez-nazwy.example.org' },
    ]);
    const trial = await uploaded(scope, file);
    expect(await counts(scope, trial)).toEqual(['checked', 2, 0, 0, 3]);
    expect(await problemsOf(scope, trial)).toEqual([
      [2, 'number-wrong-checksum'],
      [3, 'repeated'],
      [5, 'required'],
    ]);
    expect(await namesOf(scope)).toEqual([]);
    await confirmRun(scope, trial);
    await doWork(scope, trial);
    expect(await getOrganization(scope, id(1))).toMatchObject({ name: 'Fundacja Jodła', nip: '5252248481' });
    expect(await counts(scope, await uploaded(scope, file))).toEqual(['checked', 0, 0, 2, 3]);
    expect(await planUndo(scope, trial)).toMatchObject({ removed: 2, restored: 0, companionsLeft: 0, isOfCompanions: true });
    await startUndo(scope, trial, []);
    await doWork(scope, trial);
    expect(await getRun(scope, trial)).toMatchObject({ state: 'undone', removed: 2, kept: 0 });
    expect(await namesOf(scope)).toEqual([]);
  }, organiser));

test('a known provider keeps what the file does not say, is no other body, and what its services use stays', () =>
  inTestCentre(async (scope) => {
    await imported(scope, json([{ ...numbered(1, 'Fundacja Jodła', '5252248481'), email: 'biuro@example.org' }]));
    const run = await imported(
      scope,
      json([{ id: 'org-1', name: 'fundacja jodła', legal_status: 'fundacja' }, numbered(2, 'Klub Lipa', '7740001454')]),
    );
    expect(await counts(scope, run)).toEqual(['imported', 1, 1, 0, 0]);
    expect(await getOrganization(scope, id(1))).toMatchObject({
      legalStatus: 'fundacja',
      publicEmail: 'biuro@example.org',
      nip: '5252248481',
    });
    const other = await uploaded(scope, json([numbered(8, 'Fundacja Jodła', '7740001454')]));
    expect(await problemsOf(scope, other)).toEqual([[1, 'provider-other-number']]);
    const taken = await uploaded(scope, json([numbered(2, 'Fundacja Jodła', '7740001454')]));
    expect(await problemsOf(scope, taken)).toEqual([[1, 'provider-name-taken']]);
    const service = await aService(scope, 'Klub seniora');
    const card = (await getServices(scope, [service])).get(service);
    if (!card) throw new Error('no card');
    const { version: _, providerId: __, createdAt: ___, updatedAt: ____, revision: _____, ...record } = card;
    await putService(scope, { ...record, provider: { name: 'Klub Lipa', kind: null } });
    expect(await planUndo(scope, run)).toMatchObject({ removed: 0, restored: 1, companionsLeft: 1 });
    await startUndo(scope, run, []);
    await doWork(scope, run);
    expect(await getRun(scope, run)).toMatchObject({ restored: 1, removed: 0, kept: 1 });
    expect((await getOrganization(scope, id(1))).legalStatus).toBeUndefined();
    expect((await namesOf(scope)).toSorted()).toEqual(['Fundacja Jodła', 'Klub Lipa']);
  }, organiser));

test('a provider that somebody has changed since the trial is left out and said so', () =>
  inTestCentre(async (scope) => {
    await imported(scope, json([numbered(1, 'Fundacja Jodła', '5252248481')]));
    const late = await uploaded(scope, json([{ id: id(1), name: 'Fundacja Jodła', legal_status: 'fundacja' }]));
    await imported(scope, json([{ id: id(1), name: 'Fundacja Jodła', year_incorporated: 1999 }]));
    await confirmRun(scope, late);
    await doWork(scope, late);
    expect(await getRun(scope, late)).toMatchObject({ state: 'imported', changed: 0, overtaken: 1 });
    expect(await getOrganization(scope, id(1))).toMatchObject({ yearIncorporated: 1999 });
  }, organiser));

test('locations on their own lie inside the country', () =>
  inTestCentre(async (scope) => {
    const abroad = { ...hut, id: id(32), name: 'Za granicą', latitude: 18.2, longitude: 53.1 };
    const address = {
      id: id(60),
      address_1: 'Ringstrasse 1',
      city: 'Wien',
      state_province: 'Wien',
      postal_code: '1010',
      country: 'AT',
      address_type: 'physical',
    };
    const run = await imported(scope, json([hut, abroad, { id: id(33), name: 'Wiedeń', addresses: [address] }]));
    expect(await counts(scope, run)).toEqual(['imported', 1, 0, 0, 2]);
    expect(await problemsOf(scope, run)).toEqual([
      [2, 'place-abroad'],
      [3, 'place-abroad'],
    ]);
    expect(await getLocation(scope, id(31))).toMatchObject({ name: 'Świetlica', latitude: 53.1 });
    expect(await counts(scope, await imported(scope, json([{ ...hut, transportation: 'Autobus 4' }])))).toEqual(['imported', 0, 1, 0, 0]);
    await startUndo(scope, run, []);
    await doWork(scope, run);
    // Somebody has changed it since.
    expect(await getRun(scope, run)).toMatchObject({ removed: 0, kept: 1 });
    await getLocation(scope, id(31));
  }, organiser));

test('tables of organizations and locations without services, in an archive or alone', () =>
  inTestCentre(async (scope) => {
    const organizations = `id,name,description\r\n${id(1)},Fundacja Jodła,Pomaga\r\n${id(2)},,bez nazwy\r\n`;
    const locations = `id;name;latitude;longitude\r\n${id(31)};Świetlica;53.1;18.2\r\n`;
    const archive = zipSync({ 'organizations.csv': strToU8(organizations), 'locations.csv': strToU8(locations) });
    const run = await imported(scope, new File([new Uint8Array(archive)], 'tabele.zip'));
    expect(await counts(scope, run)).toEqual(['imported', 2, 0, 0, 1]);
    expect(await getOrganization(scope, id(1))).toMatchObject({ description: 'Pomaga' });
    expect(await counts(scope, await uploaded(scope, new File([organizations], 'organizations.csv')))).toEqual(['checked', 0, 0, 1, 1]);
    expect(await counts(scope, await uploaded(scope, new File([locations], 'locations.csv')))).toEqual(['checked', 0, 0, 1, 0]);
    await startUndo(scope, run, []);
    await doWork(scope, run);
    await expect(getLocation(scope, id(31))).rejects.toBeInstanceOf(NotFound);
  }, organiser));

test('a provider and a place whose ids another centre holds get ids of their own, and keep them', async () => {
  const both = json([numbered(1, 'Fundacja Jodła', '5252248481'), hut]);
  const hold = (scope: CentreScope) => imported(scope, both);
  await asOwner((client) =>
    client.query('insert into catalogue.identity (kind, id, holder_id) values ($1, $2, $5), ($3, $4, $5)', [
      ...['provider', id(1), 'location', id(31), centreB.id],
    ]),
  );
  await inTestCentre(async (scope) => {
    const run = await hold(scope);
    expect(await counts(scope, run)).toEqual(['imported', 2, 0, 0, 0]);
    await expect(getLocation(scope, id(31))).rejects.toBeInstanceOf(NotFound);
    expect(await counts(scope, await uploaded(scope, both))).toEqual(['checked', 0, 0, 2, 0]);
  }, organiser);
});
