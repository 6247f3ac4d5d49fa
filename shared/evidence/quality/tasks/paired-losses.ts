import type { Metric } from "../../../schema/release.types.ts";
import { type MeanMoments, NO_MEAN, withDifferences } from "../../../statistics/paired/mean-estimate.ts";
import { pairedT } from "../../../statistics/paired/paired-t.ts";
import { CONFIDENCE, type Compared, symmetric } from "../compared.ts";
import type { GroupRows } from "../group-rows.ts";
import { scratch } from "../scratch.ts";

/** What each row costs the challenger more than the champion: all at once, as a call for each would take longer. */
export type LossDifferences = (rows: Paired, into: Float64Array) => void;

export type Paired = GroupRows & { readonly champion: Float64Array };

/** Rows' losses in pairs, for Student's test. */
export interface PairedLosses {
  readonly add: (rows: Paired) => void;
  readonly moments: () => MeanMoments;
  readonly compared: (metric: Metric) => Compared;
}

export function pairedLosses(fill: LossDifferences): PairedLosses {
  const room = scratch();
  let moments = NO_MEAN;
  return {
    add(rows) {
      const values = room(rows.rows);
      fill(rows, values);
      moments = withDifferences(moments, { values, weights: rows.weights });
    },
    moments: () => moments,
    compared: (metric) => symmetric(metric, "pairedT", pairedT(moments, { confidence: CONFIDENCE })),
  };
}

/** Of squared errors; the Brier score is their mean, too. */
export function squareLosses({ labels, challenger, champion }: Paired, into: Float64Array): void {
  for (let row = 0; row < into.length; row++) {
    into[row] = (challenger[row]! - labels[row]!) ** 2 - (champion[row]! - labels[row]!) ** 2;
  }
}

const LEAST = Number.EPSILON;
const MOST = 1 - Number.EPSILON;

/** −ln of what the challenger gave to what came true, minus that of the champion, in one logarithm. */
export function logLossDifference(championGave: number, challengerGave: number): number {
  return Math.log(likelihood(championGave) / likelihood(challengerGave));
}

/** As scikit-learn has it, a probability of 0 counts as the spacing of doubles at 1. */
function likelihood(given: number): number {
  return Math.min(Math.max(given, LEAST), MOST);
}
