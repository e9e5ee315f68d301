import { z } from 'zod';
import { auditsNothing, centreDoor, page, publicDoor, readForm, redirect, tracedPage, type FieldError } from '#platform/http/index.ts';
import { pageAfterSignIn, recordSession } from '../../auth/callAuth.ts';
import { accountsOf } from '../../auth/openAccounts.ts';
import { localPath } from '../../domain/localPath.ts';
import { signInWithPassword } from '../../usecases/signInWithPassword.ts';
import { email, password } from '../fields.ts';
import { SignInPage } from './SignInPage.tsx';

const form = z.object({ email: email(), password: password() });

export const showSignIn = centreDoor({
  method: 'GET',
  path: '/logowanie',
  may: publicDoor('signs in'),
  audit: auditsNothing('no personal data'),
  handle: (c) => {
    const back = localPath(c.query.get('powrot') ?? '', '');
    if (c.actor.kind === 'user' && back === '') return redirect(c.at('/konto'));
    return page(<SignInPage c={c} back={back} oidcLabel={accountsOf(c.world).oidcLabel} />);
  },
});

export const signIn = centreDoor({
  method: 'POST',
  path: '/logowanie',
  may: publicDoor('signs in'),
  audit: auditsNothing('the use case writes it'),
  repeatable: 'a second session of the same person does no harm',
  limit: { attempts: 60, minutes: 15 },
  handle: async (c) => {
    const accounts = accountsOf(c.world);
    const back = localPath(c.fields.get('powrot'), '');
    const again = (errors: readonly FieldError[]) => (
      <SignInPage c={c} back={back} oidcLabel={accounts.oidcLabel} email={c.fields.get('email')} errors={errors} />
    );
    const read = readForm(form, c.fields);
    if (!read.ok) return page(again(read.errors), 422);
    const outcome = await signInWithPassword(c.scope, c.request, read.value);
    switch (outcome.kind) {
      case 'locked': {
        const { minutes } = outcome;
        return page(again([{ field: 'email', code: 'locked', values: { minutes } }]), 429, { 'retry-after': String(minutes * 60) });
      }
      case 'refused':
        return tracedPage(again([{ field: 'email', code: 'no-match' }]), 422);
      case 'needs-code':
        return redirect(c.at('/logowanie/drugi-krok') + (back ? `?powrot=${encodeURIComponent(back)}` : ''), undefined, outcome.cookies);
      case 'signed-in':
        await recordSession(c.scope, c.requestId, outcome.user, 'password');
        return redirect(await pageAfterSignIn(c, outcome.user.id, back), undefined, outcome.cookies);
    }
  },
});
