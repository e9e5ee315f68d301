import type { FieldError } from '#platform/http/index.ts';
import { inWords } from '#platform/html/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import { isDeskMistakeKey, isMistakeKey, requestStaffTexts, requestTexts } from '../../texts/index.ts';

/** A mistake ready to be shown. */
export interface Mistake {
  readonly field: string;
  readonly message: string;
}

/** Mistakes of the forms of requests in words: what to do, rather than "fill this in". */
export function mistakesInWords(lang: Language, errors: readonly FieldError[]): Mistake[] {
  const t = requestTexts.in(lang);
  return inWords(lang, errors, (field, code) => {
    const key = `${field}-${code}`;
    return isMistakeKey(key) ? t(`error.${key}`) : undefined;
  });
}

/** The same on a form that staff fill in: it speaks of the person who asks, not to them. */
export function deskMistakesInWords(errors: readonly FieldError[]): Mistake[] {
  const t = requestStaffTexts.in('pl');
  const usual = requestTexts.in('pl');
  return inWords('pl', errors, (field, code) => {
    const key = `${field}-${code}`;
    if (isDeskMistakeKey(key)) return t(`error.${key}`);
    return isMistakeKey(key) ? usual(`error.${key}`) : undefined;
  });
}
