import { KindPostings } from './kindPostings.ts';
import type { KindWeight } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import type { PolishWords } from './polishWords.ts';
import { type MatchKind, type QueryClause, readQuery } from './readQuery.ts';
import { Ranking } from './ranking.ts';
import { ScoreBoard } from './scoreBoard.ts';
import { SpellingIndex } from './spelling.ts';
import type { Wants } from './bestOf.ts';
import { TermSpace } from './termSpace.ts';
import { fold, fourGrams, isStopWord, listWords } from './tokens.ts';
import type { Understanding, WantedKinds } from './understanding.ts';

/** A service as the search sees it: plain texts, no markup. */
export type SearchDocument = {
  readonly id: string;
  readonly name: string;
  /** What residents call it. */
  readonly everydayNames: readonly string[];
  readonly keywords: readonly string[];
  readonly targetGroups: readonly string[];
  readonly areaName: string;
  readonly description: string;
  /** Ids of kinds as an editor has set them; told from the texts when absent. */
  readonly kinds?: readonly string[];
};

/**
 * Why a service was found: the typed words, what they met in the service (a base form or the lexicon's expression), and how.
 * Of kind `need`: `found` is the name of the need that the whole query tells of, `typed` is empty.
 */
export type SearchMatch = { readonly typed: string; readonly found: string; readonly kind: MatchKind | 'need' };
/** `matches` is empty when only parts of words resemble. Scores compare within one answer only. */
export type SearchHit = { readonly id: string; readonly score: number; readonly matches: readonly SearchMatch[] };
export type SearchOptions = {
  /** How many hits at most; 20 unless told, never above 1,000. */
  readonly limit?: number;
  /** Which documents may be found, for instance those of one centre. */
  readonly filter?: (id: string) => boolean;
};

const DEFAULT_LIMIT = 20;
const HIGHEST_LIMIT = 1_000;
const BOOSTS = { name: 3, everydayNames: 2.5, keywords: 2.5, targetGroups: 1, areaName: 0.5, description: 1 } as const;
const WORD_LENGTH_WEIGHT = 0.5;
const GRAM_LENGTH_WEIGHT = 0.5;
const ANALYSES_KEPT = 50_000;
/** How much a need that is certain counts against words that are all met. */
const NEED_WEIGHT = 1.6;
/** Needs count less when not even the likeliest is this likely: such a query hardly tells anything. */
const CLEAR_FROM = 0.2;
/** Below 1: likely needs do not outshine one another and the words too much. */
const NEED_POWER = 0.7;
/** Less useful kinds are not looked for: a query that is hardly understood must not find just anything. */
const WANTED_FROM = 0.05;
/** A need is told as a reason from this part of the best on. */
const REASON_FROM = 0.08;
/** Documents that left are swept out when they are this many and a quarter of all. */
const SWEEP_FROM = 256;

type Analysis = { readonly lemmas: readonly string[]; readonly grams: readonly string[] };

/** An in-memory index of services, kept up to date one document at a time. Not shared between processes. */
export class SearchIndex {
  readonly #polish: PolishWords;
  readonly #lexicon: Lexicon;
  readonly #understanding: Understanding | undefined;
  readonly #kinds = new KindPostings();
  readonly #wanted = new ScoreBoard('highest');
  #ids: (string | undefined)[] = [];
  readonly #slotOf = new Map<string, number>();
  readonly #words = new TermSpace(WORD_LENGTH_WEIGHT);
  readonly #grams = new TermSpace(GRAM_LENGTH_WEIGHT);
  readonly #unusual = new SpellingIndex();
  readonly #analyses = new Map<string, Analysis>();
  readonly #ranking = new Ranking(this.#words, this.#grams);
  #version = 0;

  /** @param understanding of needs; without it, words alone decide */
  constructor(polish: PolishWords, lexicon: Lexicon, understanding?: Understanding) {
    this.#polish = polish;
    this.#lexicon = lexicon;
    this.#understanding = understanding;
  }

  get size(): number {
    return this.#slotOf.size;
  }

