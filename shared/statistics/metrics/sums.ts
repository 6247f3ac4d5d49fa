import { BLOCK_ROWS, type ExactSum, merged, plus, total, ZERO } from "../exact-sum.ts";

/** The sums from which a family of metrics is computed, one per term. Equal to the last bit however rows are sharded. */
export interface Sums {
  readonly rows: number;
  readonly terms: readonly ExactSum[];
}

/** Adds the terms of some rows, from `start` to before `end`, in ordinary doubles. */
export type AddBlock = (terms: Float64Array, start: number, end: number) => void;

export function noSums(terms: number): Sums {
  return { rows: 0, terms: new Array<ExactSum>(terms).fill(ZERO) };
}

/** Rows are cut into blocks from the first one given: hand over whole blocks, or all that is left. */
export function withRows(sums: Sums, rows: number, addBlock: AddBlock): Sums {
  const terms = [...sums.terms];
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    const block = new Float64Array(terms.length);
    addBlock(block, start, Math.min(start + BLOCK_ROWS, rows));
    for (let term = 0; term < terms.length; term++) terms[term] = plus(terms[term]!, block[term]!);
  }
  return { rows: sums.rows + rows, terms };
}

export function mergedSums(one: Sums, other: Sums): Sums {
  return { rows: one.rows + other.rows, terms: one.terms.map((term, index) => merged(term, other.terms[index]!)) };
}

export function totalsOf({ terms }: Sums): Float64Array {
  return Float64Array.from(terms, total);
}

/** What cannot be computed is null: 0 of 0, something infinite, or what a NaN went into. */
export function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** A zero denominator counts as 0, as scikit-learn has it for precision, recall and their kin. */
export function ratioOrZero(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator;
}
