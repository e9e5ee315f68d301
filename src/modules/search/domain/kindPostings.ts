import type { KindWeight } from './kinds.ts';

/** Which documents are of a kind, and how much. */
export class KindPostings {
  readonly #slotsOf = new Map<number, number[]>();
  #kindsOf: (readonly KindWeight[] | undefined)[] = [];

  /** @param slot higher than any before it */
  put(slot: number, kinds: readonly KindWeight[]): void {
    this.#kindsOf[slot] = kinds;
    for (const { kind } of kinds) {
      const slots = this.#slotsOf.get(kind);
      if (slots === undefined) this.#slotsOf.set(kind, [slot]);
      else slots.push(slot);
    }
  }

  kindsOf(slot: number): readonly KindWeight[] {
    return this.#kindsOf[slot] ?? [];
  }

  /** Slots of a kind, also of documents that left since the last `compact`. */
  slotsOf(kind: number): readonly number[] {
    return this.#slotsOf.get(kind) ?? [];
  }

  /** Forgets documents that left. `renumbered[old]` is the new slot, or -1. */
  compact(renumbered: Int32Array): void {
    const before = this.#kindsOf;
    this.#kindsOf = [];
    this.#slotsOf.clear();
    for (const [old, slot] of renumbered.entries()) if (slot >= 0) this.put(slot, before[old] ?? []);
  }
}
