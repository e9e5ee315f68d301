import { createHash, randomBytes } from 'node:crypto';
import { toIsoInstant } from '#shared/isoTime.ts';
import { startOfDayInWarsaw } from '#shared/polishDate.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getProvider, listProviders, type Provider } from '#modules/catalogue/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { isOrderAccepted } from '../domain/orderStates.ts';
import { isInProvidersSight } from '../domain/sight.ts';
import { endLinks, findLink, findLinkByHash, insertLink, type OrderLink } from '../store/linkStore.ts';
import { findOrderRow, setProviderEmail, type OrderRow } from '../store/orderStore.ts';
import { mailLink } from './letters.ts';
import { getVisibleRow } from './orderFile.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/**
 * Makes a link to one order and mails it to the provider. 192 random bits; only their hash is kept. A link to a requested
 * order lives to the end of the last day for an answer; a later one as many days as the law gives for an answer.
 * Returns the address, or undefined when the provider has no e-mail.
 */
export async function sendLink(scope: CentreScope, row: OrderRow, kind: 'request' | 'reminder' | 'renewal'): Promise<string | undefined> {
  if (!row.content.providerEmail) return undefined;
  const token = randomBytes(24).toString('base64url');
  const expiresAt =
    row.status === 'requested'
      ? startOfDayInWarsaw(row.answerDueOn.add({ days: 1 }))
      : startOfDayInWarsaw(scope.today.add({ days: (await lawOn(scope, scope.today)).values.referralLinkDays + 1 }));
  await insertLink(scope.tx, { id: newId(), orderId: row.id, tokenHash: hashOf(token), createdAt: scope.now, expiresAt });
  const address = `${scope.world.publicUrl}/${scope.centre.slug}/odpowiedz/${token}`;
  await mailLink(scope, row, kind, address);
  return address;
}

/** Sends the provider a new link at the organiser's wish. @throws NotFound */
export async function resendLink(scope: CentreScope, orderId: string): Promise<Result<string, 'no-email' | 'order-over'>> {
  const row = await getVisibleRow(scope, orderId);
  if (!row.isOpen) return refuse('order-over');
  const sent = await sendLink(scope, row, row.status === 'requested' ? 'request' : 'renewal');
  return sent ? ok(sent) : refuse('no-email');
}

/**
 * Sends the answering link to an address that was not known when the order was placed, or was wrong. Links sent before end.
 * @throws NotFound
 */
export async function setAddress(
  scope: CentreScope,
  orderId: string,
  address: string,
): Promise<Result<string, 'email-of-other-provider' | 'no-email' | 'order-over'>> {
  const row = await getVisibleRow(scope, orderId);
  if (await isOfAnother(scope, await getProvider(scope, row.providerId), address)) return refuse('email-of-other-provider');
  if (!row.isOpen) return refuse('order-over');
  await endLinks(scope.tx, orderId, scope.now);
  await setProviderEmail(scope.tx, orderId, address);
  return resendLink(scope, orderId);
}

/** True when an address is not the provider's own, but is that of another one in the register. */
export async function isOfAnother(scope: CentreScope, { id, email }: Provider, typed: string | null): Promise<boolean> {
  const same = (a: string | null, b: string) => a?.toLowerCase() === b.toLowerCase();
  if (typed === null || same(email, typed)) return false;
  return (await listProviders(scope)).some((other) => other.id !== id && same(other.email, typed));
}

/** What a link leads to: an order to work on, or why it no longer does. */
export type LinkState =
  | { readonly kind: 'open'; readonly link: OrderLink; readonly row: OrderRow }
  /** Too old, but the order still runs: a new link may be asked for. */
  | { readonly kind: 'renewable'; readonly row: OrderRow }
  /** The order was rejected, taken back or ended, or its answering time is over. */
  | { readonly kind: 'over' }
  /** There was never such a link: it was copied in part, or mistyped. */
  | { readonly kind: 'unknown' };

export async function openLink(scope: CentreScope, token: string): Promise<LinkState> {
  const link = await findLinkByHash(scope.tx, hashOf(token));
  if (!link) return { kind: 'unknown' };
  return stateOf(scope, link);
}

/** The link in the hand of the actor, or undefined when they carry none. */
export async function findOwnLink(scope: CentreScope): Promise<LinkState | undefined> {
  if (scope.actor.kind !== 'orderLink') return undefined;
  const link = await findLink(scope.tx, scope.actor.linkId);
  return link && link.orderId === scope.actor.orderId ? stateOf(scope, link) : undefined;
}

async function stateOf(scope: CentreScope, link: OrderLink): Promise<LinkState> {
  const row = await findOrderRow(scope.tx, link.orderId);
  if (!row) throw new NotFound('order');
  const now = toIsoInstant(scope.now);
  if (!isInProvidersSight({ status: row.status, changedAt: toIsoInstant(row.changedAt) }, now)) return { kind: 'over' };
  if (Temporal.Instant.compare(link.expiresAt, scope.now) > 0) return { kind: 'open', link, row };
  return row.status === 'requested' ? { kind: 'over' } : { kind: 'renewable', row };
}

/**
 * Mails a new link to the address the order was sent to, when the order still runs. Whoever holds an old link can ask
 * for no more than that.
 */
export async function renewLink(scope: CentreScope, token: string | null): Promise<'done' | 'unknown'> {
  const state = token === null ? await findOwnLink(scope) : await openLink(scope, token);
  if (state?.kind === 'unknown') return 'unknown';
  if (!state || state.kind === 'over') return 'done';
  if (isOrderAccepted(state.row.status) || state.row.status === 'completed') await sendLink(scope, state.row, 'renewal');
  return 'done';
}
