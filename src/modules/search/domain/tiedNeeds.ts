import type { KindWeight } from './kinds.ts';
import { gainOfGrade, type Need } from './needs.ts';
import type { LikelyNeed } from './understanding.ts';

/** Ids of needs for which an editor wants a document found besides what its kinds say, and for which not. */
export type Ties = { readonly needs: ReadonlySet<string>; readonly denied: ReadonlySet<string> };
/** How much a document would help with what a query tells of, and with which need most. */
export type Use = { readonly use: number; readonly need: Need };

/** Documents that editors tied to needs, or cut off from some. They are few, so each is weighed by itself. */
export class TiedNeeds {
  #ties = new Map<number, Ties>();

  put(slot: number, needs: readonly string[], denied: readonly string[]): void {
    if (needs.length + denied.length > 0) this.#ties.set(slot, { needs: new Set(needs), denied: new Set(denied) });
  }

  remove(slot: number): void {
    this.#ties.delete(slot);
  }

  get slots(): IterableIterator<number> {
    return this.#ties.keys();
  }

  has(slot: number): boolean {
    return this.#ties.has(slot);
  }

  /**
   * The greatest use of a tied document: of one of its kinds for all needs it is not cut off from, or of being tied to a need.
   * @param kinds of the document, by their ids
   * @param worth of a gain (0–1] through a kind, before it is weighed by how much the document is of the kind; without one, of a tie
   */
  useOf(
    slot: number,
    likely: readonly LikelyNeed[],
    kinds: readonly (KindWeight & { readonly id: string })[],
    worth: (gain: number, kind?: number) => number,
  ): Use | undefined {
    const ties = this.#ties.get(slot);
    if (ties === undefined) return undefined;
    let best: Use | undefined;
    const offer = (use: number, need: Need | undefined): void => {
      if (need !== undefined && use > (best?.use ?? 0)) best = { use, need };
    };
    for (const { id, kind, weight } of kinds) {
      let gain = 0;
      let most: { part: number; need: Need } | undefined;
      for (const { need, p } of likely) {
        const part = ties.denied.has(need.id) ? 0 : p * gainOfGrade(need.kinds[id] ?? 0);
        gain += part;
        if (part > (most?.part ?? 0)) most = { part, need };
      }
      offer(worth(gain, kind) * weight, most?.need);
    }
    for (const { need, p } of likely) if (ties.needs.has(need.id)) offer(worth(p), need);
    return best;
  }

  /** `renumbered[old]` is the new slot, or -1. */
  compact(renumbered: Int32Array): void {
    const before = this.#ties;
    this.#ties = new Map();
    for (const [old, ties] of before) {
      const slot = renumbered[old] ?? -1;
      if (slot >= 0) this.#ties.set(slot, ties);
    }
  }
}
