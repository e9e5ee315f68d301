/** Postings of one kind of term (base forms, or 4-grams) in typed arrays, and their BM25 weights. */

import type { ScoreBoard } from './scoreBoard.ts';

const K1 = 1.2;
/** Weighted term counts are kept in half units (a boost of 2.5 is 5), in the low byte of a posting. */
const UNITS = 2;
const MOST_UNITS = 255;
const SLOT_SHIFT = 8;
/** Inverse document frequency of a word that nobody uses, whatever the size of the index. */
const UNKNOWN = 4.5;

/** Where a term stands, found once for several questions about it; true until the documents change. */
export type Postings = PostingList;

/** `live` postings of living documents, as counted at `version` of the index. */
type PostingList = { data: Uint32Array; size: number; live: number; version: number };

/** Which slots hold a document now. Slots are handed out in rising order and never reused before `compact`. */
export type Slots = { readonly count: number; readonly live: number; readonly version: number; isLive(slot: number): boolean };

export class TermSpace {
  readonly #lengthWeight: number;
  readonly #lists = new Map<string, PostingList>();
  /** In half units: whole numbers that a Float32Array holds exactly. */
  #lengths = new Float32Array(64);
  #totalLength = 0;
  #pending = new Map<string, number>();

  /** @param lengthWeight BM25's b: 0 = long documents are not held back, 1 = fully */
  constructor(lengthWeight: number) {
    this.#lengthWeight = lengthWeight;
  }

  /** Counts one occurrence of a term for the document being added. `boost` in steps of a half. */
  count(term: string, boost: number): void {
    this.#pending.set(term, (this.#pending.get(term) ?? 0) + boost * UNITS);
  }

