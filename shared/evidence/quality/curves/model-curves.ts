import type { PredictionGroup } from "./prediction-groups.ts";
import type { ScoreBins } from "./score-bins.ts";

/** What the charts of a report are drawn from, of all rows: as large for a million of them as for a thousand. */
export interface QualityCurves {
  readonly challenger: ModelCurves;
  readonly champion: ModelCurves | null;
}

/** What a task has no use for, or what cannot be computed, is null. */
export interface ModelCurves {
  /** Binary: the trade-off at every threshold. */
  readonly thresholds: ThresholdCurve | null;
  /** Binary: of the second label's probability. Multiclass: of the predicted label's, which came true where it was right. */
  readonly scores: ScoreBins | null;
  /** Multiclass, of few classes: a row for each true class, with what was predicted for it. */
  readonly confusion: readonly (readonly number[])[] | null;
  /** Regression: how large errors are. */
  readonly errors: readonly ErrorPoint[] | null;
  /** Regression: what was predicted, and what was so. */
  readonly predictions: readonly PredictionGroup[] | null;
}

export interface ThresholdCurve {
  /** What the rows of each class weigh. */
  readonly positive: number;
  readonly negative: number;
  /** From the highest threshold to the lowest: rows at or above it are predicted as positive. */
  readonly points: readonly ThresholdPoint[];
}

export type ThresholdPoint = readonly [threshold: number, falsePositiveRate: number, recall: number];

/** How much of all weight has a smaller error, split by whether too little was predicted or too much. */
export type ErrorPoint = readonly [error: number, below: number, above: number];

export const NO_CURVES: ModelCurves = {
  thresholds: null,
  scores: null,
  confusion: null,
  errors: null,
  predictions: null,
};
