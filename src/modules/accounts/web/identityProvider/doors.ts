import { auditsNothing, centreDoor, NotFound, platformDoor, publicDoor, redirect } from '#platform/http/index.ts';
import { attempt, cookiesOf, pageAfterSignIn, recordSession } from '../../auth/callAuth.ts';
import { accountsOf, oidcProviderId, oidcReturnPath } from '../../auth/openAccounts.ts';
import { localPath } from '../../domain/localPath.ts';
import { texts } from '../../texts/texts.ts';

/** Sends the person to the identity provider; a link, because the security policy lets no form leave this site. */
export const startAtProvider = centreDoor({
  method: 'GET',
  path: '/logowanie/oidc',
  may: publicDoor('signs in'),
  audit: auditsNothing('no personal data'),
  limit: { attempts: 60, minutes: 15 },
  handle: async (c) => {
    const { auth, oidcLabel } = accountsOf(c.world);
    if (oidcLabel === null) throw new NotFound('identity provider');
    const back = localPath(c.query.get('powrot') ?? '', '');
    const after = c.at('/logowanie/przyjete') + (back ? `?powrot=${encodeURIComponent(back)}` : '');
    const failed = c.at('/logowanie/odrzucone');
    const begun = await attempt(() =>
      auth.api.signInSocial({
        body: { provider: oidcProviderId, callbackURL: after, newUserCallbackURL: after, errorCallbackURL: failed, disableRedirect: true },
        headers: c.request.headers,
        returnHeaders: true,
      }),
    );
    if (!begun.ok || !begun.value.response.url) return redirect(failed);
    return redirect(begun.value.response.url, undefined, cookiesOf(begun.value.headers));
  },
});

/** The one address registered at the identity provider. It belongs to no centre: the answer says where to go on. */
export const returnFromProvider = platformDoor({
  method: 'GET',
  path: oidcReturnPath,
  may: publicDoor('signs in'),
  audit: auditsNothing('the use case writes it'),
  limit: { attempts: 60, minutes: 15 },
  handle: async (c) => {
    const { auth, oidcLabel } = accountsOf(c.world);
    if (oidcLabel === null) throw new NotFound('identity provider');
    const answer = await auth.api.callbackOAuth({
      params: { id: oidcProviderId },
      query: Object.fromEntries(c.query),
      headers: c.request.headers,
      method: 'GET',
      asResponse: true,
    });
    const wanted = URL.parse(answer.headers.get('location') ?? '', c.world.publicUrl);
    const isOurs = wanted?.origin === new URL(c.world.publicUrl).origin;
    return redirect(isOurs ? wanted.pathname + wanted.search : '/', undefined, cookiesOf(answer.headers));
  },
});

export const acceptFromProvider = centreDoor({
  method: 'GET',
  path: '/logowanie/przyjete',
  may: publicDoor('signs in'),
  audit: auditsNothing('the use case writes it'),
  handle: async (c) => {
    if (c.actor.kind !== 'user') return redirect(c.at('/logowanie'));
    await recordSession(c.scope, c.requestId, { id: c.actor.userId, name: c.actor.name }, 'provider');
    return redirect(await pageAfterSignIn(c, c.actor.userId, localPath(c.query.get('powrot') ?? '', '')));
  },
});

export const refusedByProvider = centreDoor({
  method: 'GET',
  path: '/logowanie/odrzucone',
  may: publicDoor('signs in'),
  audit: auditsNothing('no personal data'),
  handle: (c) => redirect(c.at('/logowanie'), texts.in(c.lang)('signIn.providerFailed')),
});
