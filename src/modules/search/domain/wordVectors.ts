import { fold } from './tokens.ts';

/** Meanings of Polish words as directions: words that are used alike lie close. Format in data/lexical/README.md. */
export type WordVectorsData = {
  readonly dimensions: number;
  readonly words: readonly string[];
  /** Row after row, each of the same length. */
  readonly numbers: Int8Array;
};

const KEPT = 20_000;

/** Looks words up by their base form without accents. */
export class WordVectors {
  readonly dimensions: number;
  readonly #numbers: Int8Array;
  /** Words that differ by accents alone share a direction; few do. */
  readonly #rows = new Map<string, number[]>();
  readonly #synonyms: ReadonlyMap<string, readonly string[]>;
  readonly #remembered = new Map<string, Float32Array | null>();

  /** @param synonyms words without a direction of their own, and words whose middle they get */
  constructor({ dimensions, words, numbers }: WordVectorsData, synonyms: ReadonlyMap<string, readonly string[]>) {
    if (numbers.length !== words.length * dimensions) throw new Error('the vectors of words are damaged');
    this.dimensions = dimensions;
    this.#numbers = numbers;
    this.#synonyms = synonyms;
    for (const [row, word] of words.entries()) {
      const folded = fold(word);
      const rows = this.#rows.get(folded);
      if (rows === undefined) this.#rows.set(folded, [row]);
      else rows.push(row);
    }
  }

  /** Of length 1; undefined when the word is unknown. */
  of(lemma: string): Float32Array | undefined {
    const remembered = this.#remembered.get(lemma);
    if (remembered !== undefined) return remembered ?? undefined;
    const rows = this.#rows.get(lemma) ?? (this.#synonyms.get(lemma) ?? []).flatMap((word) => this.#rows.get(fold(word)) ?? []);
    const vector = rows.length === 0 ? null : this.#middleOf(rows);
    if (this.#remembered.size >= KEPT) this.#remembered.clear();
    this.#remembered.set(lemma, vector);
    return vector ?? undefined;
  }

  #middleOf(rows: readonly number[]): Float32Array {
    const middle = new Float32Array(this.dimensions);
    for (const row of rows)
      for (let at = 0; at < this.dimensions; at++)
        middle[at] = (middle[at] as number) + (this.#numbers[row * this.dimensions + at] as number);
    return withLengthOne(middle);
  }
}

/** Scales in place to length 1; zero stays zero. */
export function withLengthOne(row: Float32Array): Float32Array {
  let squares = 0;
  for (const value of row) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) / length;
  return row;
}

/** @throws Error when the bytes are no vectors */
export function decodeWordVectors(bytes: Uint8Array): WordVectorsData {
  const end = bytes.indexOf(0x0a);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Omit<WordVectorsData, 'numbers'>;
  const numbers = new Int8Array(new Uint8Array(bytes.subarray(end + 1)).buffer);
  return { ...head, numbers };
}

/** Lines of a word, a tab, and its synonyms divided by commas; `#` begins a comment. Keys without accents. */
export function parseSynonyms(text: string): Map<string, readonly string[]> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [word = '', others = ''] = line.split('\t');
      return [fold(word), others.split(',')] as const;
    }),
  );
}
