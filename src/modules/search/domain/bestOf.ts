import type { ScoreBoard } from './scoreBoard.ts';

/** How much each document is wanted for the needs behind the query, by slot; and how words and needs are weighed. */
export type Wants = { readonly board: ScoreBoard; readonly weight: number };
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
    this.#gather(scoring, among);
    if (among !== undefined) return this.#choose(idOf, limit, undefined, 0);
    const bar = this.#count < MANY ? 0 : this.#barFor(limit);
    const best = this.#choose(idOf, limit, filter, bar);
    // Some above the bar have left or are not let through: then those below it have their turn.
    return bar > 0 && best.length < limit ? this.#choose(idOf, limit, filter, 0) : best;
  }

  /** Lists what has a score; what is wanted for its need first. */
  #gather({ total, unit, wants }: Scoring, among?: readonly number[]): void {
    const most = among?.length ?? countScored({ total, unit, wants });
    if (most > this.#slots.length) {
      this.#slots = new Uint32Array(most * 2);
      this.#scores = new Float64Array(most * 2);
    }
    const slots = this.#slots;
    const scores = this.#scores;
    const ofWords = total.values;
    const ofNeeds = wants?.board.values;
    const weight = wants?.weight ?? 0;
    let count = 0;
    const first = among ?? wants?.board.touched ?? [];
    for (let at = 0; at < first.length; at++) {
      const slot = first[at] as number;
      slots[count] = slot;
      scores[count++] = (ofWords[slot] as number) * unit + (ofNeeds === undefined ? 0 : (ofNeeds[slot] as number) * weight);
    }
    const others = among === undefined ? total.touched : [];
    for (let at = 0; at < others.length; at++) {
      const slot = others[at] as number;
      if (ofNeeds !== undefined && ofNeeds[slot] !== 0) continue;
      slots[count] = slot;
      scores[count++] = (ofWords[slot] as number) * unit;
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
