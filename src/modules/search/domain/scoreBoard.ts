/** Scores by document slot: a flat array, and the list of slots that have one, so that clearing costs only what was used. */
export class ScoreBoard {
  readonly touched: number[] = [];
  readonly #keep: 'highest' | 'sum';
  #values = new Float64Array(64);

  /** @param keep what becomes of two scores of one slot */
  constructor(keep: 'highest' | 'sum') {
    this.#keep = keep;
  }

  /** Makes room for slots below `count`; scores noted before are lost. */
  reserve(count: number): void {
    if (count > this.#values.length) this.#values = new Float64Array(Math.max(count, this.#values.length * 2));
  }

  /** @param score above zero */
  note(slot: number, score: number): void {
    const before = this.#values[slot] as number;
    if (before === 0) this.touched.push(slot);
    if (this.#keep === 'sum') this.#values[slot] = before + score;
    else if (score > before) this.#values[slot] = score;
  }

  /** By slot; 0 where nothing was noted. For loops over many slots; a later `reserve` makes another array. */
  get values(): Float64Array {
    return this.#values;
  }

  at(slot: number): number {
    return this.#values[slot] ?? 0;
  }

  /** Takes the scores of some slots away. */
  drop(slots: ReadonlySet<number>): void {
    let kept = 0;
    for (const slot of this.touched) {
      if (slots.has(slot)) this.#values[slot] = 0;
      else this.touched[kept++] = slot;
    }
    this.touched.length = kept;
  }

  clear(): void {
    for (const slot of this.touched) this.#values[slot] = 0;
    this.touched.length = 0;
  }
}
