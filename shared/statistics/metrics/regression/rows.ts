/** Rows whose number a model has predicted. */
export interface RegressionRows {
  readonly labels: Float64Array;
  readonly predictions: Float64Array;
  readonly weights?: Float64Array | undefined;
}

/** What one pass over the rows gives. */
export interface ErrorMetrics {
  readonly rmse: number | null;
  readonly mae: number | null;
  readonly mape: number | null;
  readonly r2: number | null;
}

export interface RegressionMetrics extends ErrorMetrics {
  readonly medianAbsoluteError: number | null;
}
