import type { KindGroup } from './kindPostings.ts';
import type { ScoreBoard } from './scoreBoard.ts';

/**
 * How much documents are wanted for the needs behind the query, and how words and needs are weighed. Each document belongs to one
 * group, and all of a group are wanted alike.
 */
export type Wants = {
  readonly weight: number;
  /** By slot: the number of its group. */
  readonly groupOf: Uint32Array;
  /** By number of a group: how much it is wanted, 0 when it is not. */
  readonly useOf: Float64Array;
  /** Those that are wanted, in any order, and how many living documents they have together. */
  readonly groups: readonly KindGroup[];
  readonly count: number;
};
/** How words and needs make a score: words in units of what they could give at most. */
export type Scoring = { readonly total: ScoreBoard; readonly unit: number; readonly wants: Wants | undefined };
export type Candidate = { readonly slot: number; readonly id: string; readonly score: number };
export type Filter = ((id: string) => boolean) | undefined;
type IdOf = (slot: number) => string | undefined;

/** Among fewer, finding out where the best begin costs more than it saves. */
const MANY = 1_000;
const STEPS = 512;

/** Never less than how many have a score. */
export const countScored = ({ total, wants }: Scoring): number => total.size + (wants?.count ?? 0);

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
    this.#count = 0;
    this.#addHeard(scoring, among ?? scoring.total.touched);
    if (among !== undefined) return this.#choose(idOf, limit, undefined, 0);
    const heard = this.#count;
    const least = this.#addWanted(scoring, limit);
    const bar = this.#count < MANY ? least : Math.max(least, this.#barFor(limit));
    const best = this.#choose(idOf, limit, filter, bar);
    if (best.length >= limit || bar === 0) return best;
    // Some above the bar have left or are not let through: then those below it have their turn.
    this.#count = heard;
    for (const group of scoring.wants?.groups ?? []) this.#addOnlyWanted(scoring, group);
    return this.#choose(idOf, limit, filter, 0);
  }

  /** Makes room for so many more. */
  #makeRoom(more: number): void {
    const most = this.#count + more;
    if (most <= this.#slots.length) return;
    const [slots, scores] = [this.#slots, this.#scores];
    this.#slots = new Uint32Array(most * 2);
    this.#scores = new Float64Array(most * 2);
    this.#slots.set(slots.subarray(0, this.#count));
    this.#scores.set(scores.subarray(0, this.#count));
  }

  /** Lists slots with the scores of their words and needs. */
  #addHeard({ total, unit, wants }: Scoring, heard: ArrayLike<number>): void {
    this.#makeRoom(heard.length);
    const slots = this.#slots;
    const scores = this.#scores;
    const ofWords = total.values;
    const weight = wants?.weight ?? 0;
    for (let at = 0; at < heard.length; at++) {
      const slot = heard[at] as number;
      slots[at] = slot;
      const ofNeeds = wants === undefined ? 0 : (wants.useOf[wants.groupOf[slot] as number] as number);
      scores[at] = (ofWords[slot] as number) * unit + ofNeeds * weight;
    }
    this.#count = heard.length;
  }

  /**
   * Lists what is wanted without any word, most wanted first, until the rest is wanted too little to be among the `limit` first.
   * @returns a score that nothing left out reaches; 0 when nothing was left out
   */
  #addWanted(scoring: Scoring, limit: number): number {
    const { wants } = scoring;
    if (wants === undefined) return 0;
    const worth = ({ number }: KindGroup): number => (wants.useOf[number] as number) * wants.weight;
    let bar = this.#count >= limit ? this.#barFor(limit) : 0;
    const ranked = wants.groups.filter((group) => worth(group) >= bar).toSorted((a, b) => worth(b) - worth(a));
    let isAll = ranked.length === wants.groups.length;
    for (const group of ranked) {
      if (bar === 0 && this.#count >= limit) bar = this.#barFor(limit);
      if (worth(group) < bar) {
        isAll = false;
        break;
      }
      this.#addOnlyWanted(scoring, group);
    }
    return isAll ? 0 : bar;
  }

  #addOnlyWanted({ total, wants }: Scoring, { number, slots, size }: KindGroup): void {
    this.#makeRoom(size);
    const score = (wants?.useOf[number] ?? 0) * (wants?.weight ?? 0);
    const ofWords = total.values;
    let count = this.#count;
    for (let at = 0; at < size; at++) {
      const slot = slots[at] as number;
      if (ofWords[slot] !== 0) continue;
      this.#slots[count] = slot;
      this.#scores[count++] = score;
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
