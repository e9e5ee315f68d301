/** Rows of small whole numbers, most of them zero; rows that are mostly not are kept whole. */
export class FewWeights {
  readonly #columnCount: number;
  /** By row: its first place in `columns` and `weights`; the next row's is its end. */
  readonly #from: Uint32Array;
  readonly #columns: Uint16Array;
  readonly #weights: Int8Array;
  /** By row: its first place in `whole`, or -1. */
  readonly #wholeFrom: Int32Array;
  readonly #whole: Int8Array;

  /** @param table row after row, each of `columnCount` numbers */
  constructor(table: Int8Array, columnCount: number) {
    if (columnCount > 2 ** 16) throw new RangeError(`${columnCount} columns are too many`);
    const rowCount = columnCount === 0 ? 0 : table.length / columnCount;
    this.#columnCount = columnCount;
    this.#from = new Uint32Array(rowCount + 1);
    this.#wholeFrom = new Int32Array(rowCount).fill(-1);
    let whole = 0;
    for (let row = 0; row < rowCount; row++) {
      let filled = 0;
      for (let at = row * columnCount; at < (row + 1) * columnCount; at++) if (table[at] !== 0) filled++;
      const isWhole = filled * 2 > columnCount;
      if (isWhole) this.#wholeFrom[row] = whole++ * columnCount;
      this.#from[row + 1] = (this.#from[row] as number) + (isWhole ? 0 : filled);
    }
    this.#columns = new Uint16Array(this.#from[rowCount] as number);
    this.#weights = new Int8Array(this.#columns.length);
    this.#whole = new Int8Array(whole * columnCount);
    let to = 0;
    for (let row = 0; row < rowCount; row++) {
      const start = row * columnCount;
      const wholeFrom = this.#wholeFrom[row] as number;
      if (wholeFrom >= 0) this.#whole.set(table.subarray(start, start + columnCount), wholeFrom);
      else
        for (let column = 0; column < columnCount; column++) {
          const weight = table[start + column] as number;
          if (weight === 0) continue;
          this.#columns[to] = column;
          this.#weights[to++] = weight;
        }
    }
  }

  /** The numbers of a row that are not zero, perhaps with some that are. */
  listRow(row: number): Int8Array {
    const whole = this.#wholeFrom[row] as number;
    return whole >= 0
      ? this.#whole.subarray(whole, whole + this.#columnCount)
      : this.#weights.subarray(this.#from[row] as number, this.#from[row + 1] as number);
  }

  /** Sums rows times factors, by column; what is beyond 32 bits is lost. */
  sumRows(rows: readonly number[], factors: readonly number[]): Int32Array {
    const sums = new Int32Array(this.#columnCount);
    const columns = this.#columns;
    const weights = this.#weights;
    const starts: number[] = [];
    const ofWhole: number[] = [];
    for (let each = 0; each < rows.length; each++) {
      const row = rows[each] as number;
      const factor = factors[each] as number;
      const whole = this.#wholeFrom[row] as number;
      if (whole >= 0) {
        starts.push(whole);
        ofWhole.push(factor);
        continue;
      }
      const end = this.#from[row + 1] as number;
      for (let at = this.#from[row] as number; at < end; at++) {
        const column = columns[at] as number;
        sums[column] = (sums[column] as number) + Math.imul(factor, weights[at] as number);
      }
    }
    this.#addWhole(starts, ofWhole, sums);
    return sums;
  }

  /** Four rows at a time, so that a sum is read and written a quarter as often. */
  #addWhole(starts: number[], factors: number[], sums: Int32Array): void {
    const whole = this.#whole;
    while (starts.length % 4 !== 0) {
      starts.push(0);
      factors.push(0);
    }
    for (let at = 0; at < starts.length; at += 4) {
      const [first, second, third, fourth] = [starts[at], starts[at + 1], starts[at + 2], starts[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      const [one, two, three, four] = [factors[at], factors[at + 1], factors[at + 2], factors[at + 3]] as [number, number, number, number];
      for (let column = 0; column < sums.length; column++)
        sums[column] =
          (sums[column] as number) +
          Math.imul(one, whole[first + column] as number) +
          Math.imul(two, whole[second + column] as number) +
          Math.imul(three, whole[third + column] as number) +
          Math.imul(four, whole[fourth + column] as number);
    }
  }
}
