import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import { addVerbs } from '#apps/cli/verbs.ts';
import { ConfigError } from './config.ts';

const readVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

const program = new Command('okienko')
  .description('Okienko: the open platform of a Polish Social Services Centre')
  .version(readVersion(), '-V, --version', 'print the version')
  .showHelpAfterError()
  .exitOverride();
addVerbs(program);

// Whoever reads only the beginning (`okienko export services … | head`) has had enough; that is no failure.
process.stdout.on('error', (error) => {
  if (codeOf(error) === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.exitCode = 1;
    if (error instanceof ConfigError) process.stderr.write(`${error.faults.map((fault) => `  ✗ ${fault}`).join('\n')}\n`);
    else if (error instanceof OperatorError) process.stderr.write(`${error.message}\n`);
    // The file system's word for it, and PostgreSQL's.
    else if (['ENOSPC', '53100'].includes(codeOf(error)))
      process.stderr.write('The disk is full; make room and start again. What was confirmed before is safe.\n');
    else throw error;
  }
} finally {
  // The channel to the launcher would keep this process alive.
  if (process.connected) process.disconnect?.();
  // Whatever a library has left open must not keep the terminal waiting.
  setTimeout(() => process.exit(), 2000).unref();
}
