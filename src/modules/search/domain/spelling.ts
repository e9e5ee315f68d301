/** Finds words one slip away among words that no dictionary knows: names, new terms, abbreviations. */
export class SpellingIndex {
  readonly #words = new Set<string>();
  readonly #byDeletion = new Map<string, string[]>();

  /** @param folded a word in lower case without accents; shorter than five letters are ignored, they resemble too much */
  add(folded: string): void {
    if (folded.length < 5 || this.#words.has(folded)) return;
    this.#words.add(folded);
    for (const key of deletionsOf(folded)) {
      const words = this.#byDeletion.get(key);
      if (words === undefined) this.#byDeletion.set(key, [folded]);
      else words.push(folded);
    }
  }

  /** Known words that differ from `folded` by a missing, added, replaced or swapped letter, in alphabetical order. */
  listNear(folded: string): string[] {
    const near = new Set<string>();
    for (const key of deletionsOf(folded)) for (const word of this.#byDeletion.get(key) ?? []) near.add(word);
    near.delete(folded);
    return [...near].toSorted();
  }
}

function deletionsOf(word: string): Set<string> {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at++) keys.add(word.slice(0, at) + word.slice(at + 1));
  return keys;
}
