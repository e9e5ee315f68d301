import { Command, CommanderError } from 'commander';
import { OperatorError } from '#platform/operatorError.ts';
import { addVerbs } from '#apps/cli/verbs.ts';
import { ConfigError } from './config.ts';

const program = new Command('okienko')
  .description('Okienko: the open platform of a Polish Social Services Centre')
  .showHelpAfterError()
  .exitOverride();
addVerbs(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.exitCode = 1;
    if (error instanceof ConfigError) process.stderr.write(`${error.faults.map((fault) => `  ✗ ${fault}`).join('\n')}\n`);
    else if (error instanceof OperatorError) process.stderr.write(`${error.message}\n`);
    else throw error;
  }
} finally {
  // The channel to the launcher would keep this process alive.
  if (process.connected) process.disconnect?.();
}
