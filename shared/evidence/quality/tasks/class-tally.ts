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
  const weights = new Float64Array(classes);
  let weighing = 0;
  return {
    add(added) {
      let zeros = 0;
      for (let row = 0; row < added.rows; row++) {
        const weight = added.weights === undefined ? 1 : added.weights[row]!;
        counts[added.labels[row]!]! += 1;
        weights[added.labels[row]!]! += weight;
        if (weight === 0) zeros++;
      }
      weighing += added.rows - zeros;
    },
    rows: () => [...counts],
    against(positive) {
      const others = weights.reduce((sum, weight, label) => (label === positive ? sum : sum + weight), 0);
      return { positive: weights[positive] ?? 0, negative: others, rows: weighing };
    },
  };
}
