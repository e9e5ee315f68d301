import type { PolishWords } from './polishWords.ts';
import { fold, isStopWord, listWords } from './tokens.ts';

/** Words of residents and the id of the need they mean, as an editor taught it. */
export type TaughtPhrase = { readonly words: string; readonly need: string };

/** How likely the need is when nothing else was said. */
const WHOLE = 0.95;

type Phrase = { readonly need: string; readonly words: readonly (readonly string[])[] };

/** Recognises taught phrases in a text: all their telling words, in any order and inflection, with or without accents. */
export class TaughtNeeds {
  readonly #phrases: readonly Phrase[];
  readonly #polish: PolishWords;

  constructor(phrases: readonly TaughtPhrase[], polish: PolishWords) {
    this.#polish = polish;
    this.#phrases = phrases.map(({ need, words }) => ({ need, words: this.#read(words) })).filter(({ words }) => words.length > 0);
  }

  /** Likelihoods by id of need; the more of the text is the phrase, the likelier. Together at most .95. */
  likelihoods(text: string): ReadonlyMap<string, number> {
    const told = new Map<string, number>();
    if (this.#phrases.length === 0) return told;
    const said = this.#read(text);
    const heard = this.#phrases.flatMap(({ need, words }) => {
      const found = words.map((forms) => said.findIndex((word) => word.some((form) => forms.includes(form))));
      return found.includes(-1) ? [] : [{ need, found: new Set(found) }];
    });
    for (const { need, found } of heard) {
      // A longer phrase says better what its words mean together.
      if (heard.some((other) => other.found.size > found.size && found.isSubsetOf(other.found))) continue;
      const p = WHOLE * Math.sqrt(found.size / said.length);
      told.set(need, Math.max(told.get(need) ?? 0, p));
    }
    const sum = [...told.values()].reduce((all, p) => all + p, 0);
    if (sum > WHOLE) for (const [need, p] of told) told.set(need, (p * WHOLE) / sum);
    return told;
  }

  /** The telling words of a text, each once, as all that it may be a form of. */
  #read(text: string): (readonly string[])[] {
    const words = [...new Set(listWords(text))];
    const telling = words.filter((word) => !isStopWord(fold(word)));
    return (telling.length > 0 ? telling : words).map((word) => {
      const { exact, loose } = this.#polish.lemmasOf(word);
      const lemmas = exact.length > 0 ? exact : loose;
      return lemmas.length > 0 ? [...new Set(lemmas.map(fold))] : [fold(word)];
    });
  }
}
