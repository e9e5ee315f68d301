import { ok, refuse, type Result } from '#shared/result.ts';

declare const phoneBrand: unique symbol;
/** A telephone number in international writing without spaces: `+48600100200`. */
export type Phone = string & { readonly [phoneBrand]: true };

export type PhoneRefusal = 'empty' | 'not-digits' | 'too-short' | 'too-long' | 'wrong-prefix';

/** First two digits of Polish mobile numbers. */
const MOBILE = /^(45|50|51|53|57|60|66|69|72|73|78|79|88)/;

/**
 * Reads a Polish number with or without `+48`, `0048` or the old leading zero, and foreign numbers that start with `+` or `00`.
 * Spaces, dashes, dots, slashes and brackets do not matter.
 */
export function parsePhone(text: string): Result<Phone, PhoneRefusal> {
  const bare = text
    .normalize('NFKC')
    .replace(/^\s*(tel|telefon)\.?:?/iu, '')
    .replace(/[\s\p{Pd}./()\u200b]/gu, '')
    .replace(/^00/, '+');
  if (bare === '') return refuse('empty');
  if (!/^\+?[0-9]+$/.test(bare)) return refuse('not-digits');
  if (bare.startsWith('+') && !bare.startsWith('+48')) return foreign(bare);
  return polish(nationalPart(bare));
}

/** Words that stand beside a number: `tel.`, an extension, "or". */
const besideNumbers = /(?:tel(?:efon)?\.?:?|(?:wewn?|w)\.?\s*\d{1,6})/giu;
/** Numbers that are dialled as they are: 112, 997, 19115, 116 111. */
const SHORT = /^(?:\d{3}|19\d{3}|116\d{3})$/;

/**
 * Whether somebody can call what was typed where residents read it: one number or several (`52 123 45 67 lub 600 100 200`),
 * with or without an extension, also a short one such as 112.
 */
export function isPublicNumber(text: string): boolean {
  const bare = text.replace(besideNumbers, ' ').trim();
  const isNumber = (each: string) => parsePhone(each).ok || SHORT.test(each.replace(/[\s.-]/g, ''));
  if (isNumber(bare)) return true;
  const several = bare.split(/[,;/]|\s(?:lub|albo|oraz|i)\s/iu).filter((each) => each.trim() !== '');
  return several.length > 1 && several.every(isNumber);
}

/**
 * A public number cut into what can be called and the words beside it, as it is read: `52 123 45 67 lub 600 100 200` is a number,
 * a word and a number. `dial` is what a telephone is given; an extension is not dialled with it.
 */
export function partsOfNumber(text: string): readonly { readonly text: string; readonly dial?: string }[] {
  const whole = dialled(text);
  if (whole !== undefined) return [{ text, dial: whole }];
  const parts = text.split(/(\s*[,;/]\s*|\s(?:lub|albo|oraz|i)\s)/iu).map((part) => {
    const dial = dialled(part);
    return dial === undefined ? { text: part } : { text: part, dial };
  });
  if (parts.some(({ dial }) => dial !== undefined)) return parts;
  // Nothing that we know as a number: whoever wrote it may still mean one.
  const digits = text.replace(/[^+\d]/g, '');
  return [digits.length < 3 ? { text } : { text, dial: digits }];
}
function dialled(text: string): string | undefined {
  const bare = text.replace(besideNumbers, ' ').trim();
  const parsed = parsePhone(bare);
  if (parsed.ok) return parsed.value;
  const short = bare.replace(/[\s.-]/g, '');
  return SHORT.test(short) ? short : undefined;
}

/** For reading: `600 100 200`, `52 123 45 67`; foreign numbers keep the country code. */
export function formatPhone(phone: Phone): string {
  if (!phone.startsWith('+48')) return phone;
  const national = phone.slice(3);
  return MOBILE.test(national)
    ? national.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3')
    : national.replace(/^(\d{2})(\d{3})(\d{2})(\d{2})$/, '$1\u00a0$2\u00a0$3\u00a0$4');
}

/** A number that can receive a text message: a Polish mobile one. */
export function isMobile(phone: Phone): boolean {
  return phone.startsWith('+48') && MOBILE.test(phone.slice(3));
}

function nationalPart(bare: string): string {
  if (bare.startsWith('+48')) return bare.slice(3);
  if (bare.length === 11 && bare.startsWith('48')) return bare.slice(2);
  if (bare.length === 10 && bare.startsWith('0')) return bare.slice(1);
  return bare;
}

function polish(national: string): Result<Phone, PhoneRefusal> {
  if (national.length < 9) return refuse('too-short');
  if (national.length > 9) return refuse('too-long');
  if (national.startsWith('0')) return refuse('wrong-prefix');
  return ok(`+48${national}` as Phone);
}

function foreign(bare: string): Result<Phone, PhoneRefusal> {
  const length = bare.length - 1;
  if (bare.startsWith('+0')) return refuse('wrong-prefix');
  // ITU-T E.164 allows at most fifteen digits; shorter than eight is no full number anywhere.
  if (length < 8) return refuse('too-short');
  if (length > 15) return refuse('too-long');
  return ok(bare as Phone);
}
