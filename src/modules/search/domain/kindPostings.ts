import type { KindWeight } from './kinds.ts';

/** The first `size` places: slots of documents and, at the same places, how much they are of the kind. */
export type KindList = { readonly slots: Uint32Array; readonly weights: Float64Array; readonly size: number };

/** Which documents are of a kind, and how much. */
export class KindPostings {
  readonly #lists = new Map<number, { slots: Uint32Array; weights: Float64Array; size: number }>();
  #kindsOf: (readonly KindWeight[] | undefined)[] = [];
  /** Many documents are of the same kinds in the same way: they share one list. */
  readonly #shared = new Map<string, readonly KindWeight[]>();

  /** @param slot higher than any before it */
  put(slot: number, kinds: readonly KindWeight[]): void {
    this.#kindsOf[slot] = this.#share(kinds);
    for (const { kind, weight } of kinds) {
      const list = this.#lists.get(kind) ?? { slots: new Uint32Array(4), weights: new Float64Array(4), size: 0 };
      if (list.size === 0) this.#lists.set(kind, list);
      if (list.size === list.slots.length) {
        const [slots, weights] = [list.slots, list.weights];
        list.slots = new Uint32Array(list.size * 2);
        list.weights = new Float64Array(list.size * 2);
        list.slots.set(slots);
        list.weights.set(weights);
      }
      list.slots[list.size] = slot;
      list.weights[list.size++] = weight;
    }
  }

  kindsOf(slot: number): readonly KindWeight[] {
    return this.#kindsOf[slot] ?? [];
  }

  /** Documents of a kind, also those that left since the last `compact`. */
  listOf(kind: number): KindList | undefined {
    return this.#lists.get(kind);
  }

  /** Forgets documents that left. `renumbered[old]` is the new slot, or -1. */
  compact(renumbered: Int32Array): void {
    const before = this.#kindsOf;
    this.#kindsOf = [];
    this.#lists.clear();
    this.#shared.clear();
    for (const [old, slot] of renumbered.entries()) if (slot >= 0) this.put(slot, before[old] ?? []);
  }

  #share(kinds: readonly KindWeight[]): readonly KindWeight[] {
    const key = kinds.map(({ kind, weight }) => `${kind} ${weight}`).join();
    const shared = this.#shared.get(key);
    if (shared !== undefined) return shared;
    this.#shared.set(key, kinds);
    return kinds;
  }
}
