import { z } from 'zod';
import { auditsNothing, centreDoor, page, publicDoor, readForm, redirect, type FieldError } from '#platform/http/index.ts';
import { accountsOf, withScope } from '../../auth/openAccounts.ts';
import { texts } from '../../texts/texts.ts';
import { findOwnerOfCode } from '../../usecases/findOwnerOfCode.ts';
import { setPasswordByCode } from '../../usecases/passwords.ts';
import { email, linkCode, password } from '../fields.ts';
import { LinkSentPage } from '../signInLink/pages.tsx';
import { PasswordLinkDeadPage, PasswordRequestPage, SetPasswordPage } from './pages.tsx';

export const showPasswordRequest = centreDoor({
  method: 'GET',
  path: '/logowanie/nowe-haslo',
  may: publicDoor('signs in'),
  audit: auditsNothing('no personal data'),
  handle: (c) => page(<PasswordRequestPage c={c} />),
});

const requestForm = z.object({ email: email() });
export const requestPassword = centreDoor({
  method: 'POST',
  path: '/logowanie/nowe-haslo',
  may: publicDoor('signs in'),
  audit: auditsNothing('the use case writes it'),
  repeatable: 'a second letter does no harm',
  limit: { attempts: 10, minutes: 15 },
  handle: async (c) => {
    const read = readForm(requestForm, c.fields);
    if (!read.ok) return page(<PasswordRequestPage c={c} email={c.fields.get('email')} errors={read.errors} />, 422);
    await withScope(c.scope, () => accountsOf(c.world).auth.api.requestPasswordReset({ body: read.value, headers: c.request.headers }));
    await c.scope.audit('accounts.password.asked', {});
    return page(<LinkSentPage c={c} email={read.value.email} />);
  },
});

export const showSetPassword = centreDoor({
  method: 'GET',
  path: '/logowanie/ustaw-haslo',
  may: publicDoor('signs in'),
  audit: auditsNothing('no personal data'),
  handle: async (c) => {
    const code = linkCode().safeParse(c.query.get('kod') ?? '');
    const owner = code.success ? await findOwnerOfCode(c.world, code.data) : undefined;
    return owner && code.success ? page(<SetPasswordPage c={c} code={code.data} />) : page(<PasswordLinkDeadPage c={c} />, 410);
  },
});

const setForm = z.object({ kod: linkCode(), password: password(), repeat: password() });
export const setPassword = centreDoor({
  method: 'POST',
  path: '/logowanie/ustaw-haslo',
  may: publicDoor('signs in'),
  audit: auditsNothing('the use case writes it'),
  repeatable: 'the code works once',
  limit: { attempts: 30, minutes: 15 },
  handle: async (c) => {
    const code = linkCode().safeParse(c.fields.get('kod'));
    const owner = code.success ? await findOwnerOfCode(c.world, code.data) : undefined;
    if (!owner || !code.success) return page(<PasswordLinkDeadPage c={c} />, 410);
    const again = (errors: readonly FieldError[]) => page(<SetPasswordPage c={c} code={code.data} errors={errors} />, 422);
    const read = readForm(setForm, c.fields);
    if (!read.ok) return again(read.errors);
    const { password: chosen, repeat } = read.value;
    const done = await setPasswordByCode(c.scope, { code: code.data, password: chosen, repeat });
    if (!done.ok && done.refusal === 'dead-link') return page(<PasswordLinkDeadPage c={c} />, 410);
    if (!done.ok) return again([{ field: done.refusal === 'different' ? 'repeat' : 'password', code: done.refusal }]);
    return redirect(c.at('/logowanie'), texts.in(c.lang)('password.done'));
  },
});