  /** Adds a document, or replaces the one with the same id. */
  put(document: SearchDocument): void {
    this.remove(document.id);
    this.#version++;
    const slot = this.#ids.push(document.id) - 1;
    this.#slotOf.set(document.id, slot);
    this.#count(document.name, BOOSTS.name);
    for (const name of document.everydayNames) this.#count(name, BOOSTS.everydayNames);
    for (const keyword of document.keywords) this.#count(keyword, BOOSTS.keywords);
    for (const group of document.targetGroups) this.#count(group, BOOSTS.targetGroups);
    this.#count(document.areaName, BOOSTS.areaName);
    this.#count(document.description, BOOSTS.description);
    this.#words.commit(slot);
    this.#grams.commit(slot);
    if (this.#understanding !== undefined) this.#kinds.put(slot, this.#understanding.kindsOf(document));
  }

  /** Of which kinds a document is, leading one first; none for an unknown id. */
  kindsOf(id: string): readonly KindWeight[] {
    const slot = this.#slotOf.get(id);
    return slot === undefined ? [] : this.#kinds.kindsOf(slot);
  }

  /** Takes a document out; an unknown id is no error. */
  remove(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#version++;
    this.#ids[slot] = undefined;
    this.#slotOf.delete(id);
    this.#words.release(slot);
    this.#grams.release(slot);
    const dead = this.#ids.length - this.#slotOf.size;
    if (dead >= SWEEP_FROM && dead * 4 > this.#ids.length) this.#sweep();
  }

  /** The best documents first; equal scores in the order of their ids. Any text is a valid query. */
  search(query: string, options: SearchOptions = {}): SearchHit[] {
    const limit = Math.min(HIGHEST_LIMIT, Math.max(0, Math.floor(options.limit ?? DEFAULT_LIMIT) || 0));
    if (limit === 0) return [];
    const ids = this.#ids;
    const slots = { count: ids.length, live: this.#slotOf.size, version: this.#version, isLive: (slot: number) => ids[slot] !== undefined };
    const vocabulary = {
      has: (term: string) => this.#words.frequency(term, slots) > 0,
      listNear: (folded: string) => this.#unusual.listNear(folded),
    };
    const { clauses, grams } = readQuery(query, this.#polish, this.#lexicon, vocabulary);
    const wanted = this.#understanding?.wantedKinds(query);
    const wants = wanted && this.#wantsOf(wanted, ids);
    const best = this.#ranking.rank({ clauses, grams }, slots, limit, (slot) => ids[slot], options.filter, wants);
    this.#wanted.clear();
    return best.map(({ slot, id, score }) => ({
      id,
      score,
      matches: [...this.#explain(slot, clauses), ...this.#explainNeed(slot, wanted)],
    }));
  }

  #wantsOf(wanted: WantedKinds, ids: readonly (string | undefined)[]): Wants {
    this.#wanted.reserve(ids.length);
    // The ranking reads what is wanted most first.
    for (const [kind, { gain }] of [...wanted].toSorted(([, a], [, b]) => b.gain - a.gain)) {
      if (gain < WANTED_FROM) break;
      const useful = gain ** NEED_POWER;
      const list = this.#kinds.listOf(kind);
      if (list === undefined) continue;
      const { slots, weights } = list;
      for (let at = 0; at < slots.length; at++) {
        const slot = slots[at] as number;
        if (ids[slot] !== undefined) this.#wanted.note(slot, useful * (weights[at] as number));
      }
    }
    const clearest = Math.max(0, ...[...wanted.values()].map(({ need }) => need.p));
    return { board: this.#wanted, weight: NEED_WEIGHT * Math.min(1, clearest / CLEAR_FROM) };
  }

  #explainNeed(slot: number, wanted: WantedKinds | undefined): SearchMatch[] {
    const reasons = this.#kinds.kindsOf(slot).flatMap(({ kind, weight }) => {
      const want = wanted?.get(kind);
      return want === undefined ? [] : [{ use: want.gain * weight, found: want.need.name }];
    });
    const best = reasons.toSorted((a, b) => b.use - a.use)[0];
    return best !== undefined && best.use >= REASON_FROM ? [{ typed: '', found: best.found, kind: 'need' }] : [];
  }

  #explain(slot: number, clauses: readonly QueryClause[]): SearchMatch[] {
    const matches: SearchMatch[] = [];
    for (const { words, typed, meant, kind } of clauses) {
      const found = words.map((word) => [...word.keys()].find((lemma) => this.#words.holds(lemma, slot)));
      if (found.every((lemma) => lemma !== undefined)) matches.push({ typed, found: meant ?? found.join(' '), kind });
    }
    return matches;
  }

  #count(text: string, boost: number): void {
    for (const word of listWords(text)) {
      const { lemmas, grams } = this.#analyse(word);
      for (const lemma of lemmas) this.#words.count(lemma, boost);
      for (const gram of grams) this.#grams.count(gram, boost);
    }
  }

  #analyse(word: string): Analysis {
    const remembered = this.#analyses.get(word);
    if (remembered !== undefined) return remembered;
    const folded = fold(word);
    const { exact, loose } = this.#polish.lemmasOf(word);
    const known = exact.length > 0 ? exact : loose;
    if (known.length === 0) this.#unusual.add(folded);
    const analysis: Analysis = isStopWord(folded)
      ? { lemmas: [], grams: [] }
      : { lemmas: known.length > 0 ? known : [folded], grams: fourGrams(folded) };
    if (this.#analyses.size >= ANALYSES_KEPT) this.#analyses.clear();
    this.#analyses.set(word, analysis);
    return analysis;
  }

  #sweep(): void {
    const renumbered = new Int32Array(this.#ids.length).fill(-1);
    const kept: string[] = [];
    for (const [slot, id] of this.#ids.entries()) {
      if (id === undefined) continue;
      renumbered[slot] = kept.push(id) - 1;
      this.#slotOf.set(id, kept.length - 1);
    }
    this.#ids = kept;
    this.#words.compact(renumbered);
    this.#grams.compact(renumbered);
    this.#kinds.compact(renumbered);
  }
}
