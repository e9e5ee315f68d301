import type { OpenedDatabase } from './world.ts';
import { capabilities } from './capabilities.ts';
import { checkDatabase } from './doctor/database.ts';
import { checkMachine } from './doctor/machine.ts';
import { hasEmbedded } from '#platform/db/embedded.ts';
import { check, type Check } from './doctor/check.ts';
import { makeWorld, openAddress } from './world.ts';
import { note } from './run.ts';
import { ConfigError, parseConfig, type Config } from '../../config.ts';

/** Checks the installation; changes nothing. The exit code is 1 when something is broken. */
export async function doctor(options: { audit?: true; json?: true }): Promise<void> {
  const checks = await examine(options.audit ?? false);
  const counts = { ok: 0, warn: 0, fail: 0 };
  for (const { status } of checks) counts[status] += 1;
  if (options.json) process.stdout.write(`${JSON.stringify({ ...counts, checks }, null, 2)}\n`);
  else
    process.stdout.write(`${checks.map(inWords).join('\n')}\n\n${counts.ok} in order, ${counts.warn} to look at, ${counts.fail} broken.\n`);
  if (counts.fail > 0) process.exitCode = 1;
}

function inWords({ status, name, found, todo }: Check): string {
  const sign = { ok: '✓', warn: '!', fail: '✗' }[status];
  return `  ${sign} ${name}: ${found}${todo ? `\n      ${todo}` : ''}`;
}

async function examine(withAudit: boolean): Promise<readonly Check[]> {
  let config: Config;
  try {
    config = parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) =>
      check('fail', 'settings', fault, 'Correct the variable; docs/operations/settings.md lists them all.'),
    );
  }
  const checks = [...(await checkMachine(config))];
  let database: OpenedDatabase | undefined;
  try {
    if (config.databaseUrl === undefined && !(await hasEmbedded(config.dataDir)))
      return [...checks, check('warn', 'database', 'the embedded database has not been made yet', 'Run: ./okienko start')];
    database = await openAddress(config, true, note);
    checks.push(...(await checkDatabase(database.address, database.embedded !== undefined)));
    if (withAudit) checks.push(...(await checkAudit(config, database)));
  } catch (error) {
    checks.push(check('fail', 'database', error instanceof Error ? error.message : String(error)));
  } finally {
    await database?.close();
  }
  return checks;
}

async function checkAudit(config: Config, database: OpenedDatabase): Promise<readonly Check[]> {
  const { verifyAudit } = capabilities;
  if (!verifyAudit) return [check('fail', 'audit log', 'its verification is not available yet in this version')];
  const opened = await makeWorld(config, database.address, config.publicUrl);
  try {
    const verdicts = await verifyAudit(opened);
    if (verdicts.length === 0) return [check('ok', 'audit log', 'nothing has been sealed yet')];
    return verdicts.map(({ centre, seals, fault }) =>
      fault === undefined
        ? check('ok', `audit log of ${centre}`, `${seals} seals, all fit`)
        : check('fail', `audit log of ${centre}`, fault, 'Keep the database as it is and tell the data-protection officer.'),
    );
  } finally {
    await opened.close();
  }
}
