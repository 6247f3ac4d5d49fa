import { type Moments, NO_MOMENTS, spreadOf, type Weighted, withValues } from "../moments.ts";

/** The weighted mean of a column of differences, and how sure it is. */
export interface MeanMoments {
  readonly byWeight: Moments;
  /** With each weight squared; null while no row had a weight of its own. */
  readonly bySquare: Moments | null;
}

export interface MeanEstimate {
  readonly rows: number;
  readonly mean: number;
  /** Of the mean; NaN for a single row, of which nothing can be known. */
  readonly variance: number;
}

export const NO_MEAN: MeanMoments = { byWeight: NO_MOMENTS, bySquare: null };

/** Rows have weights all, or none has. */
export function withDifferences({ byWeight, bySquare }: MeanMoments, { values, weights }: Weighted): MeanMoments {
  const moments = withValues(byWeight, { values, weights });
  if (weights === undefined) return { byWeight: moments, bySquare };
  const squares = weights.map((weight) => weight * weight);
  return { byWeight: moments, bySquare: withValues(bySquare ?? NO_MOMENTS, { values, weights: squares }) };
}

/**
 * Weights say how many of the population a row stands for, not how often it was seen: the variance is that of Horvitz and
 * Thompson's ratio, n/(n−1) · Σ w²(x − mean)² / (Σ w)², which for equal weights is the sample's own.
 */
export function meanEstimateOf({ byWeight, bySquare }: MeanMoments): MeanEstimate | null {
  const spread = spreadOf(byWeight);
  if (spread === null) return null;
  const { rows, weight, mean } = spread;
  const squared = bySquare === null ? spread : spreadOf(bySquare);
  if (squared === null) return null;
  const apart = squared.mean - mean;
  const squares = squared.squares + squared.weight * apart * apart;
  return { rows, mean, variance: (squares * (rows / (rows - 1))) / (weight * weight) };
}

/** Whether every difference was 0. */
export function areZero({ byWeight: { mean, squares } }: MeanMoments): boolean {
  return mean === 0 && squares === 0;
}
