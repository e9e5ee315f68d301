import { z } from 'zod';
import { signedInMay } from '#shared/policy.ts';
import {
  auditsNothing,
  BadRequest,
  centreDoor,
  page,
  publicDoor,
  readForm,
  redirect,
  tracedPage,
  type CentreContext,
  type FieldError,
} from '#platform/http/index.ts';
import { attempt, pageAfterSignIn, recordSession } from '../../auth/callAuth.ts';
import { accountsOf } from '../../auth/openAccounts.ts';
import { localPath } from '../../domain/localPath.ts';
import { giveCode, turnCodesOn } from '../../usecases/giveCode.ts';
import { texts } from '../../texts/texts.ts';
import { OneTimeCodePage } from './OneTimeCodePage.tsx';
import { EnrolPage } from './EnrolPage.tsx';

export const showOneTimeCode = centreDoor({
  method: 'GET',
  path: '/logowanie/drugi-krok',
  may: publicDoor('signs in'),
  audit: auditsNothing('no personal data'),
  handle: async (c) => {
    const back = localPath(c.query.get('powrot') ?? '', '');
    // Whoever came in by a link or from another provider and has no codes yet sets them up first.
    if (c.actor.kind === 'user' && !(await hasCodes(c, c.actor.userId)))
      return redirect(c.at('/konto/kody') + (back ? `?powrot=${encodeURIComponent(back)}` : ''));
    return page(<OneTimeCodePage c={c} back={back} />);
  },
});

const codeForm = z.object({
  code: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().min(1, 'required').max(20, 'wrong')),
});
export const giveOneTimeCode = centreDoor({
  method: 'POST',
  path: '/logowanie/drugi-krok',
  may: publicDoor('signs in'),
  audit: auditsNothing('the use case writes it'),
  repeatable: 'a code opens one session',
  limit: { attempts: 40, minutes: 15 },
  handle: async (c) => {
    const back = localPath(c.fields.get('powrot'), '');
    const again = (errors: readonly FieldError[]) => <OneTimeCodePage c={c} back={back} errors={errors} />;
    const read = readForm(codeForm, c.fields);
    if (!read.ok) return page(again(read.errors), 422);
    const outcome = await giveCode(c.scope, c.request, read.value.code);
    switch (outcome.kind) {
      case 'locked':
        return tracedPage(again([{ field: 'code', code: 'locked', values: { minutes: outcome.minutes } }]), 429);
      case 'refused':
        return tracedPage(again([{ field: 'code', code: 'no-match' }]), 422);
      case 'expired':
        return redirect(c.at('/logowanie'), texts.in(c.lang)('code.expired'));
      case 'accepted':
        await recordSession(c.scope, c.requestId, outcome.user, 'code');
        return redirect(await pageAfterSignIn(c, outcome.user.id, back), undefined, outcome.cookies);
    }
  },
});

async function hasCodes(c: CentreContext, userId: string): Promise<boolean> {
  const row = await accountsOf(c.world).db.selectFrom('user').select('twoFactorEnabled').where('id', '=', userId).executeTakeFirst();
  return row?.twoFactorEnabled === true;
}

export const showEnrol = centreDoor({
  method: 'GET',
  path: '/konto/kody',
  may: signedInMay('accounts.codes.manage'),
  audit: auditsNothing('no personal data'),
  handle: async (c) => {
    if (c.actor.kind === 'user' && (await hasCodes(c, c.actor.userId))) return redirect(c.at('/konto'), texts.in(c.lang)('enrol.already'));
    return page(<EnrolPage c={c} back={localPath(c.query.get('powrot') ?? '', '')} setup={null} />);
  },
});

export const beginEnrol = centreDoor({
  method: 'POST',
  path: '/konto/kody/klucz',
  may: signedInMay('accounts.codes.manage'),
  audit: auditsNothing('the use case writes it'),
  repeatable: 'a new key takes the place of one that was never confirmed',
  limit: { attempts: 20, minutes: 15 },
  handle: async (c) => {
    const accounts = accountsOf(c.world);
    const back = localPath(c.fields.get('powrot'), '');
    const typed = c.fields.get('password');
    const begun = await attempt(() =>
      accounts.auth.api.enableTwoFactor({ body: { method: 'totp', ...(typed && { password: typed }) }, headers: c.request.headers }),
    );
    if (!begun.ok) return page(<EnrolPage c={c} back={back} setup={null} errors={[{ field: 'password', code: 'wrong' }]} />, 422);
    if (begun.value.method !== 'totp') throw new Error('one-time codes by an app were asked for');
    return page(<EnrolPage c={c} back={back} setup={{ uri: begun.value.totpURI, backupCodes: begun.value.backupCodes }} />);
  },
});

export const finishEnrol = centreDoor({
  method: 'POST',
  path: '/konto/kody',
  may: signedInMay('accounts.codes.manage'),
  audit: auditsNothing('the use case writes it'),
  repeatable: 'codes that are on stay on',
  limit: { attempts: 20, minutes: 15 },
  handle: async (c) => {
    const back = localPath(c.fields.get('powrot'), '');
    // Shown once more when the code is wrong; the key itself is read from our own table.
    const setup = { uri: c.fields.get('uri'), backupCodes: c.fields.all('backup').slice(0, 20) };
    if (!/^otpauth:\/\/totp\/[\x21-\x7e]{1,400}$/.test(setup.uri)) throw new BadRequest('one-time code setup');
    const again = (errors: readonly FieldError[]) => page(<EnrolPage c={c} back={back} setup={setup} errors={errors} />, 422);
    const read = readForm(codeForm, c.fields);
    if (!read.ok) return again(read.errors);
    const done = await turnCodesOn(c.scope, c.request, read.value.code);
    if (!done) return again([{ field: 'code', code: 'no-match' }]);
    return redirect(back || c.at('/konto'), texts.in(c.lang)('enrol.on'), done.cookies);
  },
});
