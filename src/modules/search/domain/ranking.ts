import type { QueryClause, ReadQuery } from './readQuery.ts';
import { ScoreBoard } from './scoreBoard.ts';
import { Best, type Candidate, countScored, type Filter, type Scoring, type Wants } from './bestOf.ts';
import type { Postings, Slots, TermSpace } from './termSpace.ts';

/**
 * Postings read for everyone before common words and 4-grams are left to the front-runners. Small indexes never get
 * there, so their ranking is exact; in large ones a common word alone lifts nobody into the first ten.
 */
const EFFORT: Effort = { postingsForEveryone: 10_000, frontRunners: 60, finalists: 30 };

/** A document seldom scores more than this part of what a query's words could give at most. */
const REACHABLE = 0.7;

/** `frontRunners`: how many documents the common words are read for; `finalists`: how many of these the common 4-grams. */
export type Effort = { readonly postingsForEveryone: number; readonly frontRunners: number; readonly finalists: number };

/** One part of a query, words that belong together or a 4-gram, and how many postings it costs to read it for everyone. */
type Part =
  | { readonly cost: number; readonly clause: QueryClause }
  | { readonly cost: number; readonly gram: Postings; readonly weight: number };

/** Scores a read query over words and 4-grams. Keeps its scoreboards between queries. */
export class Ranking {
  readonly #words: TermSpace;
  readonly #grams: TermSpace;
  readonly #effort: Effort;
  readonly #total = new ScoreBoard('sum');
  readonly #clause = new ScoreBoard('sum');
  readonly #held = new ScoreBoard('sum');
  readonly #word = new ScoreBoard('highest');
  readonly #best = new Best();

  constructor(words: TermSpace, grams: TermSpace, effort: Effort = EFFORT) {
    this.#effort = effort;
    this.#words = words;
    this.#grams = grams;
  }

  /**
   * @param idOf a slot's document id, undefined when the document left
   * @param wants what the needs behind the query add; a document they want is found without any word in common
   */
  rank(
    query: ReadQuery,
    slots: Slots,
    limit: number,
    idOf: (slot: number) => string | undefined,
    filter: Filter,
    wants?: Wants,
  ): Candidate[] {
    const scoring = this.#scoring(query, slots, wants);
    for (const board of [this.#total, this.#clause, this.#held, this.#word]) board.reserve(slots.count);
    const parts = this.#partsOf(query, slots).toSorted((a, b) => a.cost - b.cost);
    const runners = Math.max(this.#effort.frontRunners, limit);
    let spent = 0;
    let read = 0;
    let among: readonly number[] | undefined;
    for (; read < parts.length; read++) {
      const part = parts[read] as Part;
      spent += part.cost;
      if (spent > this.#effort.postingsForEveryone && countScored(scoring) >= runners) {
        among = inOrder(this.#best.take(scoring, idOf, runners, filter));
        break;
      }
      this.#note(part, slots);
    }
    const left = parts.slice(read);
    // A narrow filter may leave too few of them: then the common words are needed to find anyone at all.
    if (among !== undefined && among.length < limit) {
      for (const part of left) this.#note(part, slots);
      among = undefined;
    } else if (among !== undefined) {
      for (const part of left) if ('clause' in part) this.#note(part, slots, among);
      const finalists = Math.max(this.#effort.finalists, limit);
      if (finalists < among.length) among = inOrder(this.#best.take(scoring, idOf, finalists, filter, among));
      for (const part of left) if ('gram' in part) this.#note(part, slots, among);
    }
    // Nobody is overtaken by those left behind: the front-runners alone have gained since.
    const best = this.#best.take(scoring, idOf, limit, filter, among);
    this.#total.clear();
    return best;
  }

  /**
   * Words count by how much of what the query says a document could hold at most, so that a query that names a service is
   * ruled by its words, and one that tells a situation, of which services know few words, by the need.
   */
  #scoring({ clauses }: ReadQuery, slots: Slots, wants: Wants | undefined): Scoring {
    const total = this.#total;
    if (wants === undefined) return { total, unit: 1, wants: undefined };
    let whole = 0;
    for (const { words, kind } of clauses)
      if (kind !== 'meaning')
        for (const word of words) whole += Math.max(...[...word.keys()].map((lemma) => this.#words.telling(lemma, slots)));
    return { total, unit: 1 / Math.max(1, whole * REACHABLE), wants };
  }

  #partsOf({ clauses, grams }: ReadQuery, slots: Slots): Part[] {
    const parts: Part[] = [];
    for (const clause of clauses) {
      let cost = 0;
      for (const word of clause.words) for (const lemma of word.keys()) cost += this.#words.frequency(lemma, slots);
      parts.push({ cost, clause });
    }
    for (const { gram, weight } of grams) {
      const postings = this.#grams.find(gram);
      if (postings !== undefined) parts.push({ cost: this.#grams.frequency(postings, slots), gram: postings, weight });
    }
    return parts;
  }

  #note(part: Part, slots: Slots, among?: readonly number[]): void {
    if ('clause' in part) this.#noteClause(part.clause, slots, among);
    else this.#grams.score(part.gram, part.weight, slots, this.#total, among);
  }

  #noteClause({ words }: QueryClause, slots: Slots, among: readonly number[] | undefined): void {
    const [only] = words;
    if (words.length === 1 && only?.size === 1) {
      // One reading of one word: nothing to choose the highest of.
      for (const [lemma, weight] of only) this.#words.score(lemma, weight, slots, this.#total, among);
      return;
    }
    for (const word of words) {
      for (const [lemma, weight] of word) this.#words.score(lemma, weight, slots, this.#word, among);
      const into = words.length === 1 ? this.#total : this.#clause;
      const { touched, values } = this.#word;
      for (let at = 0; at < touched.length; at++) {
        const slot = touched[at] as number;
        into.note(slot, values[slot] as number);
        if (words.length > 1) this.#held.note(slot, 1);
      }
      this.#word.clear();
    }
    if (words.length === 1) return;
    for (const slot of this.#clause.touched) {
      const part = this.#held.at(slot) / words.length;
      this.#total.note(slot, this.#clause.at(slot) * part * part);
    }
    this.#clause.clear();
    this.#held.clear();
  }
}

const inOrder = (candidates: readonly Candidate[]): number[] => candidates.map(({ slot }) => slot).toSorted((a, b) => a - b);
