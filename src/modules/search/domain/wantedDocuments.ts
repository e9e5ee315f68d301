import type { Wants } from './bestOf.ts';
import { type KindGroup, KindPostings } from './kindPostings.ts';
import type { KindText, KindWeight } from './kinds.ts';
import type { UnderstoodNeed } from './needs.ts';
import { TiedNeeds, type Use } from './tiedNeeds.ts';
import type { LikelyNeed, Understanding, UnderstoodText, WantedKinds } from './understanding.ts';

/** How much a need that is certain counts against words that are all met. */
const NEED_WEIGHT = 2.4;
/** Needs count less when not even the likeliest is this likely: such a query hardly tells anything. */
const CLEAR_FROM = 0.1;
/** Below 1: likely needs do not outshine one another and the words too much. */
const NEED_POWER = 0.65;
/** Less useful kinds are not looked for: a query that is hardly understood must not find just anything. */
const WANTED_FROM = 0.03;
const LEAST_EVIDENCE = 0.25;

/** A query of words that people say of everything tells no need, whatever is likeliest. */
const weightOfEvidence = (evidence: number): number => LEAST_EVIDENCE + (1 - LEAST_EVIDENCE) * evidence;

/** A document as far as its kinds and what editors said of it go. */
type Wanted = KindText & { readonly needs?: readonly string[]; readonly deniedNeeds?: readonly string[] };

/** Which documents the needs behind a query want, and how much: by their kinds, or as editors tied them to needs. */
export class WantedDocuments {
  readonly #understanding: Understanding;
  readonly #kinds = new KindPostings();
  readonly #tied = new TiedNeeds();
  /** By group of kinds: how much it is wanted by the query being answered; zero in between. */
  #useOf = new Float64Array(64);
  readonly #touched: KindGroup[] = [];

  constructor(understanding: Understanding) {
    this.#understanding = understanding;
  }

  /** @param slot higher than any before it */
  put(slot: number, document: Wanted): void {
    this.#tied.put(slot, document.needs ?? [], document.deniedNeeds ?? []);
    this.#kinds.put(slot, this.#understanding.kindsOf(document), this.#tied.has(slot));
  }

  release(slot: number): void {
    this.#kinds.release(slot);
    this.#tied.remove(slot);
  }

  /** Leading kind first. */
  kindsOf(slot: number): readonly KindWeight[] {
    return this.#kinds.kindsOf(slot);
  }

  /** `renumbered[old]` is the new slot, or -1. */
  compact(renumbered: Int32Array): void {
    this.#tied.compact(renumbered);
    this.#kinds.compact(renumbered, (slot) => this.#tied.has(slot));
  }

  /** How much each document is wanted; true until `clear`, which has to come before the next query. */
  weigh({ needs, evidence }: UnderstoodText, wanted: WantedKinds): Wants {
    if (this.#useOf.length < this.#kinds.groupCount) this.#useOf = new Float64Array(this.#kinds.groupCount * 2);
    const useOf = this.#useOf;
    const touched = this.#touched;
    const note = (group: KindGroup, use: number): void => {
      if (useOf[group.number] === 0) touched.push(group);
      useOf[group.number] = use;
    };
    for (const [kind, { gain }] of wanted) {
      const useful = this.#usefulness(gain, kind);
      if (useful === 0) continue;
      for (const { group, weight } of this.#kinds.listWith(kind))
        if (group.live > 0 && useful * weight > (useOf[group.number] as number)) note(group, useful * weight);
    }
    // What is tied has a group of its own.
    for (const slot of this.#tied.slots) {
      const use = this.#useOfTied(slot, needs, (gain, kind) => this.#usefulness(gain, kind))?.use ?? 0;
      const group = this.#kinds.getGroup(this.#kinds.groupOf[slot] as number);
      if (use > 0) note(group, use);
      else useOf[group.number] = 0;
    }
    const groups = touched.filter(({ number }) => useOf[number] !== 0);
    const clearest = needs[0]?.p ?? 0;
    return {
      groupOf: this.#kinds.groupOf,
      useOf,
      groups,
      count: groups.reduce((sum, { live }) => sum + live, 0),
      weight: NEED_WEIGHT * Math.min(1, clearest / CLEAR_FROM) * weightOfEvidence(evidence),
    };
  }

  /** How much a gain (0–1], through a kind, makes a document wanted. */
  #usefulness(gain: number, kind: number | undefined): number {
    if (gain < WANTED_FROM) return 0;
    return (gain * (kind === undefined ? 1 : this.#understanding.particularity(kind))) ** NEED_POWER;
  }

  #useOfTied(slot: number, needs: readonly LikelyNeed[], worth: (gain: number, kind?: number) => number): Use | undefined {
    const kinds = this.#kinds
      .kindsOf(slot)
      .map(({ kind, weight }) => ({ kind, weight, id: this.#understanding.kinds.list[kind]?.id ?? '' }));
    return this.#tied.useOf(slot, needs, kinds, worth);
  }

  clear(): void {
    for (const { number } of this.#touched) this.#useOf[number] = 0;
    this.#touched.length = 0;
  }

  /** For which need a document is wanted most, and how much. */
  reasonFor(
    slot: number,
    likely: readonly LikelyNeed[],
    wanted: WantedKinds,
  ): { use: number; need: Pick<UnderstoodNeed, 'id' | 'name'> } | undefined {
    if (this.#tied.has(slot)) return this.#useOfTied(slot, likely, (gain) => gain);
    let best: { use: number; need: UnderstoodNeed } | undefined;
    for (const { kind, weight } of this.#kinds.kindsOf(slot)) {
      const want = wanted.get(kind);
      if (want !== undefined && (best === undefined || want.gain * weight > best.use)) best = { use: want.gain * weight, need: want.need };
    }
    return best;
  }
}
