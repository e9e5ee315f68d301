import { wordsForAges } from './ages.ts';
import type { Lexicon, ReadWord } from './lexicon.ts';
import type { PolishWords } from './polishWords.ts';
import { isHave, maySayLittle, saysLittle } from './sayLittle.ts';
import { listWords, shapeOf } from './tokens.ts';

/** How a word to look for came about: typed; typed with a slip; meant by what was typed. */
export type MatchKind = 'word' | 'spelling' | 'meaning';
/** One thing looked for: base forms of which a document may hold any, each with how much it counts. */
export type QueryWord = ReadonlyMap<string, number>;
/** Words that belong together: a document that holds only some of them gets disproportionately less. */
export type QueryClause = {
  readonly words: readonly QueryWord[];
  readonly typed: string;
  /** The part of the query that may be told as the reason; undefined when it says too little or would puzzle a reader. */
  readonly reason?: string | undefined;
  /** The expression in readable words, when it was not typed. */
  readonly meant?: string;
  readonly kind: MatchKind;
};
export type QueryGram = { readonly gram: string; readonly weight: number };
export type ReadQuery = { readonly clauses: readonly QueryClause[]; readonly grams: readonly QueryGram[] };

/** What reading a query needs to know about the indexed documents. `readings`: words read before, as long as the documents stay the same. */
export type Vocabulary = { has(term: string): boolean; listNear(folded: string): string[]; readonly readings?: Map<string, Reading> };

const LONGEST_QUERY = 1_000;
const MOST_WORDS = 40;
const LOOSE_SURENESS = 0.45;
/** Nobody writes two Polish words of this total length without one accent, unless typing without accents. */
const ACCENTLESS_FROM = 14;
const LOOSE_SURENESS_ACCENTLESS = 0.9;
const SPELLING_SURENESS = 0.85;
const MEANING_WEIGHT = 0.8;
const AGE_WEIGHT = 0.5;
const GRAM_WEIGHT = 0.7;
const MOST_NEAR = 6;
const READINGS_KEPT = 5_000;
/** Shorter words are one slip away from too many others; real words, though no service uses them, all the more. */
const SHORTEST_CORRECTED = 5;
const SHORTEST_CORRECTED_KNOWN = 7;
/** More words than these do not read as one thing. */
const LONGEST_REASON = 6;

/**
 * Reads a resident's query: its words, what they may be forms of, what they mean in the lexicon, and their 4-grams.
 * @param typedFor what was typed for words that are put into Polish: reasons are given in the words of whoever reads them
 */
export function readQuery(
  query: string,
  polish: PolishWords,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
  typedFor: ReadonlyMap<string, string> = new Map(),
): ReadQuery {
  const all = joinNegations(listWords(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS), vocabulary);
  const telling = all.map((word, at) => ({ word, at })).filter(({ word, at }) => !shapeOf(word).isStop && !isHave(all, at));
  const placed = telling.length > 0 ? telling : all.map((word, at) => ({ word, at }));
  const words = placed.map(({ word }) => word);
  const accentless = words.join('').length >= ACCENTLESS_FROM && words.every((word) => shapeOf(word).folded === word);

  const first = new Map<string, number>();
  for (const { word, at } of placed) if (!first.has(word)) first.set(word, at);
  const read = [...first].map(([word, at]) => ({ ...readWord(word, accentless, polish, lexicon, vocabulary), at }));
  const expansions = lexicon.expand(read);
  const mustTell = expansions.length === 0 && read.every(({ isEmpty, folded }) => folded === 'nie' || isEmpty);
  const clauses: QueryClause[] = read
    // "nie" turns the meaning of an expression; alone it finds nothing worth finding. So do words that are said of everything.
    .filter(({ folded, isEmpty }) => folded !== 'nie' && (mustTell || !isEmpty))
    .map(({ lemmas, typed, slipped, isReason }) => ({
      words: [lemmas],
      typed,
      reason: isReason ? (typedFor.get(typed) ?? typed) : undefined,
      kind: slipped ? 'spelling' : 'word',
    }));
  for (const { text: meant, lemmas, sureness, typed, places } of expansions)
    clauses.push({
      words: lemmas.map((lemma) => new Map([[lemma, sureness * MEANING_WEIGHT]])),
      typed: typed.join(' '),
      reason: excerpt(all, places, typedFor),
      meant,
      kind: 'meaning',
    });
  for (const { typed, means } of wordsForAges(all)) {
    const lemmas = listWords(means).map((word) => new Map(polish.lemmasOf(word).exact.map((lemma) => [lemma, AGE_WEIGHT])));
    clauses.push({ words: lemmas, typed, reason: typed, meant: means, kind: 'meaning' });
  }

  const grams = new Map<string, number>();
  for (const { typed } of read) {
    const own = shapeOf(typed).grams;
    const weight = GRAM_WEIGHT / Math.max(4, own.length);
    for (const gram of own) if (weight > (grams.get(gram) ?? 0)) grams.set(gram, weight);
  }
  return { clauses, grams: [...grams].map(([gram, weight]) => ({ gram, weight })) };
}

