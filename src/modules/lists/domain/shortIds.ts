/** Length of an id in short form: 16 bytes in base64url. */
export const SHORT_LENGTH = 22;

/** An id (UUID) in its short form, for addresses that people send to one another. */
export const shortId = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

/** The id of a short form, or undefined when no id has that form. */
export function longId(short: string): string | undefined {
  if (!/^[\w-]{22}$/.test(short)) return undefined;
  const hex = Buffer.from(short, 'base64url').toString('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  // The last letter has bits to spare; each id has one short form only.
  return shortId(id) === short ? id : undefined;
}

/** Ids one after another in short form, as the address of a shared list holds them. */
export const joinedIds = (ids: readonly string[]): string => ids.map(shortId).join('');

/** The ids of {@link joinedIds}, each once, or undefined when the text is no list of 1 to `most` ids. */
export function splitIds(text: string, most: number): string[] | undefined {
  const count = text.length / SHORT_LENGTH;
  if (!Number.isInteger(count) || count < 1 || count > most) return undefined;
  const ids = Array.from({ length: count }, (_, index) => longId(text.slice(index * SHORT_LENGTH, (index + 1) * SHORT_LENGTH)));
  const known = ids.filter((id) => id !== undefined);
  return known.length === count ? [...new Set(known)] : undefined;
}
