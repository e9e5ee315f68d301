import { ok, refuse, type Result } from '#shared/result.ts';

export type TextRefusal = 'empty' | 'too-long';

/** Characters that change the order of what is read, or carry no meaning in typed text. Joiners of emoji stay. */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u061c\u200b\u2060\ufeff\u00ad\ufff9-\ufffb]/gu;
/** Control characters except line feed and tab, and code points that Unicode will never assign. */
const CONTROLS = /[\p{Cc}\ufdd0-\ufdef\ufffe\uffff]/gu;
/** More marks on one letter than any language needs: they pile up over the neighbouring lines. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * Text of several lines, cleaned of what nobody typed on purpose: composed form (NFC), `\n` line ends, no control or
 * direction-changing characters, no trailing spaces, at most one empty line in a row. Emoji and all scripts stay.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(CONTROLS, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replace(INVISIBLE, '')
    .replace(PILED_MARKS, '$1')
    .replace(/[^\S\n]+\n/gu, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
}

/** As cleanText, on one line: any run of white space becomes one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}

const GRAPHEMES = new Intl.Segmenter('pl', { granularity: 'grapheme' });

/** Length as a person counts it: one family emoji or one letter with its marks is 1. */
export function lengthInGraphemes(text: string): number {
  let count = 0;
  for (const _ of GRAPHEMES.segment(text)) count += 1;
  return count;
}

/**
 * Reads a typed text: cleaned, not empty unless `optional`, at most `max` graphemes. `oneLine` also joins the lines.
 */
export function parseText(
  text: string,
  rules: { readonly max: number; readonly oneLine?: boolean; readonly optional?: boolean },
): Result<string, TextRefusal> {
  const clean = rules.oneLine === true ? cleanLine(text) : cleanText(text);
  if (clean === '' && rules.optional !== true) return refuse('empty');
  // The number of UTF-16 units is never below that of graphemes, so short texts need no segmentation.
  if (clean.length > rules.max && lengthInGraphemes(clean) > rules.max) return refuse('too-long');
  return ok(clean);
}
