import { createHmac, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { actorKey, type Actor } from '#shared/actor.ts';

/**
 * The key of one sending, written into the form when its page is drawn. Where somebody is known the key is bound to them (a UUID of
 * version 8 whose last 48 bits are a signature), so that a form left open in one tab is not sent into the case, or under the name,
 * that was opened in another tab since. Programs choose keys of their own, of any other version.
 */
export function makeSubmissionKey(secret: string, actor: Actor): string {
  if (actor.kind === 'anonymous') return uuidv7();
  const bytes = randomBytes(10);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const head = bytes.toString('hex');
  return `${head.slice(0, 8)}-${head.slice(8, 12)}-${head.slice(12, 16)}-${head.slice(16)}-${boundTo(secret, head, actor)}`;
}

/** False when the form with this key was drawn for somebody else. */
export function isKeyOf(secret: string, key: string, actor: Actor): boolean {
  const digits = key.toLowerCase().replaceAll('-', '');
  return digits[12] !== '8' || digits.slice(20) === boundTo(secret, digits.slice(0, 20), actor);
}

function boundTo(secret: string, head: string, actor: Actor): string {
  // A renewed link leads to the same order, and what was begun by the old one is still good.
  const holder = actor.kind === 'orderLink' ? `order:${actor.orderId}` : actorKey(actor);
  return createHmac('sha256', secret).update(`submission\n${head}\n${holder}`).digest('hex').slice(0, 12);
}
