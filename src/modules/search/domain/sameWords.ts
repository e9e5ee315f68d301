import { fold } from './tokens.ts';

/** The groups of words said instead of one another that a word is in, by its base form without accents. */
export type SameWords = ReadonlyMap<string, readonly string[]>;

/**
 * Reads data/search/sameWords.tsv: one line a group, `plain word<TAB>other words`, each a base form; `#` starts a comment.
 * A plain expression of several words only names its group.
 */
export function parseSameWords(text: string): SameWords {
  const groups = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [name = '', others = ''] = line.split('#', 1).join('').split('\t');
    const plain = fold(name.trim());
    if (plain === '') continue;
    const words = [...(plain.includes(' ') ? [] : [plain]), ...others.trim().split(/\s+/).map(fold)];
    for (const word of words) {
      const listed = groups.get(word) ?? [];
      if (word !== '' && !listed.includes(plain)) groups.set(word, [...listed, plain]);
    }
  }
  return groups;
}
