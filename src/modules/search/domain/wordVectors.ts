import { fold } from './tokens.ts';

/** Meanings of Polish words as directions: words that are used alike lie close. Format in data/lexical/README.md. */
export type WordVectorsData = {
  readonly dimensions: number;
  readonly words: readonly string[];
  /** Row after row, each of the same length. */
  readonly numbers: Int8Array;
};

const LENGTH = 127;

/** Looks words up by their base form without accents. */
export class WordVectors {
  readonly dimensions: number;
  readonly #rows = new Map<string, Float32Array>();

  /** @param synonyms words without a direction of their own, and words whose middle they get */
  constructor({ dimensions, words, numbers }: WordVectorsData, synonyms: ReadonlyMap<string, readonly string[]>) {
    if (numbers.length !== words.length * dimensions) throw new Error('the vectors of words are damaged');
    this.dimensions = dimensions;
    const exact = new Map<string, Float32Array>();
    for (const [at, word] of words.entries()) {
      const row = Float32Array.from(numbers.subarray(at * dimensions, (at + 1) * dimensions), (value) => value / LENGTH);
      exact.set(word, row);
    }
    for (const [word, row] of exact) this.#add(word, row);
    for (const [word, others] of synonyms) {
      const known = others.flatMap((other) => exact.get(other) ?? []);
      if (known.length > 0 && !exact.has(word)) this.#add(word, middleOf(known, dimensions));
    }
  }

  /** Of length 1; undefined when the word is unknown. */
  of(lemma: string): Float32Array | undefined {
    return this.#rows.get(lemma);
  }

  /** Words that differ by accents alone share a direction; few do. */
  #add(word: string, row: Float32Array): void {
    const folded = fold(word);
    const before = this.#rows.get(folded);
    this.#rows.set(folded, before === undefined ? row : middleOf([before, row], this.dimensions));
  }
}

function middleOf(rows: readonly Float32Array[], dimensions: number): Float32Array {
  const middle = new Float32Array(dimensions);
  for (const row of rows) for (let at = 0; at < dimensions; at++) middle[at] = (middle[at] as number) + (row[at] as number);
  return withLengthOne(middle);
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

/** Lines of a word, a tab, and its synonyms divided by commas; `#` begins a comment. */
export function parseSynonyms(text: string): Map<string, readonly string[]> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [word = '', others = ''] = line.split('\t');
      return [word, others.split(',')] as const;
    }),
  );
}
