import { tPValue, tQuantile } from "../distributions/student.ts";
import { tailOf } from "../intervals/interval.ts";
import { type Comparison, type ComparisonOptions, NO_DIFFERENCE, UNKNOWN } from "./comparison.ts";
import { areZero, type MeanMoments, meanEstimateOf } from "./mean-estimate.ts";

/** Student's paired t test on each row's challenger − champion: for losses, errors and their squares. */
export function pairedT(differences: MeanMoments, { confidence, alternative }: ComparisonOptions): Comparison {
  const estimate = meanEstimateOf(differences);
  if (estimate === null || !Number.isFinite(estimate.mean)) return UNKNOWN;
  const { rows, mean, variance } = estimate;
  if (areZero(differences)) return NO_DIFFERENCE;
  if (!Number.isFinite(variance)) return { ...UNKNOWN, difference: mean };
  const error = Math.sqrt(variance);
  const margin = -tQuantile(tailOf(confidence), rows - 1) * error;
  return {
    difference: mean,
    lower: mean - margin,
    upper: mean + margin,
    // A constant difference, however small, never came by chance: t is infinite.
    pValue:
      error === 0
        ? tPValue(mean / 0, rows - 1, alternative ?? "two-sided")
        : tPValue(mean / error, rows - 1, alternative ?? "two-sided"),
  };
}
