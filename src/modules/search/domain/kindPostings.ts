import type { KindWeight } from './kinds.ts';

/** Slots of documents and, at the same places, how much they are of the kind. */
export type KindList = { readonly slots: number[]; readonly weights: number[] };

/** Which documents are of a kind, and how much. */
export class KindPostings {
  readonly #lists = new Map<number, KindList>();
  #kindsOf: (readonly KindWeight[] | undefined)[] = [];

  /** @param slot higher than any before it */
  put(slot: number, kinds: readonly KindWeight[]): void {
    this.#kindsOf[slot] = kinds;
    for (const { kind, weight } of kinds) {
      const list = this.#lists.get(kind) ?? { slots: [], weights: [] };
      if (list.slots.length === 0) this.#lists.set(kind, list);
      list.slots.push(slot);
      list.weights.push(weight);
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
    for (const [old, slot] of renumbered.entries()) if (slot >= 0) this.put(slot, before[old] ?? []);
  }
}
