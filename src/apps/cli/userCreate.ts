import { text } from 'node:stream/consumers';
import { OperatorError } from '#platform/operatorError.ts';
import { print, withCapability } from './run.ts';

interface Options {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly centre: string;
  readonly passwordStdin?: true;
  readonly json?: true;
}

export async function userCreate(options: Options): Promise<void> {
  // A pipe ends with a line end that is not part of the password.
  const password = options.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
  if (password === '') throw new OperatorError('The standard input holds no password.');
  const { email, name, role, centre } = options;
  const user = await withCapability('createUser', (create, opened) => create(opened, { email, name, role, centreSlug: centre, password }));
  print(options.json, user, `The account ${user.email} is there (${user.id}).`);
}
