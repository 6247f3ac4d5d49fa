import { BLOCK_ROWS } from "./block-rows.ts";

/**
 * Count, mean and spread of numbers, in one pass. Inside a block of rows the spread is taken about the block's own mean, and
 * a block joins those before it by how far their means are apart (Chan, Golub and LeVeque): nothing cancels, and numbers
 * that are all alike keep exactly themselves as their mean and no spread.
 */
export interface Moments {
  readonly rows: number;
  /** Σ w. */
  readonly weight: number;
  readonly mean: number;
  /** What rounding took from the mean: far from 0, blocks differ by less than a double shows. */
  readonly rest: number;
  /** Σ w·(x − mean)². */
  readonly squares: number;
}

export type Spread = Omit<Moments, "rest">;

/** Numbers, and how much each counts; 1 each where nothing is said. */
export interface Weighted {
  readonly values: Float64Array;
  readonly weights?: Float64Array | undefined;
}

export const NO_MOMENTS: Moments = { rows: 0, weight: 0, mean: 0, rest: 0, squares: 0 };

/** Equal to the last bit however a column is split, as long as each part but the last is whole blocks. */
export function withValues(moments: Moments, { values, weights }: Weighted): Moments {
  let result = moments;
  for (let start = 0; start < values.length; start += BLOCK_ROWS) {
    const end = Math.min(start + BLOCK_ROWS, values.length);
    const block = weights === undefined ? plainBlock(values, start, end) : weightedBlock(values, weights, start, end);
    result = joined(result, block);
  }
  return result;
}

/** Null where nothing was counted; NaN where a value was not finite. */
export function spreadOf({ rows, weight, mean, squares }: Moments): Spread | null {
  if (!Number.isFinite(weight + mean + squares))
    return { rows, weight: Number.NaN, mean: Number.NaN, squares: Number.NaN };
  return weight === 0 ? null : { rows, weight, mean, squares };
}

function joined(one: Moments, other: Moments): Moments {
  const rows = one.rows + other.rows;
  const squares = one.squares + other.squares;
  if (one.weight === 0) return { ...other, rows, squares };
  if (other.weight === 0) return { ...one, rows, squares };
  const weight = one.weight + other.weight;
  const share = other.weight / weight;
  const apart = other.mean - one.mean + (other.rest - one.rest);
  const between = one.weight * share * apart * apart;
  return { rows, weight, ...plus(one.mean, one.rest + share * apart), squares: squares + between };
}

/** A mean, and what rounding takes from it. */
function plus(origin: number, shift: number): Pick<Moments, "mean" | "rest"> {
  const mean = origin + shift;
  return { mean, rest: shift - (mean - origin) };
}

function plainBlock(values: Float64Array, start: number, end: number): Moments {
  const rows = end - start;
  // Equal values have exactly themselves as their mean, which a plain sum of 0.1s has not.
  const origin = values[start]!;
  let shift = 0;
  for (let i = start; i < end; i++) shift += values[i]! - origin;
  const { mean, rest } = plus(origin, shift / rows);
  let squares = 0;
  for (let i = start; i < end; i++) squares += (values[i]! - mean) ** 2;
  return { rows, weight: rows, mean, rest, squares: squares - rows * rest * rest };
}

function weightedBlock(values: Float64Array, weights: Float64Array, start: number, end: number): Moments {
  const origin = values[start]!;
  let weight = 0;
  let shift = 0;
  let rows = 0;
  for (let i = start; i < end; i++) {
    const w = weights[i]!;
    weight += w;
    shift += w * (values[i]! - origin);
    if (w !== 0) rows++;
  }
  const { mean, rest } = weight === 0 ? NO_MOMENTS : plus(origin, shift / weight);
  let squares = 0;
  for (let i = start; i < end; i++) squares += weights[i]! * (values[i]! - mean) ** 2;
  return { rows, weight, mean, rest, squares: squares - weight * rest * rest };
}
