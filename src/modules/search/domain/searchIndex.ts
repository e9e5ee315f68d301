import { inPlainWords } from './courtesies.ts';
import { type Glossed, inPolish } from './glosses.ts';
import type { KindWeight } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import type { PolishWords } from './polishWords.ts';
import { type MatchKind, type QueryClause, readQuery, type Reading } from './readQuery.ts';
import { Ranking } from './ranking.ts';
import { SpellingIndex } from './spelling.ts';
import { type Postings, TermSpace } from './termSpace.ts';
import { TaughtNeeds, type TaughtPhrase } from './taughtNeeds.ts';
import { fold, fourGrams, isStopWord, listWords } from './tokens.ts';
import { isNamed, type Understanding, type UnderstoodText, type WantedKinds } from './understanding.ts';
import { WantedDocuments } from './wantedDocuments.ts';

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
  readonly kinds?: readonly string[] | undefined;
  /** Ids of needs for which an editor wants it found besides what its kinds say, and for which not. */
  readonly needs?: readonly string[];
  readonly deniedNeeds?: readonly string[];
};

/**
 * Why a service was found: the typed words, what they met in the service (a base form or the lexicon's expression), and how.
 * Of kind `need`: `found` is the name of the need that the whole query tells of, `need` its id, `typed` is empty; `perhaps`: the
 * query says too little to name it.
 */
export type SearchMatch = {
  readonly typed: string;
  readonly found: string;
  readonly kind: MatchKind | 'need' | 'perhaps';
  readonly need?: string;
};
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
/** A need is told as a reason from this part of the best on. */
const REASON_FROM = 0.08;
/** Documents that left are swept out when they are this many and a quarter of all. */
const SWEEP_FROM = 256;

type Tellable = Pick<QueryClause, 'meant' | 'kind'> & {
  readonly reason: string;
  readonly places: readonly (readonly { readonly lemma: string; readonly postings: Postings | undefined }[])[];
};
type Analysis = { readonly lemmas: readonly string[]; readonly grams: readonly string[] };

/** An in-memory index of services, kept up to date one document at a time. Not shared between processes. */
export class SearchIndex {
  readonly #polish: PolishWords;
  readonly #lexicon: Lexicon;
  readonly #understanding: Understanding | undefined;
  readonly #wanted: WantedDocuments | undefined;
  #taught: TaughtNeeds | undefined;
  /** The query read last: a page asks more than once about the same. */
  #lastRead: { readonly query: string; readonly read: UnderstoodText } | undefined;
  #lastInWords: { readonly query: string; readonly glossed: Glossed } | undefined;
  #ids: (string | undefined)[] = [];
  readonly #slotOf = new Map<string, number>();
  readonly #words = new TermSpace(WORD_LENGTH_WEIGHT);
  readonly #grams = new TermSpace(GRAM_LENGTH_WEIGHT);
  readonly #unusual = new SpellingIndex();
  readonly #analyses = new Map<string, Analysis>();
  readonly #ranking = new Ranking(this.#words, this.#grams);
  /** Words as they were read in queries since the documents last changed. */
  readonly #readings = new Map<string, Reading>();
  #version = 0;

  /** @param understanding of needs; without it, words alone decide */
  constructor(polish: PolishWords, lexicon: Lexicon, understanding?: Understanding) {
    this.#polish = polish;
    this.#lexicon = lexicon;
    this.#understanding = understanding;
    this.#wanted = understanding && new WantedDocuments(understanding);
  }

  get size(): number {
    return this.#slotOf.size;
  }

  /** Adds a document, or replaces the one with the same id. */
  put(document: SearchDocument): void {
    this.remove(document.id);
    this.#change();
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
    this.#wanted?.put(slot, document);
  }

  /** Phrases that mean needs, instead of those taught before. */
  teach(phrases: readonly TaughtPhrase[]): void {
    this.#taught = phrases.length === 0 ? undefined : new TaughtNeeds(phrases, this.#polish);
    this.#lastRead = undefined;
  }

