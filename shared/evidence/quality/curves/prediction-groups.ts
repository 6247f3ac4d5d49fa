import { rounded } from "./rounded.ts";

/** Rows with predictions near each other: what was predicted for them, and what was so. */
export interface PredictionGroup {
  readonly weight: number;
  readonly meanPrediction: number;
  readonly meanLabel: number;
}

export interface PredictionRows {
  readonly labels: Float64Array;
  readonly predictions: Float64Array;
  readonly weights: Float64Array | undefined;
}

export interface PredictionGroups {
  /** The next block. */
  readonly add: (rows: PredictionRows) => void;
  /** Those that have rows, from the lowest prediction; none where something is no finite number. */
  readonly groups: () => readonly PredictionGroup[];
}

const GROUPS = 20;

/** The first block says where the groups part: wherever that is, every group's means are those of all its rows. */
export function predictionGroups(): PredictionGroups {
  const [weight, predicted, actual] = [new Float64Array(GROUPS), new Float64Array(GROUPS), new Float64Array(GROUPS)];
  let edges: Float64Array | null = null;
  return {
    add({ labels, predictions, weights }) {
      edges ??= edgesOf(predictions);
      for (let row = 0; row < labels.length; row++) {
        const own = weights === undefined ? 1 : weights[row]!;
        const group = groupOf(predictions[row]!, edges);
        weight[group]! += own;
        predicted[group]! += own * predictions[row]!;
        actual[group]! += own * labels[row]!;
      }
    },
    groups() {
      const filled = [...weight.keys()].filter((group) => weight[group] !== 0);
      const groups = filled.map((group) => ({
        weight: rounded(weight[group]!),
        meanPrediction: rounded(predicted[group]! / weight[group]!),
        meanLabel: rounded(actual[group]! / weight[group]!),
      }));
      return groups.every((group) => Object.values(group).every(Number.isFinite)) ? groups : [];
    },
  };
}

/** Each group has as many rows of these, as far as they are not equal. */
function edgesOf(predictions: Float64Array): Float64Array {
  const sorted = predictions.toSorted();
  return Float64Array.from(
    { length: GROUPS - 1 },
    (_, edge) => sorted[Math.floor(((edge + 1) * sorted.length) / GROUPS)]!,
  );
}

/** How many edges are not above it: at most five comparisons. */
function groupOf(prediction: number, edges: Float64Array): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (prediction < edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
