import type { Alternative } from "../distributions/normal.ts";

/** Challenger minus champion on the same rows. What cannot be computed is null. */
export interface Comparison {
  readonly difference: number | null;
  /** Two-sided bounds of the difference. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** How likely so large a difference is where there is none. */
  readonly pValue: number | null;
}

export interface ComparisonOptions {
  /** Of the two-sided bounds: 0.9 puts 5 % beyond each. */
  readonly confidence: number;
  readonly alternative?: Alternative;
}

export const UNKNOWN: Comparison = { difference: null, lower: null, upper: null, pValue: null };

/** The same answers on every row: nothing is left to chance. */
export const NO_DIFFERENCE: Comparison = { difference: 0, lower: 0, upper: 0, pValue: 1 };
