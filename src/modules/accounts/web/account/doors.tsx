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
import { attempt, cookiesOf } from '../../auth/callAuth.ts';
import { accountsOf } from '../../auth/openAccounts.ts';
import { passwordFault } from '../../domain/password.ts';
import { endSession, endSessions, listSessions } from '../../store/sessionStore.ts';
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
    if (!(await endSession(accountsOf(c.world), { userId: userOf(c), sessionId: c.params.sessionId }))) throw new NotFound('session');
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
    const { headers } = await accountsOf(c.world).auth.api.signOut({ headers: c.request.headers, returnHeaders: true });
    await endSessions(accountsOf(c.world), userOf(c));
    return redirect(c.at('/logowanie'), texts.in(c.lang)('account.endedAll'), cookiesOf(headers));
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
    const { auth, db } = accountsOf(c.world);
    const read = readForm(passwordForm, c.fields);
    if (!read.ok) return page(await draw(c, read.errors), 422);
    const user = await db.selectFrom('user').select(['name', 'email']).where('id', '=', userOf(c)).executeTakeFirstOrThrow();
    const fault = passwordFault(read.value.password, user);
    const errors: FieldError[] = fault
      ? [{ field: 'password', code: fault }]
      : read.value.password !== read.value.repeat
        ? [{ field: 'repeat', code: 'different' }]
        : [];
    if (errors.length > 0) return page(await draw(c, errors), 422);
    const done = await attempt(() =>
      auth.api.changePassword({
        body: { currentPassword: read.value.current, newPassword: read.value.password, revokeOtherSessions: false },
        headers: c.request.headers,
        returnHeaders: true,
      }),
    );
    if (!done.ok) return page(await draw(c, [{ field: 'current', code: 'wrong' }]), 422);
    // This session stays as it is, with its second factor; all others end.
    const current = await auth.api.getSession({ headers: c.request.headers });
    await endSessions(accountsOf(c.world), userOf(c), current?.session.token);
    return redirect(c.at('/konto'), texts.in(c.lang)('password.changed'));
  },
});
