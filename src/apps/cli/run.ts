import { OperatorError } from '#platform/operatorError.ts';
import { parseConfig } from '../../config.ts';
import { capabilities, type Capabilities } from './capabilities.ts';
import { openWorld, type OpenedWorld } from './world.ts';

/**
 * Opens the world, lets `work` use one capability of the modules in it, and closes it again.
 * @throws OperatorError when no module offers that capability yet.
 */
export async function withCapability<Name extends keyof Capabilities, T>(
  name: Name,
  work: (act: Capabilities[Name], opened: OpenedWorld) => Promise<T>,
): Promise<T> {
  const config = parseConfig(process.env);
  const act = capabilities[name];
  if (!act) throw new OperatorError('This is not available yet in this version of Okienko.');
  const opened = await openWorld(config, note);
  try {
    return await work(act as Capabilities[Name], opened);
  } finally {
    await opened.close();
  }
}

/** A line for the person, beside the data. */
export function note(line: string): void {
  process.stderr.write(`  ${line}\n`);
}

/** The result of a verb: JSON for a script, otherwise words. */
export function print(asJson: boolean | undefined, value: unknown, words: string): void {
  process.stdout.write(asJson ? `${JSON.stringify(value, null, 2)}\n` : `${words}\n`);
}
