import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseOf, queryDataDir, startProgram, type Program } from '#tests/support/program.ts';
import { begin, confirmedIn, send, type Filing } from './killed/filing.ts';

// A hundred people send their requests at the same moment; the program is killed in the middle, and then its database
// with it. What was confirmed must be there once and whole, what was not must be safe to send again.

const filings = 100;
const slug = 'solec-kujawski';
const secret = 'a secret of at least thirty-two characters';
let home = '';
let dataDir = '';
let centreId = '';
let running: Program | undefined;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'okienko killed '));
  await chmod(home, 0o755);
  dataDir = join(home, 'data');
});
afterEach(async () => {
  running?.process.kill('SIGKILL');
  await running?.ended;
  running = undefined;
  const left = await databaseOf(dataDir);
  if (left) process.kill(left.pid, 'SIGKILL');
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const settings = () => ({ PORT: '0', OKIENKO_DATA_DIR: dataDir, OKIENKO_DEMO: 'no', OKIENKO_SECRET: secret, LOG_LEVEL: 'warn' });

async function start(): Promise<string> {
  running = startProgram(['start'], settings());
  return running.ready(90);
}
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const program = startProgram(args, { ...settings(), ...env });
  expect(await program.ended, program.said).toBe(0);
  return program.said;
}
/** One row of the centre, behind the product's back. */
async function row(question: string): Promise<Record<string, unknown>> {
  const [found] = await queryDataDir(dataDir, question, centreId);
  return (found ?? {}) as Record<string, unknown>;
}

async function openCentre(): Promise<void> {
  await run(['centre', 'create', '--slug', slug, '--name', 'Centrum Usług Społecznych w Solcu Kujawskim', '--teryt', '0403083']);
  const [centre] = await queryDataDir(dataDir, `select id from centres.centre where slug = '${slug}'`);
  centreId = String((centre as { id: string }).id);
  const services = ['Opieka w domu', 'Dowóz na badania'].map((name) => ({
    id: crypto.randomUUID(),
    name,
    status: 'active',
    description: `${name} dla mieszkańców, którzy potrzebują wsparcia.`,
  }));
  const file = join(home, 'services.json');
  await writeFile(file, JSON.stringify(services));
  await run(['import', 'services', file, '--centre', slug, '--format', 'json']);
}

/** Sends all at once and kills, without warning, as soon as `confirmed` more have been told that theirs was accepted. */
async function sendAndKill(address: string, waiting: readonly Filing[], confirmed: number, { withDatabase }: { withDatabase: boolean }) {
  const database = await databaseOf(dataDir);
  let count = 0;
  await Promise.all(
    waiting.map(async (filing) => {
      await send(address, filing);
      if (filing.caseId === undefined) return;
      count += 1;
      if (count !== confirmed) return;
      running?.process.kill('SIGKILL');
      if (withDatabase && database) process.kill(database.pid, 'SIGKILL');
    }),
  );
  expect(await running?.ended).toBe('SIGKILL');
  return count;
}

it('a hundred requests survive the killing of the program and of its database', { timeout: 400_000 }, async () => {
  let address = await start();
  await openCentre();
  const all: Filing[] = [];
  for (let first = 0; first < filings; first += 10)
    all.push(...(await Promise.all(Array.from({ length: 10 }, (_, index) => begin(address, slug, first + index)))));
  const unconfirmed = () => all.filter((filing) => filing.caseId === undefined);
  expect(unconfirmed()).toHaveLength(filings);

  const rounds: number[] = [];
  for (const withDatabase of [false, true]) {
    rounds.push(await sendAndKill(address, unconfirmed(), 25, { withDatabase }));
    // The middle of it: some were confirmed, others were not.
    expect(unconfirmed().length).toBeGreaterThan(0);
    address = await start();
    expect(await confirmedIn(row, all), withDatabase ? 'after both were killed' : 'after the program was killed').toEqual([]);
  }
  const lost = unconfirmed();
  const beforeRetry = Number((await row('select count(*) from cases.record'))['count']);
  await Promise.all(lost.map((filing) => send(address, filing)));
  expect(unconfirmed().map((filing) => filing.problem)).toEqual([]);
  // Once more, also those who know already: everybody gets the first answer.
  const known = all.map((filing) => filing.caseId);
  await Promise.all(all.map((filing) => send(address, filing)));
  expect(all.map((filing) => filing.caseId)).toEqual(known);

  expect(await confirmedIn(row, all)).toEqual([]);
  expect(
    await row(`select count(*)::int as cases, count(distinct number)::int as numbers, count(distinct code)::int as codes,
      count(distinct person_id)::int as people from cases.record`),
  ).toEqual({ cases: filings, numbers: filings, codes: filings, people: filings });
  expect(
    await row(`select
      (select count(*)::int from requests.request) as requests,
      (select count(distinct case_id)::int from requests.request) as "casesOfRequests",
      (select count(*)::int from people.person) as people,
      (select count(distinct case_id)::int from cases.event) as "casesOfEvents",
      (select count(*)::int from platform.document) as documents,
      (select count(distinct case_id)::int from platform.document) as "casesOfDocuments",
      (select count(distinct case_id)::int from requests.consent) as "casesOfConsents",
      (select count(*)::int from audit.entry where event = 'requests.request.filed') as audited,
      (select count(*)::int from requests.draft where case_id is not null) as sent,
      (select count(*)::int from cases.record r where version <> (select max(seq) from cases.event e where e.case_id = r.id)) as behind,
      (select last from cases.numbering) as "lastNumber"`),
  ).toEqual({
    requests: filings,
    casesOfRequests: filings,
    people: filings,
    casesOfEvents: filings,
    documents: filings,
    casesOfDocuments: filings,
    casesOfConsents: filings,
    audited: filings,
    sent: filings,
    behind: 0,
    lastNumber: filings,
  });

  // The log is sealed by the clock; here at once, so that there is a chain to verify.
  await queryDataDir(dataDir, `select graphile_worker.add_job('audit.seal', '{}'::json)`);
  await expect
    .poll(async () => (await row('select count(*)::int as seals from audit.seal'))['seals'], { timeout: 20_000 })
    .toBeGreaterThan(0);
  // Only a demonstration is in order without a mail server.
  expect(await run(['doctor', '--audit'], { OKIENKO_DEMO: 'yes' })).toMatch(/✓ audit log of solec-kujawski: \d+ seals, all fit/);
  expect(await running?.stop('SIGTERM')).toBe(0);
  process.stdout.write(
    `killed: ${rounds.join(' and ')} confirmed before the killings, ${lost.length} sent again, ${beforeRetry} were in the books\n`,
  );
});
