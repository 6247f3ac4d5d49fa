import { orNull } from "../sums.ts";

/** Values from the lowest to the highest, in parts of any size, and the one in their middle: the mean of two if there are two. */
export interface MedianTally {
  readonly add: (values: Float64Array, weights?: Float64Array) => void;
  readonly median: () => number | null;
}

/** Of all the weight: sums of fractions that are equal on paper differ by less. */
const ROUNDING = 1e-12;

export function medianTally(weight: number): MedianTally {
  const half = weight / 2;
  const rounding = ROUNDING * weight;
  let below = 0;
  let lower: number | null = null;
  let upper: number | null = null;
  let areFinite = true;
  const add = (values: Float64Array, weights?: Float64Array): void => {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (!(value - value === 0)) areFinite = false;
      const own = weights === undefined ? 1 : weights[i]!;
      if (own === 0) continue;
      // At exactly half, the middle lies between this value and the next one.
      if (lower !== null && upper === null) upper = value;
      below += own;
      if (lower !== null || below < half - rounding) continue;
      lower = value;
      if (below > half + rounding) upper = value;
    }
  };
  const median = (): number | null =>
    areFinite && lower !== null ? orNull(lower + ((upper ?? lower) - lower) / 2) : null;
  return { add, median };
}
