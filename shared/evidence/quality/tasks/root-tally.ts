import { tQuantile } from "../../../statistics/distributions/student.ts";
import { tailOf } from "../../../statistics/intervals/interval.ts";
import { type MeanEstimate, meanEstimateOf } from "../../../statistics/paired/mean-estimate.ts";
import { CONFIDENCE, type Compared } from "../compared.ts";
import { type Paired, pairedLosses, squareLosses } from "./paired-losses.ts";

/** Compares roots of mean squared errors. */
export interface RootTally {
  readonly add: (rows: Paired) => void;
  readonly compared: () => Compared;
}

/** Squared errors are what Student's test sees; the bounds are those of their roots. */
export function rootTally(): RootTally {
  const apart = pairedLosses(squareLosses);
  const challenger = pairedLosses(({ labels, challenger }, into) => squares(challenger, labels, into));
  const champion = pairedLosses(({ labels, champion }, into) => squares(champion, labels, into));
  return {
    add(rows) {
      for (const tally of [apart, challenger, champion]) tally.add(rows);
    },
    compared() {
      const tested = apart.compared("rmse");
      const [difference, one, other] = [apart, challenger, champion].map((tally) => meanEstimateOf(tally.moments()));
      if (tested.lower === null || tested.difference === 0 || !difference || !one || !other) return tested;
      return { ...tested, ...(boundsOfRoots(difference, one, other) ?? scaled(tested, one, other)) };
    },
  };
}

function squares(predictions: Float64Array, labels: Float64Array, into: Float64Array): void {
  for (let row = 0; row < into.length; row++) into[row] = (predictions[row]! - labels[row]!) ** 2;
}

type Bounds = Pick<Compared, "difference" | "lower" | "upper">;

/**
 * √a − √b varies as a/(2√a) − b/(2√b) does. Written so that it is the variance of a − b, scaled, where a and b are equal:
 * the difference of nearly equal variances would have lost its digits. Null where one model makes no error at all.
 */
function boundsOfRoots(apart: MeanEstimate, challenger: MeanEstimate, champion: MeanEstimate): Bounds | null {
  const [a, b] = [0.5 / Math.sqrt(challenger.mean), 0.5 / Math.sqrt(champion.mean)];
  const difference = Math.sqrt(challenger.mean) - Math.sqrt(champion.mean);
  const variance = (a - b) * (a * challenger.variance - b * champion.variance) + a * b * apart.variance;
  const margin = -tQuantile(tailOf(CONFIDENCE), apart.rows - 1) * Math.sqrt(Math.max(0, variance));
  return Number.isFinite(margin) ? { difference, lower: difference - margin, upper: difference + margin } : null;
}

/** √a − √b is (a − b) / (√a + √b). */
function scaled({ difference, lower, upper }: Bounds, challenger: MeanEstimate, champion: MeanEstimate): Bounds {
  const roots = Math.sqrt(challenger.mean) + Math.sqrt(champion.mean);
  return { difference: difference! / roots, lower: lower! / roots, upper: upper! / roots };
}
