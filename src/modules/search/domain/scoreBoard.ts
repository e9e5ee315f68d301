/** Scores by document slot: a flat array, and the list of slots that have one, so that clearing costs only what was used. */
export class ScoreBoard {
  readonly #sums: boolean;
  #values = new Float64Array(64);
  #touched = new Uint32Array(64);
  #count = 0;

  /** @param keep what becomes of two scores of one slot */
  constructor(keep: 'highest' | 'sum') {
    this.#sums = keep === 'sum';
  }

  /** Makes room for slots below `count`; scores noted before are lost. */
  reserve(count: number): void {
    if (count <= this.#values.length) return;
    const room = Math.max(count, this.#values.length * 2);
    this.#values = new Float64Array(room);
    this.#touched = new Uint32Array(room);
    this.#count = 0;
  }

  /** @param score above zero */
  note(slot: number, score: number): void {
    const before = this.#values[slot] as number;
    if (before === 0) this.#touched[this.#count++] = slot;
    if (this.#sums) this.#values[slot] = before + score;
    else if (score > before) this.#values[slot] = score;
  }

  /** By slot; 0 where nothing was noted. For loops over many slots; a later `reserve` makes another array. */
  get values(): Float64Array {
    return this.#values;
  }

  /** The slots that have a score, in the order in which they got it; a view, true until the next change. */
  get touched(): Uint32Array {
    return this.#touched.subarray(0, this.#count);
  }

  /** How many slots have a score. */
  get size(): number {
    return this.#count;
  }

  at(slot: number): number {
    return this.#values[slot] ?? 0;
  }

  clear(): void {
    for (let at = 0; at < this.#count; at++) this.#values[this.#touched[at] as number] = 0;
    this.#count = 0;
  }
}
