import type { Task } from "../../schema/release.types.ts";
import type { RankedRows } from "../../statistics/order/ranked.ts";
import { binaryCurves } from "./curves/binary.ts";
import type { QualityCurves } from "./curves/model-curves.ts";
import type { ModelTally } from "./curves/model-tally.ts";
import { multiclassCurves } from "./curves/multiclass.ts";
import { regressionCurves } from "./curves/regression.ts";
import type { GroupRows } from "./group-rows.ts";

export type Model = "challenger" | "champion";

/** Goes along with the evaluation and never reads a row again. */
export interface CurveTally {
  /** The next rows of all, in their order: whole blocks. */
  readonly add: (rows: GroupRows) => void;
  /** Once all have been added: the next rows as one model sorts them, from the lowest value to the highest. */
  readonly rank: (model: Model, part: RankedRows) => void;
  readonly finish: () => QualityCurves;
}

export function curveTally(task: Task): CurveTally {
  const newTally = { binary: binaryCurves, multiclass: multiclassCurves, regression: regressionCurves }[task];
  const challenger = newTally();
  let champion: ModelTally | null = null;
  return {
    add(rows) {
      challenger.add(rows, rows.challenger);
      if (rows.champion === null) return;
      champion ??= newTally();
      champion.add(rows, rows.champion);
    },
    rank(model, part) {
      (model === "challenger" ? challenger : champion)?.rank(part);
    },
    finish: () => ({ challenger: challenger.finish(), champion: champion?.finish() ?? null }),
  };
}
