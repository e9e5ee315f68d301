import type { Morfologik } from './morfologik.ts';
import { fold } from './tokens.ts';

/**
 * What a word may be a form of.
 * `exact`: the accents are as typed. `loose`: base forms that fit only when accents are ignored ("dlugi" as "długi").
 */
export type Lemmas = { readonly exact: readonly string[]; readonly loose: readonly string[] };

const CACHE_LIMIT = 50_000;
const NEAR_KEPT = 2_000;

/** The inflection dictionary together with the supplement of words it does not know. */
export class PolishWords {
  readonly #dictionary: Morfologik;
  readonly #supplement: ReadonlyMap<string, readonly string[]>;
  readonly #near = new Map<string, readonly string[]>();
  readonly #known = new Map<string, Lemmas>();

  constructor(dictionary: Morfologik, supplement: ReadonlyMap<string, readonly string[]>) {
    this.#dictionary = dictionary;
    this.#supplement = supplement;
  }

  /** @param word in lower case, accents as typed. Both lists are empty when the word is unknown. */
  lemmasOf(word: string): Lemmas {
    const remembered = this.#known.get(word);
    if (remembered !== undefined) return remembered;
    const lemmas = this.#lookUp(word);
    if (this.#known.size >= CACHE_LIMIT) this.#known.clear();
    this.#known.set(word, lemmas);
    return lemmas;
  }

  isKnown(word: string): boolean {
    const { exact, loose } = this.lemmasOf(word);
    return exact.length + loose.length > 0;
  }

  /** Base forms of words one spelling slip or one Polish sound-alike (rz/ż, ch/h, ą/om …) away, best guesses first. */
  listNearLemmas(word: string): readonly string[] {
    const folded = fold(word);
    const remembered = this.#near.get(word);
    if (remembered !== undefined) return remembered;
    const near = new Set<string>();
    for (const variant of soundAlikes(folded)) for (const lemma of this.#allLemmas(variant)) near.add(lemma);
    const readings = this.#dictionary.nearReadings(folded);
    const distances = word === folded ? undefined : readings.map(({ form }) => distanceOf(word, form.toLowerCase()));
    const least = Math.min(...(distances ?? []));
    for (const [at, reading] of readings.entries()) {
      // Accents that were typed tell which of two words was meant.
      if (distances !== undefined && (distances[at] ?? 0) > least + 1) continue;
      for (const lemma of reading.lemmas) near.add(lemma.toLowerCase());
    }
    const listed = [...near];
    if (this.#near.size >= NEAR_KEPT) this.#near.clear();
    this.#near.set(word, listed);
    return listed;
  }

  #allLemmas(folded: string): string[] {
    const listed = this.#supplement.get(folded) ?? [];
    const read = this.#dictionary.readings(folded).flatMap((reading) => reading.lemmas);
    return [...listed, ...read].map((lemma) => lemma.toLowerCase());
  }

  #lookUp(word: string): Lemmas {
    const folded = fold(word);
    const exact = new Set<string>(this.#supplement.get(folded));
    const loose = new Set<string>();
    for (const reading of this.#dictionary.readings(folded)) {
      const into = reading.form.toLowerCase() === word ? exact : loose;
      for (const lemma of reading.lemmas) into.add(lemma.toLowerCase());
    }
    return { exact: [...exact], loose: [...loose].filter((lemma) => !exact.has(lemma)) };
  }
}

/** How many letters have to be added, dropped or replaced; accents make other letters. */
function distanceOf(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let at = 1; at <= b.length; at++)
      now.push(Math.min((now[at - 1] ?? 0) + 1, (before[at] ?? 0) + 1, (before[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1)));
    before = now;
  }
  return before[b.length] ?? 0;
}

const SOUNDS: readonly (readonly [string, string])[] = [
  ['rz', 'z'],
  ['ch', 'h'],
  ['h', 'ch'],
  ['u', 'o'],
  ['om', 'a'],
  ['on', 'a'],
  ['em', 'e'],
  ['en', 'e'],
  ['z', 'rz'],
  ['sz', 'z'],
  ['si', 's'],
  ['zi', 'z'],
  ['ci', 'c'],
  ['ks', 'x'],
  ['x', 'ks'],
  ['v', 'w'],
  ['dz', 'd'],
  ['i', 'j'],
];

/** Spellings that sound the same in Polish once accents are gone, one replacement each. */
function soundAlikes(folded: string): Set<string> {
  const variants = new Set<string>();
  for (const [from, to] of SOUNDS)
    for (let at = folded.indexOf(from); at !== -1; at = folded.indexOf(from, at + 1))
      variants.add(folded.slice(0, at) + to + folded.slice(at + from.length));
  return variants;
}

/**
 * Reads the supplement: one line a base form, `lemma<TAB>form form …`, `#` starts a comment.
 * @returns base forms by folded form; the base form itself is a form too
 */
export function parseSupplement(text: string): Map<string, string[]> {
  const lemmas = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [lemma = '', forms = ''] = line.split('#', 1).join('').split('\t');
    const base = lemma.trim().toLowerCase();
    if (base === '') continue;
    for (const form of [base, ...forms.trim().split(/\s+/)]) {
      const folded = fold(form);
      if (folded === '') continue;
      const listed = lemmas.get(folded) ?? [];
      if (!listed.includes(base)) listed.push(base);
      lemmas.set(folded, listed);
    }
  }
  return lemmas;
}
