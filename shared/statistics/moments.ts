import { BLOCK_ROWS, nearest, UNIT_BITS, unitsOf } from "./exact-sum.ts";

/**
 * Count, mean and spread of numbers, in one pass and mergeable to the last bit. Inside a block of rows the spread is taken
 * about the block's own mean, so that nothing cancels; between blocks everything is integers.
 */
export interface Moments {
  readonly rows: number;
  /** Σ w, in units of 2^-1074. */
  readonly weight: bigint;
  /** Σ w·m over the blocks' means m, in units of 2^-2148. */
  readonly first: bigint;
  /** Σ w·m², in units of 2^-3222. */
  readonly second: bigint;
  /** Σ w·(x − m)², in units of 2^-1074. */
  readonly within: bigint;
  /** What NaN, infinities and overflow came to; 0 while all was finite. */
  readonly nonFinite: number;
}

export interface Spread {
  readonly rows: number;
  readonly weight: number;
  readonly mean: number;
  /** Σ w·(x − mean)². */
  readonly squares: number;
}

/** Numbers, and how much each counts; 1 each where nothing is said. */
export interface Weighted {
  readonly values: Float64Array;
  readonly weights?: Float64Array | undefined;
}

export const NO_MOMENTS: Moments = { rows: 0, weight: 0n, first: 0n, second: 0n, within: 0n, nonFinite: 0 };

/** Equal to the last bit however a column is split, as long as each part but the last is whole blocks. */
export function withValues(moments: Moments, { values, weights }: Weighted): Moments {
  let result = moments;
  for (let start = 0; start < values.length; start += BLOCK_ROWS) {
    const end = Math.min(start + BLOCK_ROWS, values.length);
    const block = weights === undefined ? plainBlock(values, start, end) : weightedBlock(values, weights, start, end);
    result = mergedMoments(result, block);
  }
  return result;
}

export function mergedMoments(one: Moments, other: Moments): Moments {
  return {
    rows: one.rows + other.rows,
    weight: one.weight + other.weight,
    first: one.first + other.first,
    second: one.second + other.second,
    within: one.within + other.within,
    nonFinite: one.nonFinite + other.nonFinite,
  };
}

/** Null where nothing was counted; NaN where a value was not finite. */
export function spreadOf({ rows, weight, first, second, within, nonFinite }: Moments): Spread | null {
  if (Number.isNaN(nonFinite) || nonFinite !== 0)
    return { rows, weight: Number.NaN, mean: Number.NaN, squares: Number.NaN };
  if (weight === 0n) return null;
  // Σ w·m² − (Σ w·m)² / Σ w, whose terms agree in most digits where the mean is far from 0.
  const between = (second * weight - first * first) / weight;
  return {
    rows,
    weight: nearest(weight, UNIT_BITS),
    mean: quotient(first, weight),
    squares: nearest((within << (2n * UNIT_BITS)) + between, 3n * UNIT_BITS),
  };
}

function plainBlock(values: Float64Array, start: number, end: number): Moments {
  const rows = end - start;
  // Equal values have exactly themselves as their mean, which a plain sum of 0.1s has not.
  const origin = values[start]!;
  let shift = 0;
  for (let i = start; i < end; i++) shift += values[i]! - origin;
  const mean = origin + shift / rows;
  let within = 0;
  for (let i = start; i < end; i++) within += (values[i]! - mean) ** 2;
  return blockOf({ rows, weight: rows, mean, within });
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
  const mean = weight === 0 ? 0 : origin + shift / weight;
  let within = 0;
  for (let i = start; i < end; i++) within += weights[i]! * (values[i]! - mean) ** 2;
  return blockOf({ rows, weight, mean, within });
}

interface Block {
  readonly rows: number;
  readonly weight: number;
  readonly mean: number;
  readonly within: number;
}

function blockOf({ rows, weight, mean, within }: Block): Moments {
  const nonFinite = weight + mean + within;
  if (!Number.isFinite(nonFinite)) return { ...NO_MOMENTS, rows, nonFinite };
  const first = unitsOf(weight) * unitsOf(mean);
  return {
    rows,
    weight: unitsOf(weight),
    first,
    second: first * unitsOf(mean),
    within: unitsOf(within),
    nonFinite: 0,
  };
}

/** `numerator / denominator`, where the numerator has UNIT_BITS more. */
function quotient(numerator: bigint, denominator: bigint): number {
  return nearest((numerator << 64n) / denominator, UNIT_BITS + 64n);
}
