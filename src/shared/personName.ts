/** Letters that have no decomposition, and Cyrillic in the way Polish offices transcribe it (without marks). */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  а: 'a',
  б: 'b',
  в: 'w',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'je',
  ё: 'jo',
  ж: 'z',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'ji',
  й: 'j',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'ch',
  ц: 'c',
  ч: 'cz',
  ш: 'sz',
  щ: 'szcz',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'ju',
  я: 'ja',
};

/** Spellings that sound alike, the English transcription of Ukrainian names beside the Polish one. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'szcz'],
  [/sch/g, 'sz'],
  [/sh/g, 'sz'],
  [/(?<!s)ch(?=[eiy])/g, 'cz'],
  [/zh|rz/g, 'z'],
  [/kh|ch/g, 'h'],
  [/ts/g, 'c'],
  [/ph/g, 'f'],
  [/v/g, 'w'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/ii+/g, 'i'],
];

/** A given name (or several) and a family name. */
export type PersonName = { readonly given: string; readonly family: string };

/**
 * A name without what people leave out: letter case, diacritics, apostrophes; Cyrillic is transcribed, any other sign
 * becomes a space. `Żółć-Ńowak` gives `zolc nowak`. Stable, so it may be stored and indexed.
 */
export function foldName(name: string): string {
  const lower = name.normalize('NFC').toLowerCase();
  const mapped = Array.from(lower, (letter) => LETTERS[letter] ?? letter).join('');
  const bare = mapped
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ`´]/gu, '');
  return Array.from(bare, (letter) => LETTERS[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * How alike two names are, from 0 to 1, whatever the order of their words. Tolerates typing errors, missing diacritics,
 * spellings that sound alike and a missing second name or half of a double-barrelled one.
 */
export function similarity(a: string, b: string): number {
  const left = words(a);
  const right = words(b);
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  const shared = Math.min(left.length, right.length);
  const missing = Math.max(left.length, right.length) - shared;
  return (bestMatching(left, right) / shared) * 0.95 ** missing;
}

/** How alike two people's names are, from 0 to 1; given and family name entered the wrong way round hardly count. */
export function nameSimilarity(a: PersonName, b: PersonName): number {
  const straight = pair(similarity(a.given, b.given), similarity(a.family, b.family));
  const swapped = pair(similarity(a.given, b.family), similarity(a.family, b.given));
  return Math.max(straight, swapped * 0.97);
}

/** The family name weighs a little more; a quite different part pulls the whole down. */
function pair(given: number, family: number): number {
  return (0.45 * given + 0.55 * family) * Math.min(1, 0.4 + Math.min(given, family));
}

/** At most six words: longer names are compared by their first six, which keeps the matching small. */
function words(name: string): readonly string[] {
  const folded = foldName(name).slice(0, 200);
  return folded === '' ? [] : folded.split(' ').slice(0, 6);
}

/** The greatest sum of word similarities when each word is used once. */
function bestMatching(left: readonly string[], right: readonly string[]): number {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const best = (index: number, used: number): number => {
    const word = few[index];
    if (word === undefined) return 0;
    return many.reduce((top, other, position) => {
      const bit = 1 << position;
      if (used & bit) return top;
      return Math.max(top, wordSimilarity(word, other) + best(index + 1, used | bit));
    }, 0);
  };
  return best(0, 0);
}

function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  return Math.max(closeness(a, b), 0.97 * closeness(sound(a), sound(b)));
}

function sound(word: string): string {
  return SOUNDS.reduce((text, [spelling, sounded]) => text.replace(spelling, sounded), word);
}

function closeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charAt(row - 1) === b.charAt(column - 1);
      const choices = [(previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1)];
      const swapped = a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1);
      if (row > 1 && column > 1 && swapped) choices.push((before[column - 2] ?? 0) + 1);
      current.push(Math.min(...choices));
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