  /** What a query tells of, with what was taught here. */
  understand(query: string): UnderstoodText {
    if (this.#lastRead?.query !== query) {
      const read = this.#understanding?.read(this.#inWords(query).text, this.#taught) ?? { needs: [], evidence: 0 };
      this.#lastRead = { query, read };
    }
    return this.#lastRead.read;
  }

  /** A query without courtesies, and in Polish too when it is of another language. */
  #inWords(query: string): Glossed {
    if (this.#lastInWords?.query === query) return this.#lastInWords.glossed;
    const text = inPlainWords(query);
    const polish = inPolish(text, (word) => this.#polish.isKnown(word));
    const glossed = polish === undefined ? { text, typedFor: new Map() } : { text: `${text}\n${polish.text}`, typedFor: polish.typedFor };
    this.#lastInWords = { query, glossed };
    return glossed;
  }

  /** Of which kinds a document is, leading one first; none for an unknown id. */
  kindsOf(id: string): readonly KindWeight[] {
    const slot = this.#slotOf.get(id);
    return slot === undefined ? [] : (this.#wanted?.kindsOf(slot) ?? []);
  }

  /** Takes a document out; an unknown id is no error. */
  remove(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#change();
    this.#ids[slot] = undefined;
    this.#slotOf.delete(id);
    this.#words.release(slot);
    this.#grams.release(slot);
    this.#wanted?.release(slot);
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
      readings: this.#readings,
    };
    const { text, typedFor } = this.#inWords(query);
    const { clauses, grams } = readQuery(text, this.#polish, this.#lexicon, vocabulary, typedFor);
    const read = this.understand(query);
    const wanted = this.#understanding?.kindsFor(read.needs);
    const wants = wanted && this.#wanted?.weigh(read, wanted);
    const best = this.#ranking.rank({ clauses, grams }, slots, limit, (slot) => ids[slot], options.filter, wants);
    this.#wanted?.clear();
    const tellable = this.#tellable(clauses);
    return best.map(({ slot, id, score }) => ({
      id,
      score,
      matches: [...this.#explain(slot, tellable), ...this.#explainNeed(slot, read, wanted)],
    }));
  }

  #explainNeed(slot: number, read: UnderstoodText, wanted: WantedKinds | undefined): SearchMatch[] {
    const best = wanted && this.#wanted?.reasonFor(slot, read.needs, wanted);
    if (best === undefined || best.use < REASON_FROM) return [];
    const { id, name } = best.need;
    const p = read.needs.find(({ need }) => need.id === id)?.p ?? 0;
    return [{ typed: '', found: name, kind: isNamed(read, { p }) ? 'need' : 'perhaps', need: id }];
  }

  /** What may be told as a reason: expressions, each with its words and where these stand. */
  #tellable(clauses: readonly QueryClause[]): Tellable[] {
    return clauses.flatMap(({ words, meant, kind, reason }) => {
      if (reason === undefined) return [];
      const places = words.map((word) =>
        Array.from(word.keys(), (lemma) => ({ lemma, postings: this.#words.find(lemma) })).filter(({ postings }) => postings !== undefined),
      );
      return places.some((word) => word.length === 0) ? [] : [{ places, kind, reason, ...(meant === undefined ? {} : { meant }) }];
    });
  }

  #explain(slot: number, tellable: readonly Tellable[]): SearchMatch[] {
    const matches: SearchMatch[] = [];
    for (const { places, meant, kind, reason } of tellable) {
      const found: string[] = [];
      for (const word of places) {
        const place = word.find(({ lemma, postings }) => this.#words.holds(postings ?? lemma, slot));
        if (place === undefined) break;
        found.push(place.lemma);
      }
      if (found.length === places.length) matches.push({ typed: reason, found: meant ?? found.join(' '), kind });
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

  #change(): void {
    this.#version++;
    if (this.#readings.size > 0) this.#readings.clear();
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
    this.#wanted?.compact(renumbered);
  }
}
