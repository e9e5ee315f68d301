import type { ScoreBoard } from './scoreBoard.ts';

/**
 * How much each document is wanted for the needs behind the query, by slot; and how words and needs are weighed.
 * `stretches`: from which place of the board's `touched` on documents are wanted at most so much, in rising places; may be empty.
 */
export type Wants = { readonly board: ScoreBoard; readonly weight: number; readonly stretches: readonly Stretch[] };
export type Stretch = { readonly from: number; readonly most: number };
/** How words and needs make a score: words in units of what they could give at most. */
export type Scoring = { readonly total: ScoreBoard; readonly unit: number; readonly wants: Wants | undefined };
export type Candidate = { readonly slot: number; readonly id: string; readonly score: number };
export type Filter = ((id: string) => boolean) | undefined;
type IdOf = (slot: number) => string | undefined;

/** Among fewer, finding out where the best begin costs more than it saves. */
const MANY = 1_000;
const STEPS = 512;

/** Never less than how many have a score. */
export const countScored = ({ total, wants }: Scoring): number => total.size + (wants?.board.size ?? 0);

/** Finds the highest scores. Keeps its arrays between queries. */
export class Best {
  #slots = new Uint32Array(256);
  #scores = new Float64Array(256);
  #count = 0;
  readonly #steps = new Uint32Array(STEPS);

  /**
   * The `limit` highest scores, equal ones in the order of their ids. The filter is asked only about those that would get in.
   * @param among slots to choose from, each of which the filter let through before; all that were noted unless given
   */
  take(scoring: Scoring, idOf: IdOf, limit: number, filter: Filter, among?: readonly number[]): Candidate[] {
    this.#makeRoom(among?.length ?? countScored(scoring));
    this.#addHeard(scoring, among ?? scoring.total.touched);
    if (among !== undefined) return this.#choose(idOf, limit, undefined, 0);
    const { wants } = scoring;
    const { upTo, least } = wants === undefined ? { upTo: 0, least: 0 } : this.#addWanted(scoring, wants, limit);
    const bar = this.#count < MANY ? least : Math.max(least, this.#barFor(limit));
    const best = this.#choose(idOf, limit, filter, bar);
    const isAll = wants === undefined || upTo === wants.board.size;
    if (best.length >= limit || (bar === 0 && isAll)) return best;
    // Some above the bar have left or are not let through: then those below it have their turn.
    if (wants !== undefined) this.#addOnlyWanted(scoring, wants, upTo, wants.board.size);
    return this.#choose(idOf, limit, filter, 0);
  }

  #makeRoom(most: number): void {
    this.#count = 0;
    if (most <= this.#slots.length) return;
    this.#slots = new Uint32Array(most * 2);
    this.#scores = new Float64Array(most * 2);
  }

  /** Lists slots with the scores of their words and needs. */
  #addHeard({ total, unit, wants }: Scoring, heard: ArrayLike<number>): void {
    const ofWords = total.values;
    const ofNeeds = wants?.board.values;
    const weight = wants?.weight ?? 0;
    for (let at = 0; at < heard.length; at++) {
      const slot = heard[at] as number;
      this.#slots[at] = slot;
      this.#scores[at] = (ofWords[slot] as number) * unit + (ofNeeds === undefined ? 0 : (ofNeeds[slot] as number) * weight);
    }
    this.#count = heard.length;
  }

  /**
   * Lists what is wanted without any word, until the rest is wanted too little to be among the `limit` first.
   * @returns the place among the wanted where it stopped; `least`: nothing from there on has so high a score
   */
  #addWanted(scoring: Scoring, wants: Wants, limit: number): { upTo: number; least: number } {
    let upTo = 0;
    let bar = 0;
    for (const { from, most } of wants.stretches) {
      this.#addOnlyWanted(scoring, wants, upTo, from);
      upTo = from;
      if (bar === 0 && upTo >= limit) bar = this.#barFor(limit);
      if (most * wants.weight < bar) return { upTo, least: bar };
    }
    this.#addOnlyWanted(scoring, wants, upTo, wants.board.size);
    return { upTo: wants.board.size, least: 0 };
  }

  #addOnlyWanted({ total }: Scoring, { board, weight }: Wants, from: number, to: number): void {
    const { touched, values } = board;
    const ofWords = total.values;
    let count = this.#count;
    for (let at = from; at < to; at++) {
      const slot = touched[at] as number;
      if (ofWords[slot] !== 0) continue;
      this.#slots[count] = slot;
      this.#scores[count++] = (values[slot] as number) * weight;
    }
    this.#count = count;
  }

  /** A score that at least `limit` documents reach, and not many more; 0 when fewer have any. */
  #barFor(limit: number): number {
    const scores = this.#scores;
    const steps = this.#steps.fill(0);
    let highest = 0;
    for (let at = 0; at < this.#count; at++) if ((scores[at] as number) > highest) highest = scores[at] as number;
    const perStep = (STEPS - 1) / highest;
    for (let at = 0; at < this.#count; at++) {
      const step = ((scores[at] as number) * perStep) | 0;
      steps[step] = (steps[step] as number) + 1;
    }
    let reached = 0;
    for (let step = STEPS - 1; step > 0; step--) {
      reached += steps[step] as number;
      // A hair lower, so that no rounding keeps out what belongs in.
      if (reached >= limit) return (step / perStep) * (1 - 1e-9);
    }
    return 0;
  }

  #choose(idOf: IdOf, limit: number, filter: Filter, bar: number): Candidate[] {
    const best: Candidate[] = [];
    const slots = this.#slots;
    const scores = this.#scores;
    let toBeat = bar;
    for (let at = 0; at < this.#count; at++) {
      const score = scores[at] as number;
      if (score < toBeat) continue;
      const slot = slots[at] as number;
      const id = idOf(slot);
      if (id === undefined) continue;
      const last = best.length === limit ? best[limit - 1] : undefined;
      if (last !== undefined && score === last.score && id >= last.id) continue;
      if (filter !== undefined && !filter(id)) continue;
      if (last !== undefined) best.pop();
      best.splice(placeFor(best, score, id), 0, { slot, id, score });
      if (best.length === limit) toBeat = (best[limit - 1] as Candidate).score;
    }
    return best;
  }
}

/** Where a score belongs among `best`, which are in order. */
function placeFor(best: readonly Candidate[], score: number, id: string): number {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = best[middle] as Candidate;
    if (other.score !== score ? other.score > score : other.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
