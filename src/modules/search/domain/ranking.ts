import type { QueryClause, ReadQuery } from './readQuery.ts';
import { ScoreBoard } from './scoreBoard.ts';
import { Best, type Candidate, countScored, type Filter, type Scoring, type Wants } from './bestOf.ts';
import type { Slots, TermSpace } from './termSpace.ts';

/**
 * Postings read for everyone before common words and 4-grams are left to the front-runners. Small indexes never get
 * there, so their ranking is exact; in large ones a common word alone lifts nobody into the first ten.
 */
const EFFORT: Effort = { postingsForEveryone: 10_000, frontRunners: 100 };

/** A document seldom scores more than this part of what a query's words could give at most. */
const REACHABLE = 0.7;

/** `frontRunners`: how many documents the rest of the query is read for. */
export type Effort = { readonly postingsForEveryone: number; readonly frontRunners: number };

/** One part of a query: how many postings it costs, and noting its scores, for all documents or among some. */
type Part = { readonly cost: number; note(among?: readonly number[]): void };

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
    let among: number[] | undefined;
    let isForEveryone = false;
    for (const part of parts) {
      spent += part.cost;
      if (among === undefined && !isForEveryone && spent > this.#effort.postingsForEveryone && countScored(scoring) >= runners) {
        const ahead = this.#best.take(scoring, idOf, runners, filter);
        // A narrow filter may leave too few of them: then the common words are needed to find anyone at all.
        isForEveryone = ahead.length < limit;
        if (!isForEveryone) among = ahead.map(({ slot }) => slot).toSorted((a, b) => a - b);
      }
      part.note(among);
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
    const clauseParts = clauses.map((clause) => ({
      cost: clause.words.reduce(
        (sum, word) => sum + [...word.keys()].reduce((all, lemma) => all + this.#words.frequency(lemma, slots), 0),
        0,
      ),
      note: (among?: readonly number[]) => this.#noteClause(clause, slots, among),
    }));
    const gramParts = grams.map(({ gram, weight }) => ({
      cost: this.#grams.frequency(gram, slots),
      note: (among?: readonly number[]) => this.#grams.score(gram, weight, slots, this.#total, among),
    }));
    return [...clauseParts, ...gramParts];
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
