import type { AddressInfo } from 'node:net';
import pg from 'pg';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { runDueJobs } from '#platform/jobs/index.ts';
import type { World } from '#platform/world.ts';
import { asOwner, centreA, closeAtTheEnd, testDatabase } from '#tests/support/database.ts';
import { openApp } from '#tests/support/app.ts';
import { testWorld } from '#tests/support/world.ts';
import { openMailer } from './mailer.ts';
import { mailModule } from './module.ts';

const modules = [mailModule];
/** A real server in this process that keeps what it takes; `refusals` of the next letters are refused. */
async function openMailServer(): Promise<{ url: string; received: Email[]; refuseNext(count: number): void }> {
  const received: Email[] = [];
  let refusals = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1;
          return done(new Error('mailbox busy'));
        }
        void PostalMime.parse(Buffer.concat(chunks)).then((letter) => {
          received.push(letter);
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAtTheEnd(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, refuseNext: (count) => void (refusals = count) };
}
async function write(world: World, subject: string, text: string): Promise<void> {
  await inCentre(world.database, centreA.id, (tx) =>
    makeScope({
      world,
      tx,
      centre: centreA,
      actor: { kind: 'system', task: 'test' },
      now: world.clock(),
      lang: 'pl',
      door: 'test',
      requestId: 'test',
    }).mail({ to: 'zofia@example.org', subject, text }),
  );
}
async function work(world: World): Promise<void> {
  const pool = new pg.Pool({ connectionString: (await testDatabase()).ownerUrl });
  await runDueJobs(world, pool);
  await pool.end();
}
const lettersOf = (subject: string) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (await client.query('select id, sent_at is not null as sent, last_error from platform.letter where subject = $1', [subject]))
      .rows as { id: string; sent: boolean; last_error: string | null }[];
  });

test('a letter goes out once, in plain text and as a page, in the name of the centre', async () => {
  const server = await openMailServer();
  const mailer = openMailer({ smtpUrl: server.url, publicUrl: 'https://okienko.example' });
  closeAtTheEnd(async () => mailer.close());
  const world = await testWorld({ modules, mailer });
  const text = 'Dzień dobry, Żaneto!\n\nZobacz: https://okienko.example/jodlowo/moja-sprawa?a=1&b=2.\n<b>pogrubienie</b>';
  await write(world, 'Zażółć gęślą jaźń', text);
  await work(world);
  const [letter] = server.received;
  const [row] = await lettersOf('Zażółć gęślą jaźń');
  expect(letter).toMatchObject({
    subject: 'Zażółć gęślą jaźń',
    from: { name: 'CUS Jodłowo', address: 'okienko@okienko.example' },
    messageId: `<${row?.id ?? ''}@okienko.example>`,
  });
  expect(letter?.text?.trim()).toBe(text);
  expect(letter?.html).toContain('href="https://okienko.example/jodlowo/moja-sprawa?a=1&#38;b=2"');
  expect(letter?.html).toContain('&#60;b&#62;');
  expect(row).toMatchObject({ sent: true, last_error: null });
  await asOwner((client) =>
    client.query(`select graphile_worker.add_job('mail.send', $1::json)`, [JSON.stringify({ centreId: centreA.id, letterId: row?.id })]),
  );
  await work(world);
  expect(server.received).toHaveLength(1);
});

test('a refused letter keeps the error and is tried again', async () => {
  const server = await openMailServer();
  const mailer = openMailer({ smtpUrl: server.url, publicUrl: 'https://okienko.example' });
  closeAtTheEnd(async () => mailer.close());
  let now = Temporal.Now.instant();
  const world = await testWorld({ modules, mailer, clock: () => now });
  server.refuseNext(1);
  await write(world, 'Druga próba', 'Treść');
  await work(world);
  expect(await lettersOf('Druga próba')).toMatchObject([{ sent: false, last_error: expect.stringContaining('mailbox busy') }]);
  expect(server.received).toHaveLength(0);
  await asOwner((client) => client.query(`update graphile_worker._private_jobs set run_at = now()`));
  now = now.add({ minutes: 2 });
  await work(world);
  expect(server.received).toHaveLength(1);
  expect(await lettersOf('Druga próba')).toMatchObject([{ sent: true, last_error: null }]);
});

test('a demonstration shows its letters, with links that work here', async () => {
  const app = await openApp({ modules });
  await write(app.world, 'List pokazowy', 'Otwórz http://localhost/jodlowo/logowanie\ni gotowe <script>');
  await work(app.world);
  expect(await lettersOf('List pokazowy')).toMatchObject([{ sent: true }]);
  const page = await app.as('anonymous').get(app.at('/poczta-pokazowa'));
  expect(page.text).toContain('List pokazowy');
  expect(page.text).toContain('<script>');
  expect(page.links()).toContainEqual(['http://localhost/jodlowo/logowanie', '/jodlowo/logowanie']);
});

test('an installation that is no demonstration shows no letters', async () => {
  const app = await openApp({ modules, isDemo: false });
  expect((await app.as('centreAdministrator').get(app.at('/poczta-pokazowa'))).status).toBe(404);
});
