import { foldName } from '#shared/personName.ts';

/** Words without case and accents, divided by single spaces; what is neither letter nor digit divides. */
export const foldForSearch = (text: string): string => foldName(text);

/** Shorter words are looked for as they stand; of longer ones the ending may differ, because Polish words change it. */
const shortestStem = 4;
const endingLetters = 2;
const mostWords = 20;

/**
 * What a text is looked for by, each as the beginning of a word: `opieka nad seniorem` gives `opie`, `nad`, `senior`.
 * All have to occur. Words of one or two letters are passed over beside longer ones. Empty when the text has no letters or digits.
 */
export function stemsOf(text: string): string[] {
  const words = foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '');
  const stem = (word: string) => word.slice(0, Math.max(Math.min(word.length, shortestStem), word.length - endingLetters));
  const telling = words.filter((word) => word.length > 2);
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, mostWords).map(stem);
}
