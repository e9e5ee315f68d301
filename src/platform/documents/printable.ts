/** Longest run without a space that is left whole; anything longer could leave the page. */
const LONGEST_UNBROKEN = 30;
const PIECE = 10;
const ZERO_WIDTH_SPACE = '\u200b';

/** Characters that change the direction of the text after them: a name must not be able to reverse a letter. */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/gu;
/** Control characters other than the line feed, and the invisible characters that no document needs. */
const CONTROLS = /[[\p{Cc}\ufeff\ufff0-\uffff]--\n]/gv;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/gu;

/** Signs without a drawing: soft hyphen, joiners, variation selectors and flag tags shape their neighbours and stay … */
const SHAPING: readonly (readonly [first: number, last: number])[] = [
  [0xad, 0xad],
  [0x200b, 0x200d],
  [0x2060, 0x2060],
  [0xfe00, 0xfe0f],
  [0xe0020, 0xe007f],
];
/** … and the others go: newer ones are unknown to the text shaper, which then looks for a glyph in vain. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

const graphemes = new Intl.Segmenter('pl', { granularity: 'grapheme' });

/** Stands for a letter that no font can draw. */
const REPLACEMENT = '□';

/**
 * Makes one text safe to print. Line ends become "\n"; control characters, invisible signs and direction overrides go;
 * letters without a glyph (outside `drawable`, a set of code points) become a replacement sign; words too long for a
 * line get places to break. The text stays plain text: nothing reads it as markup.
 */
export function printableText(text: string, drawable: ReadonlySet<number>): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, (character) => (character === '\ufffd' ? REPLACEMENT : ''))
    .replace(DIRECTION_OVERRIDES, '')
    .replace(/\n{3,}/gu, '\n\n');
  return breakLongWords(replaceUndrawable(plain, drawable));
}

/** Applies {@link printableText} to every string inside JSON-like data; keys and other values stay as they are. */
export function printableData(value: unknown, drawable: ReadonlySet<number>): unknown {
  if (typeof value === 'string') return printableText(value, drawable);
  if (Array.isArray(value)) return value.map((item) => printableData(item, drawable));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableData(item, drawable)]));
  }
  return value;
}

function replaceUndrawable(text: string, drawable: ReadonlySet<number>): string {
  let result = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || SHAPING.some(([first, last]) => first <= codePoint && codePoint <= last)) result += character;
    else if (!INVISIBLE.test(character)) result += drawable.has(codePoint) ? character : REPLACEMENT;
  }
  return result;
}

function breakLongWords(text: string): string {
  return text.replace(/\S+/gu, (word) => {
    if (word.length <= LONGEST_UNBROKEN) return word;
    const pieces: string[] = [];
    let count = 0;
    for (const { segment } of graphemes.segment(word)) {
      // A mark piled on a letter a thousand times is no longer a letter; the first few are kept.
      const sign = [...segment].slice(0, 12).join('');
      if (count > 0 && count % PIECE === 0) pieces.push(ZERO_WIDTH_SPACE);
      pieces.push(sign);
      count += 1;
    }
    return pieces.join('');
  });
}
