import { OperatorError } from '#platform/operatorError.ts';
import { note, print, withCapability } from './run.ts';
import { table } from './table.ts';

export async function demoReset(options: { json?: true }): Promise<void> {
  const accounts = await withCapability('resetDemo', (reset, opened) => {
    if (!opened.config.isDemo) throw new OperatorError('This installation is no demonstration (OKIENKO_DEMO); nothing was removed.');
    return reset(opened, note);
  });
  print(
    options.json,
    accounts,
    table(
      ['role', 'centre', 'e-mail', 'password'],
      accounts.map((each) => [each.role, each.centre, each.email, each.password]),
    ),
  );
}
