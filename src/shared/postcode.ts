import { ok, refuse, type Result } from '#shared/result.ts';

declare const postcodeBrand: unique symbol;
/** A Polish postal code, written `86-050`. */
export type Postcode = string & { readonly [postcodeBrand]: true };

export type PostcodeRefusal = 'empty' | 'unreadable';

/** Reads `86-050`, `86050`, `86 050`. Whether the code is in use, only the post office knows. */
export function parsePostcode(text: string): Result<Postcode, PostcodeRefusal> {
  const bare = text.normalize('NFKC').replace(/\s/gu, '');
  if (bare === '') return refuse('empty');
  const match = /^([0-9]{2})\p{Pd}?([0-9]{3})$/u.exec(bare);
  return match ? ok(`${match[1]}-${match[2]}` as Postcode) : refuse('unreadable');
}
