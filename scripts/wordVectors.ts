// Makes data/lexical/vectors.bin and synonyms.tsv; sources and licences: data/lexical/README.md.
// node --import tsx scripts/wordVectors.ts <dictionary, text> <English vectors, JSON> <thesaurus, text in UTF-8>
import { readFileSync, writeFileSync } from 'node:fs';

const DIMENSIONS = 64;
/** Directions that nearly all words share say nothing. */
const DROPPED = 2;
const ROUNDS = 60;
const empty = new Set(
  "a an the of to in on at for by with from or and something someone somebody one's one be is as that oneself sb sth up".split(' '),
);

type English = { readonly vectors: Readonly<Record<string, readonly number[]>> };
const [dictionaryFile = '', englishFile = '', thesaurusFile = ''] = process.argv.slice(2);
const english = (JSON.parse(readFileSync(englishFile, 'utf8')) as English).vectors;

/** Polish word → its English senses, most common first. A sense is a line of ASCII right after the head or behind a number. */
function readGlosses(): Map<string, string[]> {
  const glosses = new Map<string, string[]>();
  let word: string[] | undefined;
  let line = 0;
  for (const text of readFileSync(dictionaryFile, 'utf8').split('\n')) {
    const head = /^(\p{L}[^/<]*?) ?(?:\/[^/]*\/ )?<[a-z ,.]+>/u.exec(text);
    if (head?.[1] !== undefined) {
      const key = head[1].trim().toLowerCase();
      word = glosses.get(key) ?? [];
      glosses.set(key, word);
      line = 0;
      continue;
    }
    const sense = text
      .replace(/^\s*\d+\.\s*/u, '')
      .replace(/\s*\d+\.\s*$/u, '')
      .trim();
    if (sense === '') continue;
    if ((line === 0 || /^\s*\d+\.\s+\S/u.test(text)) && /^[\x20-\x7e]+$/u.test(sense) && !sense.startsWith('(')) word?.push(sense);
    line++;
  }
  return glosses;
}

/** The middle of an expression's words, rare words counting more. The last number of an English vector is its rank. */
function englishVector(expression: string): Float64Array | undefined {
  const all = expression.toLowerCase().match(/[a-z']+/gu) ?? [];
  const telling = all.filter((each) => !empty.has(each));
  const sum = new Float64Array(100);
  let weight = 0;
  for (const each of telling.length > 0 ? telling : all) {
    const vector = english[each];
    if (vector === undefined) continue;
    const telling = 1e-3 / (1e-3 + 1 / (((vector[101] ?? 0) + 3) * 12));
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + telling * (vector[at] ?? 0);
    weight += telling;
  }
  return weight > 0 ? normalised(sum) : undefined;
}

function normalised(row: Float64Array): Float64Array {
  const length = Math.hypot(...row) || 1;
  return row.map((value) => value / length);
}

const words: string[] = [];
const rows: Float64Array[] = [];
for (const [word, senses] of readGlosses()) {
  if (/\s/u.test(word)) continue;
  const sum = new Float64Array(100);
  let isKnown = false;
  for (const [number, sense] of senses.slice(0, 6).entries())
    for (const expression of sense.split(/[,;]/u).slice(0, 4)) {
      const vector = englishVector(expression);
      if (vector === undefined) continue;
      isKnown = true;
      for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (vector[at] as number) / (1 + number / 2);
    }
  if (!isKnown) continue;
  words.push(word);
  rows.push(normalised(sum));
}

// The principal directions, by repeated multiplication with the covariance and making the directions square to one another.
const mean = new Float64Array(100);
for (const row of rows) for (let at = 0; at < 100; at++) mean[at] = (mean[at] as number) + (row[at] as number) / rows.length;
for (const row of rows) for (let at = 0; at < 100; at++) row[at] = (row[at] as number) - (mean[at] as number);
const covariance = Array.from({ length: 100 }, () => new Float64Array(100));
for (const row of rows)
  for (let one = 0; one < 100; one++) {
    const line = covariance[one] as Float64Array;
    for (let other = 0; other < 100; other++) line[other] = (line[other] as number) + (row[one] as number) * (row[other] as number);
  }
const dot = (one: Float64Array, other: Float64Array): number => one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
let directions: Float64Array[] = Array.from({ length: DROPPED + DIMENSIONS }, (_, at) =>
  Float64Array.from({ length: 100 }, (__, column) => Math.sin((at + 1) * (column + 1))),
);
for (let round = 0; round < ROUNDS; round++) {
  const squared: Float64Array[] = [];
  for (const direction of directions) {
    const moved = Float64Array.from(covariance, (line) => dot(line, direction));
    for (const before of squared) {
      const shared = dot(moved, before);
      for (let at = 0; at < 100; at++) moved[at] = (moved[at] as number) - shared * (before[at] as number);
    }
    squared.push(normalised(moved));
  }
  directions = squared;
}
const kept = directions.slice(DROPPED);
const numbers = new Int8Array(words.length * DIMENSIONS);
for (const [number, row] of rows.entries()) {
  const turned = normalised(Float64Array.from(kept, (direction) => dot(row, direction)));
  for (const [at, value] of turned.entries()) numbers[number * DIMENSIONS + at] = Math.round(value * 127);
}
const folder = new URL('../data/lexical/', import.meta.url);
writeFileSync(
  new URL('vectors.bin', folder),
  Buffer.concat([Buffer.from(`${JSON.stringify({ dimensions: DIMENSIONS, words })}\n`), Buffer.from(numbers.buffer)]),
);

const known = new Set(words);
const synonyms = new Map<string, Set<string>>();
let word: Set<string> | undefined;
for (const line of readFileSync(thesaurusFile, 'utf8').split('\n').slice(1)) {
  const [head = '', ...others] = line.split('|');
  if (head === '-' || head.startsWith('(')) {
    for (const other of others) {
      const plain = other
        .replace(/\s*\(.*?\)/gu, '')
        .trim()
        .toLowerCase();
      if (known.has(plain)) word?.add(plain);
    }
  } else {
    const key = head.toLowerCase();
    word = /\s/u.test(key) || known.has(key) ? undefined : (synonyms.get(key) ?? new Set());
    if (word) synonyms.set(key, word);
  }
}
const lines = [...synonyms].filter(([, others]) => others.size > 0).map(([key, others]) => `${key}\t${[...others].slice(0, 12).join(',')}`);
writeFileSync(new URL('synonyms.tsv', folder), `${lines.toSorted().join('\n')}\n`);
console.log(`${words.length} words with ${DIMENSIONS} numbers each, ${lines.length} more through synonyms`);
