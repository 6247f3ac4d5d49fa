import type { Comparisons, Values } from "../compared.ts";
import type { GroupRows } from "../group-rows.ts";
import type { KeptRows } from "../kept/kept-rows.ts";
import type { Ranking } from "../kept/ranking.ts";

/** Measures one group of rows for one task: sums while the rows come, and once they are all there what needs an order. */
export interface TaskTally {
  /** The next rows, all of one block. */
  readonly add: (rows: GroupRows) => void;
  /** Goes through all of them in one of the task's orders, in each once. */
  readonly rank: (ranking: Ranking, rows: KeptRows) => Promise<void>;
  readonly finish: () => TaskQuality;
}

export interface TaskQuality {
  /** Null for a regression. */
  readonly classRows: readonly number[] | null;
  readonly challenger: Values;
  readonly champion: Values | null;
  /** By every test but the bootstrap. */
  readonly comparisons: Comparisons;
}
