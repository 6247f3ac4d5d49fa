/** Rows that a model with several classes has scored. */
export interface MulticlassRows {
  /** The index of the true class. */
  readonly labels: Uint32Array;
  /** Row after row, one score for each class. */
  readonly scores: Float64Array;
  readonly classes: number;
  readonly weights?: Float64Array | undefined;
}

export interface MulticlassMetrics {
  readonly accuracy: number | null;
  readonly balancedAccuracy: number | null;
  readonly macroF1: number | null;
  readonly weightedF1: number | null;
  readonly logLoss: number | null;
  readonly aucMacro: number | null;
  readonly top3Accuracy: number | null;
  readonly kappa: number | null;
  readonly ece: number | null;
}

/** The class with the highest score; of equal ones the first. */
export function predictedClass(scores: Float64Array, start: number, classes: number): number {
  let best = 0;
  for (let k = 1; k < classes; k++) if (scores[start + k]! > scores[start + best]!) best = k;
  return best;
}
