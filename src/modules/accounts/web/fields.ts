import { z } from 'zod';

/** An e-mail address as it is kept: trimmed, in small letters. */
export const email = () => z.string().trim().min(1, 'required').toLowerCase().max(254, 'not-an-email').pipe(z.email('not-an-email'));
/** A password as typed: spaces at its ends belong to it. The bound keeps hashing cheap, it is no rule for passwords. */
export const password = () => z.string().min(1, 'required').max(500, 'too-long');
/** A code from a letter's link. */
export const linkCode = () =>
  z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{10,100}$/, 'wrong');
