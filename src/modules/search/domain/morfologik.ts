/**
 * Reader of a Morfologik inflection dictionary: a CFSA2 automaton (compact finite-state automaton, version 0xC6) whose
 * accepted byte strings are `form;encodedLemma;tags` in UTF-8.
 *
 * Format source: the morfologik-stemming project (BSD), classes `CFSA2` and `TrimPrefixAndSuffixEncoder`, restated here:
 * - header: `\fsa`, version byte, flags (two bytes, big-endian; 0x0100 = nodes carry numbers), count of frequent labels,
 *   then that many labels; the arcs follow. Node 0 is an epsilon node whose only arc leads to the root.
 * - arc: one byte, bit 7 = target is the node right after this node's arcs, bit 6 = last arc of the node, bit 5 = final,
 *   bits 0-4 = index into the frequent labels (0 = the label is in the next byte); unless bit 7 is set, the target's
 *   offset follows as a variable-length integer, seven bits a byte, lowest first.
 * - encoded lemma (encoder PREFIX): two letters count, from 'A', the bytes cut from the front and from the end of the form;
 *   what follows is appended. A count of 255 means the whole form is cut.
 */

const TARGET_NEXT = 0x80;
const LAST_ARC = 0x40;
const LABEL_INDEX = 0x1f;
const NUMBERS_FLAG = 0x0100;
const SEPARATOR = 0x3b;
const CUT_ALL = 255;
/** A walk that meets more forms than this is cut: no search needs more, and the walk stays bounded. */
const MOST_READINGS = 64;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A form found in the dictionary, with its base forms. */
export type Reading = { readonly form: string; readonly lemmas: readonly string[] };

const ACCENTED: Readonly<Record<string, readonly string[]>> = {
  a: ['a', 'ą'],
  c: ['c', 'ć'],
  e: ['e', 'ę'],
  l: ['l', 'ł'],
  n: ['n', 'ń'],
  o: ['o', 'ó'],
  s: ['s', 'ś'],
  z: ['z', 'ź', 'ż'],
};
const alternativeBytes = new Map<string, readonly Uint8Array[]>();

/** The dictionary's alternatives of one folded letter: itself and its accented sisters, as UTF-8 bytes. */
function alternativesOf(letter: string, atStart: boolean): readonly Uint8Array[] {
  const key = atStart ? `^${letter}` : letter;
  const known = alternativeBytes.get(key);
  if (known !== undefined) return known;
  const letters = ACCENTED[letter] ?? [letter];
  // Proper nouns (Ukraina, Alzheimer) are capitalised in the dictionary, and residents seldom bother.
  const cased = atStart ? letters.flatMap((one) => [one, one.toUpperCase()]) : letters;
  const bytes = cased.map((one) => encoder.encode(one));
  if (alternativeBytes.size < 500) alternativeBytes.set(key, bytes);
  return bytes;
}

export class Morfologik {
  readonly #arcs: Uint8Array;
  readonly #labels: Uint8Array;
  readonly #root: number;
  /** The bytes of the form walked so far; a walk is never longer than the longest word and its slips. */
  readonly #path = new Uint8Array(256);

  /** @throws Error when the bytes are not a CFSA2 automaton of the kind described above. */
  constructor(file: Uint8Array) {
    const magic = String.fromCharCode(...file.subarray(0, 4));
    if (magic !== '\\fsa' || file[4] !== 0xc6) throw new Error('Not a CFSA2 dictionary: wrong magic or version');
    const flags = ((file[5] ?? 0) << 8) | (file[6] ?? 0);
    if ((flags & NUMBERS_FLAG) !== 0) throw new Error('CFSA2 dictionaries with numbered nodes are not supported');
    const labelCount = file[7] ?? 0;
    this.#labels = file.subarray(8, 8 + labelCount);
    this.#arcs = file.subarray(8 + labelCount);
    this.#root = this.#target(0);
  }

  /**
   * Every dictionary form equal to `folded` when accents and the case of the first letter are ignored.
   * @param folded a word in lower case without Polish accents
   */
  readings(folded: string): readonly Reading[] {
    const found: Reading[] = [];
    this.#walk(Array.from(folded), 0, this.#root, 0, 0, found);
    return found;
  }

  /**
   * Forms one spelling slip away (a letter missing, added, swapped with its neighbour or replaced), accents ignored.
   * @param folded a word in lower case without Polish accents
   */
  nearReadings(folded: string): readonly Reading[] {
    const found: Reading[] = [];
    this.#walk(Array.from(folded), 0, this.#root, 0, 1, found);
    return found;
  }

