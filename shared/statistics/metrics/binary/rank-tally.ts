import type { RankedRows } from "../../order/ranked.ts";
import { orNull } from "../sums.ts";
import { equalMassBins } from "./equal-mass.ts";
import type { RankMetrics } from "./rows.ts";

/** How much there is of each class, and how many rows have any weight; counted before the rows are ranked. */
export interface ClassTotals {
  readonly positive: number;
  readonly negative: number;
  readonly rows: number;
}

/** Takes the rows from the lowest score to the highest, in parts of any size, and needs no memory for them. */
export interface RankTally {
  readonly add: (part: RankedRows) => void;
  readonly metrics: () => RankMetrics;
}

const NOTHING: RankMetrics = { auc: null, averagePrecision: null, ks: null, eceEqualMass: null };

export function rankTally(totals: ClassTotals): RankTally {
  const bins = equalMassBins(totals.rows);
  const ties = tieTally(totals);
  let areFinite = true;
  let areProbabilities = true;
  const add = ({ scores, labels, weights }: RankedRows): void => {
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i]!;
      const label = labels[i]!;
      const weight = weights === undefined ? 1 : weights[i]!;
      if (weight === 0) continue;
      ties.add(score, label * weight, (1 - label) * weight);
      bins.add(weight * (score - label));
      // A weight below 0 counts as no number; comparisons with NaN are false.
      if (!(score - score === 0 && weight > 0)) areFinite = false;
      if (score < 0 || score > 1) areProbabilities = false;
    }
  };
  const metrics = (): RankMetrics => {
    if (!areFinite || totals.rows === 0) return NOTHING;
    const weight = totals.positive + totals.negative;
    return { ...ties.metrics(), eceEqualMass: areProbabilities ? orNull(bins.gap() / weight) : null };
  };
  return { add, metrics };
}

interface TieTally {
  readonly add: (score: number, positive: number, negative: number) => void;
  readonly metrics: () => Omit<RankMetrics, "eceEqualMass">;
}

/** Rows of equal score are one step of the curves, whatever their order. */
function tieTally(totals: ClassTotals): TieTally {
  let [tiedScore, tiedPositive, tiedNegative] = [Number.NaN, 0, 0];
  // Below the ties: weights as sums of two doubles, because those of a million rows lose digits that the last ones need.
  let [positive, positiveRest, negative, negativeRest] = [0, 0, 0, 0];
  let [area, precisions, farthest] = [0, 0, 0];

  function close(): void {
    const below = negative + negativeRest;
    area += tiedPositive * (below + tiedNegative / 2);
    if (tiedPositive > 0) {
      const reached = totals.positive - positive - positiveRest;
      precisions += (tiedPositive * reached) / (reached + (totals.negative - negative - negativeRest));
    }
    const morePositive = positive + tiedPositive;
    positiveRest += tiedPositive - (morePositive - positive);
    positive = morePositive;
    const moreNegative = negative + tiedNegative;
    negativeRest += tiedNegative - (moreNegative - negative);
    negative = moreNegative;
    farthest = Math.max(farthest, Math.abs(positive / totals.positive - negative / totals.negative));
    tiedPositive = 0;
    tiedNegative = 0;
  }

  return {
    add(score, addedPositive, addedNegative) {
      if (score !== tiedScore) {
        close();
        tiedScore = score;
      }
      tiedPositive += addedPositive;
      tiedNegative += addedNegative;
    },
    metrics() {
      close();
      return {
        auc: orNull(area / (totals.positive * totals.negative)),
        averagePrecision: orNull(precisions / totals.positive),
        ks: orNull(farthest),
      };
    },
  };
}
