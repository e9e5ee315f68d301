import { z } from 'zod';
import { auditsNothing, centreDoor, page, publicDoor, readForm, redirect } from '#platform/http/index.ts';
import { attempt, cookiesOf, pageAfterSignIn, recordSession } from '../../auth/callAuth.ts';
import { accountsOf, withScope } from '../../auth/openAccounts.ts';
import { localPath } from '../../domain/localPath.ts';
import { email, linkCode } from '../fields.ts';
import { EnterByLinkPage, LinkDeadPage, LinkRequestPage, LinkSentPage } from './pages.tsx';

export const showLinkRequest = centreDoor({
  method: 'GET',
  path: '/logowanie/link',
  may: publicDoor('signs in'),
  audit: auditsNothing('no personal data'),
  handle: (c) => page(<LinkRequestPage c={c} back={localPath(c.query.get('powrot') ?? '', '')} />),
});

const requestForm = z.object({ email: email() });
export const requestLink = centreDoor({
  method: 'POST',
  path: '/logowanie/link',
  may: publicDoor('signs in'),
  audit: auditsNothing('the use case writes it'),
  repeatable: 'a second link does no harm',
  limit: { attempts: 10, minutes: 15 },
  handle: async (c) => {
    const back = localPath(c.fields.get('powrot'), '');
    const read = readForm(requestForm, c.fields);
    if (!read.ok) return page(<LinkRequestPage c={c} back={back} email={c.fields.get('email')} errors={read.errors} />, 422);
    const { auth, db } = accountsOf(c.world);
    const known = await db.selectFrom('user').select('id').where('email', '=', read.value.email).executeTakeFirst();
    // Letters go only to people who have an account; the page is the same for everybody.
    if (known) {
      await withScope(c.scope, () =>
        auth.api.signInMagicLink({ body: { email: read.value.email, metadata: { back } }, headers: c.request.headers }),
      );
      await c.scope.audit('accounts.link.sent', { detail: { userId: known.id } });
    }
    return page(<LinkSentPage c={c} email={read.value.email} />);
  },
});

// A letter's link opens a page with a button, because mail programs open links by themselves to look at them.
export const showEnterByLink = centreDoor({
  method: 'GET',
  path: '/logowanie/wejscie',
  may: publicDoor('signs in'),
  audit: auditsNothing('no personal data'),
  handle: (c) => {
    const code = linkCode().safeParse(c.query.get('kod') ?? '');
    return code.success
      ? page(<EnterByLinkPage c={c} code={code.data} back={localPath(c.query.get('powrot') ?? '', '')} />)
      : page(<LinkDeadPage c={c} />, 410);
  },
});

const enterForm = z.object({ kod: linkCode() });
export const enterByLink = centreDoor({
  method: 'POST',
  path: '/logowanie/wejscie',
  may: publicDoor('signs in'),
  audit: auditsNothing('the use case writes it'),
  repeatable: 'the code works once',
  limit: { attempts: 30, minutes: 15 },
  handle: async (c) => {
    const read = readForm(enterForm, c.fields);
    const { auth } = accountsOf(c.world);
    const entered = read.ok
      ? await attempt(() => auth.api.magicLinkVerify({ query: { token: read.value.kod }, headers: c.request.headers, returnHeaders: true }))
      : undefined;
    if (!entered?.ok) return page(<LinkDeadPage c={c} />, 410);
    const { headers, response } = entered.value;
    await recordSession(c.scope, c.requestId, response.user, 'link');
    return redirect(await pageAfterSignIn(c, response.user.id, localPath(c.fields.get('powrot'), '')), undefined, cookiesOf(headers));
  },
});
