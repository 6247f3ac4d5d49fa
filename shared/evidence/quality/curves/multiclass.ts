import { predictedClass } from "../../../statistics/metrics/multiclass/rows.ts";
import { NO_CURVES } from "./model-curves.ts";
import type { ModelTally } from "./model-tally.ts";
import { rounded } from "./rounded.ts";
import { scoreBinTally } from "./score-bins.ts";

/** A matrix of more classes is too large to be looked at. */
const MOST_CLASSES = 50;

export function multiclassCurves(): ModelTally {
  const bins = scoreBinTally();
  let [classes, poison] = [0, 0];
  let matrix = new Float64Array(0);
  return {
    add({ rows, labels, weights, width }, scores) {
      if (classes === 0) matrix = new Float64Array(width <= MOST_CLASSES ? width * width : 0);
      classes = width;
      const [confidences, positives] = [new Float64Array(rows), new Uint8Array(rows)];
      for (let row = 0; row < rows; row++) {
        const weight = weights === undefined ? 1 : weights[row]!;
        const predicted = predictedClass(scores, row * width, width);
        const confidence = scores[row * width + predicted]!;
        poison += weight === 0 ? 0 : confidence - confidence + (weight < 0 ? Number.NaN : 0);
        confidences[row] = confidence;
        positives[row] = predicted === labels[row] ? 1 : 0;
        if (matrix.length > 0) matrix[labels[row]! * width + predicted]! += weight;
      }
      bins.add({ scores: confidences, positives, weights });
    },
    rank() {},
    finish: () => ({
      ...NO_CURVES,
      scores: bins.bins(),
      confusion: poison === 0 && matrix.length > 0 ? rowsOf(matrix, classes) : null,
    }),
  };
}

function rowsOf(matrix: Float64Array, classes: number): readonly (readonly number[])[] {
  return Array.from({ length: classes }, (_, label) =>
    Array.from(matrix.subarray(label * classes, (label + 1) * classes), rounded),
  );
}
