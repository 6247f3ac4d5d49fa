import type { RankedRows } from "../../../statistics/order/ranked.ts";
import type { GroupRows } from "../group-rows.ts";
import type { ModelCurves } from "./model-curves.ts";

/** Draws the curves of one model, and never reads a row again. */
export interface ModelTally {
  readonly add: (rows: Omit<GroupRows, "challenger" | "champion">, scores: Float64Array) => void;
  readonly rank: (part: RankedRows) => void;
  readonly finish: () => ModelCurves;
}
