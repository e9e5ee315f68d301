/**
 * A code that people copy from paper: the last eight digits of a service's id in two halves, as in `42e4-82d9`. It is not
 * unique by itself, so that whoever leads by it must see that only one service of the centre ends so.
 */
export function shortCode(serviceId: string): string {
  const end = serviceId.slice(-8).toLowerCase();
  return `${end.slice(0, 4)}-${end.slice(4)}`;
}

/** The end of an id from a code as somebody typed it, or undefined when it is none. */
export function readShortCode(typed: string): string | undefined {
  // What looks alike on paper is taken for what the code can hold.
  const bare = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  return /^[0-9a-f]{8}$/.test(bare) ? bare : undefined;
}
