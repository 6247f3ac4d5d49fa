import { BLOCK_ROWS } from "../block-rows.ts";

/** The sums from which a family of metrics is computed, one per term. */
export interface Sums {
  readonly rows: number;
  /** The terms' sums, and behind them what rounding took from each (Neumaier): few blocks or many, the last digits are right. */
  readonly sums: Float64Array;
}

/** Adds the terms of some rows, from `start` to before `end`, in ordinary doubles. */
export type AddBlock = (terms: Float64Array, start: number, end: number) => void;

export function noSums(terms: number): Sums {
  return { rows: 0, sums: new Float64Array(2 * terms) };
}

/** Rows are cut into blocks from the first one given: hand over whole blocks, or all that is left. */
export function withRows(before: Sums, rows: number, addBlock: AddBlock): Sums {
  const sums = before.sums.slice();
  const block = new Float64Array(sums.length / 2);
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    addBlock(block.fill(0), start, Math.min(start + BLOCK_ROWS, rows));
    addTo(sums, block);
  }
  return { rows: before.rows + rows, sums };
}

function addTo(sums: Float64Array, block: Float64Array): void {
  for (let term = 0; term < block.length; term++) {
    const sum = sums[term]!;
    const more = block[term]!;
    const all = sum + more;
    sums[term] = all;
    sums[block.length + term]! += Math.abs(sum) >= Math.abs(more) ? sum - all + more : more - all + sum;
  }
}

export function totalsOf({ sums }: Sums): Float64Array {
  const terms = sums.length / 2;
  return sums.slice(0, terms).map((sum, term) => (Number.isFinite(sum) ? sum + sums[terms + term]! : sum));
}

/** What cannot be computed is null: 0 of 0, something infinite, or what a NaN went into. */
export function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** A zero denominator counts as 0, as scikit-learn has it for precision, recall and their kin. */
export function ratioOrZero(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator;
}