/** The words of the query from the first place to the last, when they stand together. */
function excerpt(all: readonly string[], places: readonly number[], typedFor: ReadonlyMap<string, string>): string | undefined {
  const [start, end] = [Math.min(...places), Math.max(...places)];
  if (end - start >= LONGEST_REASON) return undefined;
  return [...new Set(all.slice(start, end + 1).map((word) => typedFor.get(word) ?? word))].join(' ');
}

/** `isEmpty`: the word is said of everything; `isReason`: it may be told as the reason why something was found. */
export type Reading = ReadWord & { readonly slipped: boolean; readonly isEmpty: boolean; readonly isReason: boolean };

function readWord(typed: string, accentless: boolean, polish: PolishWords, lexicon: Lexicon, vocabulary: Vocabulary): Reading {
  const { readings } = vocabulary;
  const key = accentless ? `~${typed}` : typed;
  const remembered = readings?.get(key);
  if (remembered !== undefined) return remembered;
  const read = {
    ...withSlips(typed, accentless, polish, lexicon, vocabulary),
    isEmpty: saysLittle(typed, polish),
    isReason: !maySayLittle(typed, polish),
  };
  if (readings !== undefined) {
    if (readings.size >= READINGS_KEPT) readings.clear();
    readings.set(key, read);
  }
  return read;
}

function withSlips(
  typed: string,
  accentless: boolean,
  polish: PolishWords,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): ReadWord & { readonly slipped: boolean } {
  const { folded } = shapeOf(typed);
  const lemmas = readingsOf(typed, accentless, polish);

  const useful = (lemma: string): boolean => vocabulary.has(lemma) || lexicon.knows(lemma);
  const shortest = polish.isKnown(typed) ? SHORTEST_CORRECTED_KNOWN : SHORTEST_CORRECTED;
  if (folded.length < shortest || [...lemmas.keys()].some(useful) || lexicon.knowsPrefix(folded))
    return { typed, folded, lemmas, slipped: false };
  const near = [...vocabulary.listNear(folded), ...polish.listNearLemmas(typed)].filter(useful).slice(0, MOST_NEAR);
  for (const lemma of near) lemmas.set(lemma, SPELLING_SURENESS);
  return { typed, folded, lemmas, slipped: near.length > 0 };
}

/** "nie pełnosprawny" is "niepełnosprawny" when services speak of it so. */
function joinNegations(words: readonly string[], vocabulary: Vocabulary): readonly string[] {
  if (!words.includes('nie')) return words;
  const joined: string[] = [];
  for (const [at, word] of words.entries()) {
    if (words[at - 1] === 'nie' && vocabulary.has(`nie${word}`)) joined.push(`nie${word}`);
    else joined.push(word);
  }
  return joined;
}

/** Base forms a typed word is looked for under, surest first; an unknown word is looked for as typed, without accents. */
export function lookedForAs(typed: string, polish: PolishWords): string[] {
  return [...readingsOf(typed, false, polish).keys()];
}

function readingsOf(typed: string, accentless: boolean, polish: PolishWords): Map<string, number> {
  const { folded } = shapeOf(typed);
  const { exact, loose } = polish.lemmasOf(typed);
  const lemmas = new Map<string, number>(exact.map((lemma) => [lemma, 1]));
  const looseSureness = exact.length === 0 ? 1 : accentless ? LOOSE_SURENESS_ACCENTLESS : typed === folded ? LOOSE_SURENESS : 0;
  if (looseSureness > 0) for (const lemma of loose) lemmas.set(lemma, looseSureness);
  if (lemmas.size === 0) lemmas.set(folded, 1);
  return lemmas;
}
