/** Queries as hurried hands type them: noisy variants of a text, repeatable from a seed. */

const KEYBOARD_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
/** Shorter words are left alone: one slip there makes another word. */
const SHORTEST_SLIPPED = 5;

/** The text without Polish accents; case is kept. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L');
}

/** One slip (drop, swap, doubling or neighbour key) in one word of five letters or more; the same seed, the same slip. */
export function withTypo(text: string, seed: number): string {
  const random = seeded(seed);
  const words = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= SHORTEST_SLIPPED);
  const chosen = words[Math.floor(random() * words.length)];
  if (chosen === undefined) return text;
  const slipped = slip(chosen[0], random);
  return text.slice(0, chosen.index) + slipped + text.slice(chosen.index + chosen[0].length);
}

function slip(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length);
  const letter = word[at] ?? '';
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) {
    const first = Math.min(at, word.length - 2);
    return word.slice(0, first) + (word[first + 1] ?? '') + (word[first] ?? '') + word.slice(first + 2);
  }
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at);
  return word.slice(0, at) + neighbourKey(letter, random) + word.slice(at + 1);
}

function neighbourKey(letter: string, random: () => number): string {
  const plain = withoutAccents(letter).toLowerCase();
  const row = KEYBOARD_ROWS.find((keys) => keys.includes(plain));
  if (row === undefined) return 'e';
  const at = row.indexOf(plain);
  const neighbours = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
  return neighbours[Math.floor(random() * neighbours.length)] ?? plain;
}

/** Numbers in [0, 1): the mulberry32 generator, public domain. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
