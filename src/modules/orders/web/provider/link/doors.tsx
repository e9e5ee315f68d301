import {
  centreDoor,
  linkCookie,
  linkCookieValue,
  page,
  publicDoor,
  redirect,
  audits,
  auditsNothing,
  type CentreContext,
  type Reply,
} from '#platform/http/index.ts';
import { ProviderPage } from '#platform/html/index.ts';
import { Heading, Lead, Paragraph, Stack } from '#ui/index.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { findOwnLink, openLink, renewLink } from '../../../usecases/orderLinks.ts';
import { mayUseLink } from '../../../policy.ts';
import type { OrderPlace } from '../orderPlace.ts';
import { LinkOverPage } from './LinkOverPage.tsx';

const t = staffTexts.in('pl');
/** The cookie outlives its link, so that a late visitor is told what to do instead of being asked to sign in. */
const cookieDays = 60;

/** From the letter to the page of the order: the token leaves the address bar, the reader keeps a signed cookie. */
export const openByLink = centreDoor({
  method: 'GET',
  path: '/odpowiedz/:token',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  limit: { attempts: 60, minutes: 10 },
  async handle(c) {
    const state = await openLink(c.scope, c.params.token);
    if (state.kind === 'unknown') return page(<LinkOverPage c={c} isUnknown />, 404);
    if (state.kind === 'over') return page(<LinkOverPage c={c} />, 410);
    if (state.kind === 'renewable') return page(<LinkOverPage c={c} renewAt={c.at(`/odpowiedz/${c.params.token}/nowy-link`)} />, 410);
    const { row, link } = state;
    if (c.actor.kind === 'user' && c.actor.providerId === row.providerId) return redirect(c.at(`/wykonawca/zlecenia/${row.id}`));
    const seconds = cookieDays * 24 * 3600;
    c.setCookie(linkCookie, linkCookieValue(c.centre, row.id, link.id, c.now.add({ seconds })), { maxAgeSeconds: seconds });
    return redirect(c.at('/odpowiedz/zlecenie'));
  },
});

async function renew(c: CentreContext<object>, token: string | null): Promise<Reply> {
  if ((await renewLink(c.scope, token)) === 'unknown') return page(<LinkOverPage c={c} isUnknown />, 404);
  return redirect(c.at('/odpowiedz/nowy-link'));
}
export const renewByToken = centreDoor({
  method: 'POST',
  path: '/odpowiedz/:token/nowy-link',
  may: publicDoor('no personal data'),
  audit: audits('orders.link.renewed'),
  limit: { attempts: 30, minutes: 60 },
  handle: (c) => renew(c, c.params.token),
});
export const renewOwn = centreDoor({
  method: 'POST',
  path: '/odpowiedz/zlecenie/nowy-link',
  may: mayUseLink,
  audit: audits('orders.link.renewed'),
  limit: { attempts: 30, minutes: 60 },
  handle: (c) => renew(c, null),
});
export const linkRenewed = centreDoor({
  method: 'GET',
  path: '/odpowiedz/nowy-link',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: (c) =>
    page(
      <ProviderPage c={c} title={t('link.renewedTitle')} width="narrow">
        <Stack>
          <Heading level={1}>{t('link.renewedTitle')}</Heading>
          <Lead>{t('link.renewedText')}</Lead>
          <Paragraph>
            {t('link.contact', { contact: [c.centre.displayName, c.centre.phone, c.centre.email].filter(Boolean).join(', ') })}
          </Paragraph>
        </Stack>
      </ProviderPage>,
    ),
});

/** For doors behind a link: the page that tells why it no longer works, or undefined while it does. */
export async function findLinkOver(c: CentreContext<object>, place: OrderPlace): Promise<Reply | undefined> {
  if (place.kind === 'account') return undefined;
  const state = await findOwnLink(c.scope);
  if (state?.kind === 'open') return undefined;
  return page(<LinkOverPage c={c} renewAt={state?.kind === 'renewable' ? c.at('/odpowiedz/zlecenie/nowy-link') : undefined} />, 410);
}
