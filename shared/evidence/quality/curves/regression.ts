import { type ErrorPoint, NO_CURVES } from "./model-curves.ts";
import type { ModelTally } from "./model-tally.ts";
import { predictionGroups } from "./prediction-groups.ts";
import { type RankedPoint, type RankedPoints, rankedPoints } from "./ranked-points.ts";
import { rounded } from "./rounded.ts";

/** Rows are sorted by how large their error is; a label of 1 says that too much was predicted. */
export function regressionCurves(): ModelTally {
  const groups = predictionGroups();
  let [total, poison] = [0, 0];
  let walk: RankedPoints | null = null;
  return {
    add({ rows, labels, weights }, predictions) {
      groups.add({ labels, predictions, weights });
      for (let row = 0; row < rows; row++) {
        const weight = weights === undefined ? 1 : weights[row]!;
        const error = predictions[row]! - labels[row]!;
        total += weight;
        poison += weight === 0 ? 0 : error - error;
      }
    },
    rank(part) {
      walk ??= rankedPoints({ positive: 1 / total, negative: 1 / total });
      walk.add(part);
    },
    finish() {
      const isKnown = poison === 0 && total > 0 && total < Number.POSITIVE_INFINITY;
      if (!isKnown) return NO_CURVES;
      const errors = walk === null ? null : walk.points().map((point) => errorPoint(point, total));
      return { ...NO_CURVES, errors, predictions: groups.groups() };
    },
  };
}

function errorPoint({ value, positive, negative }: RankedPoint, total: number): ErrorPoint {
  return [rounded(value), rounded(Math.min(1, negative / total)), rounded(Math.min(1, positive / total))];
}
