import { NO_CURVES, type ThresholdCurve } from "./model-curves.ts";
import type { ModelTally } from "./model-tally.ts";
import { type RankedPoint, type RankedPoints, rankedPoints } from "./ranked-points.ts";
import { rounded } from "./rounded.ts";
import { scoreBinTally } from "./score-bins.ts";

export function binaryCurves(): ModelTally {
  const bins = scoreBinTally();
  let [total, positive, poison] = [0, 0, 0];
  let walk: RankedPoints | null = null;
  return {
    add({ rows, labels, weights }, scores) {
      for (let row = 0; row < rows; row++) {
        const weight = weights === undefined ? 1 : weights[row]!;
        total += weight;
        positive += labels[row]! * weight;
        poison += weight === 0 ? 0 : scores[row]! - scores[row]!;
      }
      bins.add({ scores, positives: labels, weights });
    },
    rank(part) {
      const negative = total - positive;
      walk ??= rankedPoints({ positive: 0.5 / positive, negative: 0.5 / negative });
      walk.add(part);
    },
    finish() {
      const negative = total - positive;
      const isKnown = poison === 0 && isTotal(positive) && isTotal(negative) && walk !== null;
      const thresholds = isKnown ? thresholdCurve(walk!.points(), { positive, negative }) : null;
      return { ...NO_CURVES, thresholds, scores: bins.bins() };
    },
  };
}

function isTotal(weight: number): boolean {
  return weight > 0 && weight < Number.POSITIVE_INFINITY;
}

/** The last point is what lies above all scores: nothing, and no threshold. */
function thresholdCurve(points: readonly RankedPoint[], totals: Omit<RankedPoint, "value">): ThresholdCurve {
  const shares = points.slice(0, -1).map(({ value, positive, negative }) => {
    const above = [totals.negative - negative, totals.positive - positive] as const;
    return [rounded(value), share(above[0], totals.negative), share(above[1], totals.positive)] as const;
  });
  return { positive: rounded(totals.positive), negative: rounded(totals.negative), points: shares.toReversed() };
}

/** Sums of weights are off by their last digits. */
function share(part: number, whole: number): number {
  return rounded(Math.min(1, Math.max(0, part / whole)));
}
