import type { ClassTotals } from "../../../statistics/metrics/binary/rank-tally.ts";
import type { GroupRows } from "../group-rows.ts";

/** How many rows there are of each class, and how much they weigh. */
export interface ClassTally {
  readonly add: (rows: GroupRows) => void;
  readonly rows: () => readonly number[];
  /** One class against all others. */
  readonly against: (positive: number) => ClassTotals;
}

export function classTally(classes: number): ClassTally {
  const counts = new Float64Array(classes);
  // Where rows have no weights of their own, a class weighs as much as it has rows.
  let weights = counts;
  let weighing = 0;
  const weigh = (labels: Float64Array, own: Float64Array): void => {
    if (weights === counts) weights = new Float64Array(classes);
    for (let row = 0; row < own.length; row++) {
      weights[labels[row]! | 0]! += own[row]!;
      if (own[row] === 0) weighing--;
    }
  };
  return {
    add({ rows, labels, weights: own }) {
      for (let row = 0; row < rows; row++) counts[labels[row]! | 0]!++;
      weighing += rows;
      if (own !== undefined) weigh(labels, own);
    },
    rows: () => [...counts],
    against(positive) {
      const others = weights.reduce((sum, weight, label) => (label === positive ? sum : sum + weight), 0);
      return { positive: weights[positive] ?? 0, negative: others, rows: weighing };
    },
  };
}
