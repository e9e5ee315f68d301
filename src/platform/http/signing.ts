import { createHmac, timingSafeEqual } from 'node:crypto';

const separator = '.';
function signature(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');
}
/** A text that only this installation can have made, for a cookie or a link of one purpose. */
export function sign(secret: string, purpose: string, text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url') + separator + signature(secret, purpose, text);
}
/** The text back, or undefined when it was tampered with or made for another purpose. */
export function unsign(secret: string, purpose: string, signed: string): string | undefined {
  const [encoded, given] = signed.split(separator);
  if (!encoded || !given) return undefined;
  const text = Buffer.from(encoded, 'base64url').toString('utf8');
  const expected = Buffer.from(signature(secret, purpose, text));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? text : undefined;
}