  /** @param length of the part of `path` walked so far; @param letters is as it was when the walk returns */
  #walk(letters: string[], at: number, node: number, length: number, slips: number, found: Reading[]): void {
    if (found.length >= MOST_READINGS) return;
    const letter = letters[at];
    if (letter === undefined) this.#collect(node, length, found);
    else
      for (const bytes of alternativesOf(letter, at === 0)) {
        const next = this.#follow(node, bytes);
        if (next === 0) continue;
        for (let index = 0; index < bytes.length; index++) this.#path[length + index] = bytes[index] as number;
        this.#walk(letters, at + 1, next, length + bytes.length, slips, found);
      }
    if (slips === 0) return;
    if (letter !== undefined) {
      if (letters.length > 1) this.#walk(letters, at + 1, node, length, slips - 1, found);
      const after = letters[at + 1];
      if (after !== undefined && after !== letter) {
        letters[at] = after;
        letters[at + 1] = letter;
        this.#walk(letters, at, node, length, slips - 1, found);
        letters[at] = letter;
        letters[at + 1] = after;
      }
    }
    this.#slip(letters, at, node, length, slips - 1, found);
  }

  /** Takes every letter that can follow, one byte or two, instead of the typed one and before it; the separator apart. */
  #slip(letters: string[], at: number, node: number, length: number, slips: number, found: Reading[]): void {
    for (let arc = node; ; arc = this.#skip(arc)) {
      const label = this.#label(arc);
      const target = label === SEPARATOR ? 0 : this.#target(arc);
      if (target !== 0) {
        this.#path[length] = label;
        if (label < 0x80) this.#slipTo(letters, at, target, length + 1, slips, found);
        else
          for (let second = target; ; second = this.#skip(second)) {
            const next = this.#target(second);
            if (next !== 0) {
              this.#path[length + 1] = this.#label(second);
              this.#slipTo(letters, at, next, length + 2, slips, found);
            }
            if ((this.#byte(second) & LAST_ARC) !== 0) break;
          }
      }
      if ((this.#byte(arc) & LAST_ARC) !== 0) return;
    }
  }

  #slipTo(letters: string[], at: number, node: number, length: number, slips: number, found: Reading[]): void {
    this.#walk(letters, at, node, length, slips, found);
    if (letters[at] !== undefined) this.#walk(letters, at + 1, node, length, slips, found);
  }

  #collect(node: number, length: number, found: Reading[]): void {
    const afterForm = this.#follow(node, [SEPARATOR]);
    if (afterForm === 0) return;
    const form = this.#path.slice(0, length);
    const lemmas = new Set<string>();
    this.#encodedLemmas(afterForm, [], (encoded) => lemmas.add(decodeLemma(form, encoded)));
    found.push({ form: decoder.decode(form), lemmas: [...lemmas] });
  }

  #encodedLemmas(node: number, sofar: readonly number[], take: (encoded: readonly number[]) => void): void {
    this.#eachArc(node, (label, target) => {
      if (label === SEPARATOR) take(sofar);
      else if (target !== 0) this.#encodedLemmas(target, [...sofar, label], take);
    });
  }

  #eachArc(node: number, visit: (label: number, target: number) => void): void {
    for (let arc = node; ; arc = this.#skip(arc)) {
      visit(this.#label(arc), this.#target(arc));
      if ((this.#byte(arc) & LAST_ARC) !== 0) return;
    }
  }

  /** The node reached from `node` over `bytes`, 0 when there is none. */
  #follow(node: number, bytes: ArrayLike<number>): number {
    let current = node;
    for (let index = 0; index < bytes.length; index++) {
      let arc = current;
      while (this.#label(arc) !== bytes[index]) {
        if ((this.#byte(arc) & LAST_ARC) !== 0) return 0;
        arc = this.#skip(arc);
      }
      current = this.#target(arc);
      if (current === 0) return 0;
    }
    return current;
  }

  #byte(offset: number): number {
    return this.#arcs[offset] ?? LAST_ARC;
  }

  #label(arc: number): number {
    const index = this.#byte(arc) & LABEL_INDEX;
    return index > 0 ? (this.#labels[index] ?? 0) : this.#byte(arc + 1);
  }

  #target(arc: number): number {
    if ((this.#byte(arc) & TARGET_NEXT) === 0) {
      let offset = arc + ((this.#byte(arc) & LABEL_INDEX) === 0 ? 2 : 1);
      let value = 0;
      for (let shift = 0; ; shift += 7, offset++) {
        value |= (this.#byte(offset) & 0x7f) << shift;
        if ((this.#byte(offset) & 0x80) === 0) return value;
      }
    }
    let last = arc;
    while ((this.#byte(last) & LAST_ARC) === 0) last = this.#skip(last);
    return this.#skip(last);
  }

  #skip(arc: number): number {
    const flags = this.#byte(arc);
    let offset = arc + ((flags & LABEL_INDEX) === 0 ? 2 : 1);
    if ((flags & TARGET_NEXT) === 0) {
      while ((this.#byte(offset) & 0x80) !== 0) offset++;
      offset++;
    }
    return offset;
  }
}

function decodeLemma(form: Uint8Array, encoded: readonly number[]): string {
  const front = ((encoded[0] ?? 0x41) - 0x41) & 0xff;
  const end = ((encoded[1] ?? 0x41) - 0x41) & 0xff;
  const kept = front === CUT_ALL || end === CUT_ALL ? new Uint8Array() : form.subarray(front, Math.max(front, form.length - end));
  return decoder.decode(Uint8Array.from([...kept, ...encoded.slice(2)]));
}
