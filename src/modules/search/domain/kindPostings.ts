import type { KindWeight } from './kinds.ts';

/** Documents that are of the same kinds in the same way, and the number by which `groupOf` knows them. */
export type KindGroup = {
  readonly number: number;
  readonly kinds: readonly KindWeight[];
  /** The first `size` places, rising; also those that left since the last `compact`. */
  readonly slots: Uint32Array;
  readonly size: number;
  /** How many of them live. */
  readonly live: number;
};

type Group = { -readonly [Key in keyof KindGroup]: KindGroup[Key] };

/** Which documents are of a kind, and how much. Documents share few combinations of kinds, so queries weigh these. */
export class KindPostings {
  #groups: Group[] = [];
  readonly #byKey = new Map<string, Group>();
  readonly #withKind = new Map<number, { readonly group: Group; readonly weight: number }[]>();
  #groupOf = new Uint32Array(64);

  /**
   * @param slot higher than any before it
   * @param apart in a group of its own, as it is not wanted as others of its kinds are
   */
  put(slot: number, kinds: readonly KindWeight[], apart: boolean): void {
    const group = this.#groupFor(kinds, apart);
    if (slot >= this.#groupOf.length) {
      const longer = new Uint32Array(Math.max(slot + 1, this.#groupOf.length * 2));
      longer.set(this.#groupOf);
      this.#groupOf = longer;
    }
    this.#groupOf[slot] = group.number;
    if (group.size === group.slots.length) {
      const longer = new Uint32Array(group.size * 2);
      longer.set(group.slots);
      group.slots = longer;
    }
    group.slots[group.size++] = slot;
    group.live++;
  }

  /** Notes that a document left. */
  release(slot: number): void {
    const group = this.#groups[this.#groupOf[slot] ?? -1];
    if (group !== undefined) group.live--;
  }

  kindsOf(slot: number): readonly KindWeight[] {
    return this.#groups[this.#groupOf[slot] ?? -1]?.kinds ?? [];
  }

  /** The number of each document's group, by slot. */
  get groupOf(): Uint32Array {
    return this.#groupOf;
  }

  get groupCount(): number {
    return this.#groups.length;
  }

  getGroup(number: number): KindGroup {
    const group = this.#groups[number];
    if (group === undefined) throw new Error(`no group ${number} of kinds`);
    return group;
  }

  /** Groups whose documents are of a kind, and how much. */
  listWith(kind: number): readonly { readonly group: KindGroup; readonly weight: number }[] {
    return this.#withKind.get(kind) ?? [];
  }

  /** Forgets documents that left. `renumbered[old]` is the new slot, or -1. */
  compact(renumbered: Int32Array, isApart: (slot: number) => boolean): void {
    const groups = this.#groups;
    const groupOf = this.#groupOf;
    this.#groups = [];
    this.#groupOf = new Uint32Array(64);
    this.#byKey.clear();
    this.#withKind.clear();
    for (const [old, slot] of renumbered.entries()) if (slot >= 0) this.put(slot, groups[groupOf[old] ?? -1]?.kinds ?? [], isApart(slot));
  }

  #groupFor(kinds: readonly KindWeight[], apart: boolean): Group {
    const key = kinds.map(({ kind, weight }) => `${kind} ${weight}`).join();
    const known = apart ? undefined : this.#byKey.get(key);
    if (known !== undefined) return known;
    const group: Group = { number: this.#groups.length, kinds, slots: new Uint32Array(apart ? 1 : 4), size: 0, live: 0 };
    this.#groups.push(group);
    if (!apart) this.#byKey.set(key, group);
    for (const { kind, weight } of kinds) {
      const groups = this.#withKind.get(kind);
      if (groups === undefined) this.#withKind.set(kind, [{ group, weight }]);
      else groups.push({ group, weight });
    }
    return group;
  }
}
