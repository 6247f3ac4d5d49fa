import { type Moments, NO_MOMENTS, spreadOf, withValues } from "../../moments.ts";
import { noSums, orNull, type Sums, totalsOf, withRows } from "../sums.ts";
import type { ErrorMetrics, RegressionRows } from "./rows.ts";

/** What the metrics of errors are made of. */
export interface ErrorSums {
  readonly errors: Sums;
  /** How the labels themselves spread, which R² compares with. */
  readonly labels: Moments;
}

const TERM = { poison: 0, weight: 1, squares: 2, absolute: 3, relative: 4 } as const;
/** scikit-learn's: a label nearer to 0 counts as this. */
const LEAST_LABEL = Number.EPSILON;

export const NO_ERROR_SUMS: ErrorSums = { errors: noSums(5), labels: NO_MOMENTS };

export function withRegressionRows({ errors, labels }: ErrorSums, rows: RegressionRows): ErrorSums {
  return {
    errors: withRows(errors, rows.labels.length, (terms, start, end) => addRows(terms, rows, { start, end })),
    labels: withValues(labels, { values: rows.labels, weights: rows.weights }),
  };
}

export function errorMetricsOf({ errors, labels }: ErrorSums): ErrorMetrics {
  const totals = totalsOf(errors);
  const weight = totals[TERM.weight]!;
  if (totals[TERM.poison] !== 0 || !(weight > 0)) return { rmse: null, mae: null, mape: null, r2: null };
  return {
    rmse: orNull(Math.sqrt(totals[TERM.squares]! / weight)),
    mae: orNull(totals[TERM.absolute]! / weight),
    mape: orNull(totals[TERM.relative]! / weight),
    r2: determination(totals[TERM.squares]!, labels),
  };
}

/** Labels that are all alike leave nothing to explain: 1 for no error and else 0, as scikit-learn has it. */
function determination(squares: number, labels: Moments): number | null {
  const spread = spreadOf(labels);
  if (spread === null || spread.rows < 2) return null;
  if (spread.squares === 0) return squares === 0 ? 1 : 0;
  return orNull(1 - squares / spread.squares);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function addRows(terms: Float64Array, { labels, predictions, weights }: RegressionRows, { start, end }: Span): void {
  let [poison, all, squares, absolute, relative] = [0, 0, 0, 0, 0];
  for (let i = start; i < end; i++) {
    const label = labels[i]!;
    const prediction = predictions[i]!;
    const weight = weights === undefined ? 1 : weights[i]!;
    const error = prediction - label;
    const size = Math.abs(error);
    // Not of their difference, which may overflow though both are finite.
    poison += prediction - prediction + (label - label) + (weight - weight) + (weight < 0 ? Number.NaN : 0);
    all += weight;
    squares += weight * error * error;
    absolute += weight * size;
    relative += weight * (size / Math.max(Math.abs(label), LEAST_LABEL));
  }
  terms.set([poison, all, squares, absolute, relative]);
}