  /** Writes the counted terms as document `slot`, which must be higher than any slot before it. */
  commit(slot: number): void {
    let length = 0;
    for (const [term, units] of this.#pending) {
      length += units;
      const list = this.#lists.get(term) ?? { data: new Uint32Array(2), size: 0, live: 0, version: -1 };
      if (list.size === 0) this.#lists.set(term, list);
      if (list.size === list.data.length) list.data = grown(list.data);
      list.data[list.size++] = (slot << SLOT_SHIFT) | Math.min(Math.max(1, Math.round(units)), MOST_UNITS);
    }
    if (slot >= this.#lengths.length) {
      const longer = new Float32Array(this.#lengths.length * 2);
      longer.set(this.#lengths);
      this.#lengths = longer;
    }
    this.#lengths[slot] = length;
    this.#totalLength += length;
    this.#pending = new Map();
  }

  /** Forgets the length of a document that left; its postings stay until `compact`. */
  release(slot: number): void {
    this.#totalLength -= this.#lengths[slot] ?? 0;
  }

  find(term: string): Postings | undefined {
    return this.#lists.get(term);
  }

  /** How many living documents hold the term. */
  frequency(term: string | Postings, slots: Slots): number {
    const list = typeof term === 'string' ? this.#lists.get(term) : term;
    return list === undefined ? 0 : frequencyOf(list, slots);
  }

  /** The most that the term can give to one document; for a term that no document holds, what a rare one would give. */
  telling(term: string, slots: Slots): number {
    const frequency = this.frequency(term, slots);
    return (K1 + 1) * (frequency === 0 ? UNKNOWN : Math.log(1 + (slots.live - frequency + 0.5) / (frequency + 0.5)));
  }

  /**
   * Notes `weight` × BM25 of the term for every living document that holds it.
   * @param among rising slots of living documents, when only those matter
   */
  score(term: string | Postings, weight: number, slots: Slots, board: ScoreBoard, among?: readonly number[]): void {
    const list = typeof term === 'string' ? this.#lists.get(term) : term;
    if (list === undefined) return;
    const frequency = frequencyOf(list, slots);
    if (frequency === 0) return;
    const gain = weight * Math.log(1 + (slots.live - frequency + 0.5) / (frequency + 0.5)) * (K1 + 1);
    const flat = K1 * (1 - this.#lengthWeight);
    const sloped = (K1 * this.#lengthWeight * slots.live) / Math.max(1, this.#totalLength);
    const { data, size } = list;
    if (among !== undefined) {
      let from = 0;
      for (const slot of among) {
        from = firstFrom(list, slot, from);
        if (from >= size) return;
        const posting = data[from] as number;
        if (posting >>> SLOT_SHIFT !== slot) continue;
        const count = (posting & MOST_UNITS) / UNITS;
        board.note(slot, (gain * count) / (count + flat + sloped * (this.#lengths[slot] as number)));
      }
      return;
    }
    const everyoneLives = slots.live === slots.count;
    for (let at = 0; at < size; at++) {
      const posting = data[at] as number;
      const slot = posting >>> SLOT_SHIFT;
      if (!everyoneLives && !slots.isLive(slot)) continue;
      const count = (posting & MOST_UNITS) / UNITS;
      board.note(slot, (gain * count) / (count + flat + sloped * (this.#lengths[slot] as number)));
    }
  }

  /** Whether the document in `slot` holds the term. */
  holds(term: string | Postings, slot: number): boolean {
    const list = typeof term === 'string' ? this.#lists.get(term) : term;
    if (list === undefined) return false;
    const at = firstFrom(list, slot, 0);
    return at < list.size && (list.data[at] ?? 0) >>> SLOT_SHIFT === slot;
  }

  /** Drops the postings of documents that left. `renumbered[old]` is the new slot, or -1. */
  compact(renumbered: Int32Array): void {
    for (const [term, list] of this.#lists) {
      let kept = 0;
      for (let at = 0; at < list.size; at++) {
        const posting = list.data[at] ?? 0;
        const slot = renumbered[posting >>> SLOT_SHIFT] ?? -1;
        if (slot >= 0) list.data[kept++] = (slot << SLOT_SHIFT) | (posting & MOST_UNITS);
      }
      list.size = kept;
      list.version = -1;
      if (kept === 0) this.#lists.delete(term);
      else if (kept * 4 < list.data.length) list.data = list.data.slice(0, kept);
    }
    for (const [old, slot] of renumbered.entries()) if (slot >= 0) this.#lengths[slot] = this.#lengths[old] ?? 0;
  }
}

/** How many living documents hold a term; counted anew only after the index changed. */
function frequencyOf(list: PostingList, slots: Slots): number {
  if (slots.live === slots.count) return list.size;
  if (list.version === slots.version) return list.live;
  list.version = slots.version;
  list.live = 0;
  for (let at = 0; at < list.size; at++) if (slots.isLive((list.data[at] ?? 0) >>> SLOT_SHIFT)) list.live++;
  return list.live;
}

/**
 * The first position at or after `from` whose slot is not below `slot`. Begins where it would be if slots were spread evenly,
 * then leaps in growing steps until it has it between two positions, then halves.
 */
function firstFrom({ data, size }: PostingList, slot: number, from: number): number {
  let low = from;
  let high = size;
  if (size - from > 16) {
    const first = (data[from] as number) >>> SLOT_SHIFT;
    if (first >= slot) return from;
    const last = (data[size - 1] as number) >>> SLOT_SHIFT;
    if (last < slot) return size;
    const guess = from + Math.floor(((slot - first) / (last - first)) * (size - 1 - from));
    let leap = 4;
    if ((data[guess] as number) >>> SLOT_SHIFT < slot) {
      low = guess + 1;
      while (low + leap < size && (data[low + leap] as number) >>> SLOT_SHIFT < slot) {
        low += leap + 1;
        leap *= 2;
      }
      high = Math.min(size, low + leap);
    } else {
      high = guess;
      while (high - leap > from && (data[high - leap] as number) >>> SLOT_SHIFT >= slot) {
        high -= leap;
        leap *= 2;
      }
      low = Math.max(from, high - leap);
    }
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((data[middle] as number) >>> SLOT_SHIFT < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

function grown(data: Uint32Array): Uint32Array {
  const longer = new Uint32Array(Math.ceil(data.length * 1.6) + 1);
  longer.set(data);
  return longer;
}
