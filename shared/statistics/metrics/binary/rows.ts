/** Rows that a binary model has scored. */
export interface BinaryRows {
  /** 1 where the second label is true, else 0. */
  readonly labels: Uint8Array;
  /** The probability of the second label. */
  readonly scores: Float64Array;
  readonly weights?: Float64Array | undefined;
}

/** What one pass over the rows gives. */
export interface PointMetrics {
  readonly logLoss: number | null;
  readonly brier: number | null;
  readonly ece: number | null;
  readonly accuracy: number | null;
  readonly balancedAccuracy: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly mcc: number | null;
}

/** What needs the rows in the order of their scores. */
export interface RankMetrics {
  readonly auc: number | null;
  readonly averagePrecision: number | null;
  readonly ks: number | null;
  readonly eceEqualMass: number | null;
}

export type BinaryMetrics = PointMetrics & RankMetrics;
