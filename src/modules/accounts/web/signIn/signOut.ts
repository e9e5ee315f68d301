import { signedInMay } from '#shared/policy.ts';
import { audits, centreDoor, redirect } from '#platform/http/index.ts';
import { cookiesOf } from '../../auth/callAuth.ts';
import { accountsOf } from '../../auth/openAccounts.ts';
import { texts } from '../../texts/texts.ts';

export const signOut = centreDoor({
  method: 'POST',
  path: '/wyloguj',
  may: signedInMay('accounts.session.end'),
  audit: audits('accounts.session.ended'),
  repeatable: 'who is signed out stays signed out',
  handle: async (c) => {
    const { headers } = await accountsOf(c.world).auth.api.signOut({ headers: c.request.headers, returnHeaders: true });
    return redirect(c.at('/'), texts.in(c.lang)('account.signedOut'), cookiesOf(headers));
  },
});
