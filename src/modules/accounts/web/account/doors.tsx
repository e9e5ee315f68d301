import { z } from 'zod';
import { signedInMay } from '#shared/policy.ts';
import {
  audits,
  auditsNothing,
  centreDoor,
  NotFound,
  page,
  readForm,
  redirect,
  Unauthenticated,
  type CentreContext,
  type FieldError,
} from '#platform/http/index.ts';
import { accountsOf } from '../../auth/openAccounts.ts';
import { listSessions } from '../../store/sessionStore.ts';
import { changeOwnPassword } from '../../usecases/passwords.ts';
import { endAllOwn, endOwn } from '../../usecases/sessions.ts';
import { texts } from '../../texts/texts.ts';
import { password } from '../fields.ts';
import { AccountPage } from './AccountPage.tsx';

const mayManageOwn = signedInMay('accounts.own.manage');

function userOf(c: CentreContext<object>): string {
  if (c.actor.kind !== 'user') throw new Unauthenticated('account');
  return c.actor.userId;
}
async function draw(c: CentreContext<object>, errors: readonly FieldError[] = []) {
  const accounts = accountsOf(c.world);
  const userId = userOf(c);
  const user = await accounts.db
    .selectFrom('user')
    .select(['name', 'email', 'twoFactorEnabled'])
    .where('id', '=', userId)
    .executeTakeFirst();
  if (!user) throw new NotFound('account');
  const current = await accounts.auth.api.getSession({ headers: c.request.headers });
  return <AccountPage c={c} user={user} sessions={await listSessions(accounts, userId)} currentId={current?.session.id} errors={errors} />;
}

export const showAccount = centreDoor({
  method: 'GET',
  path: '/konto',
  may: mayManageOwn,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await draw(c)),
});

export const endOwnSession = centreDoor({
  method: 'POST',
  path: '/konto/sesje/:sessionId/wyloguj',
  may: mayManageOwn,
  audit: audits('accounts.session.ended'),
  repeatable: 'an ended session stays ended',
  handle: async (c) => {
    await endOwn(c.scope, c.params.sessionId);
    return redirect(c.at('/konto'), texts.in(c.lang)('account.ended'));
  },
});

export const endAllOwnSessions = centreDoor({
  method: 'POST',
  path: '/konto/sesje/wyloguj',
  may: mayManageOwn,
  audit: audits('accounts.sessions.ended'),
  repeatable: 'ended sessions stay ended',
  handle: async (c) => {
    const { cookies } = await endAllOwn(c.scope, c.request);
    return redirect(c.at('/logowanie'), texts.in(c.lang)('account.endedAll'), cookies);
  },
});

const passwordForm = z.object({ current: password(), password: password(), repeat: password() });
export const changePassword = centreDoor({
  method: 'POST',
  path: '/konto/haslo',
  may: mayManageOwn,
  audit: audits('accounts.password.changed'),
  repeatable: 'the current password is asked for',
  limit: { attempts: 15, minutes: 15 },
  handle: async (c) => {
    const read = readForm(passwordForm, c.fields);
    if (!read.ok) return page(await draw(c, read.errors), 422);
    const done = await changeOwnPassword(c.scope, c.request, read.value);
    if (!done.ok) {
      const field = done.refusal === 'wrong' ? 'current' : done.refusal === 'different' ? 'repeat' : 'password';
      return page(await draw(c, [{ field, code: done.refusal }]), 422);
    }
    return redirect(c.at('/konto'), texts.in(c.lang)('password.changed'));
  },
});
