import type { PolishWords } from './polishWords.ts';
import { fold, isStopWord, listWords } from './tokens.ts';

/** At most so many words are kept of a search that found little. */
const MOST_WORDS = 6;

/** Addresses, numbers, and words with a capital letter inside a sentence, which are mostly names. */
const PERSONAL = /\S*@\S*|\S*\d\S*|(?<=\S\s+)\p{Lu}\p{Ll}+/gu;

/**
 * What is kept of a search that found little: base forms of ordinary words, in the order of the alphabet, without numbers,
 * addresses, names and words that no dictionary has. Null when nothing is left.
 */
export function keptWords(query: string, polish: PolishWords): string | null {
  const kept = listWords(query.replace(PERSONAL, ' ')).flatMap((word) => {
    if (word.length < 3 || isStopWord(fold(word))) return [];
    const { exact, loose } = polish.lemmasOf(word);
    const [lemma] = exact.length > 0 ? exact : loose;
    return lemma ?? [];
  });
  const words = [...new Set(kept)].toSorted().slice(0, MOST_WORDS);
  return words.length === 0 ? null : words.join(' ');
}

/** An address or a long number: such words are about one person. */
export const isPersonal = (words: string): boolean => /@|\d[\d -]{5,}/u.test(words);

/** Words of a text that say something. */
export const listTellingWords = (text: string): string[] => listWords(text).filter((word) => word.length >= 3 && !isStopWord(fold(word)));
