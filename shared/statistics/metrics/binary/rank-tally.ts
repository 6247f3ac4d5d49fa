import type { RankedRows } from "../../order/ranked.ts";
import { orNull } from "../sums.ts";
import { curveSums } from "./curve-sums.ts";
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
  const curve = curveSums(totals);
  let areFinite = true;
  let areProbabilities = true;
  const add = (part: RankedRows): void => {
    const { poison, outside } = check(part);
    if (poison !== 0) areFinite = false;
    if (outside > 0) areProbabilities = false;
    curve.add(part);
    bins.add(part);
  };
  const metrics = (): RankMetrics => {
    if (!areFinite || !(totals.rows > 0)) return NOTHING;
    const weight = totals.positive + totals.negative;
    return { ...curve.metrics(), eceEqualMass: areProbabilities ? orNull(bins.gap() / weight) : null };
  };
  return { add, metrics };
}

/** Poison is 0 while all are finite and no weight is negative, else NaN. Rows without weight are no rows. */
function check({ scores, weights }: RankedRows): { readonly poison: number; readonly outside: number } {
  let [poison, outside] = [0, 0];
  const see = (score: number, weight: number): void => {
    if (weight === 0) return;
    poison += score - score + (weight < 0 ? Number.NaN : weight - weight);
    if (score < 0 || score > 1) outside++;
  };
  if (weights !== undefined) for (let i = 0; i < scores.length; i++) see(scores[i]!, weights[i]!);
  // Between the lowest and the highest nothing is worse, and NaN is ranked behind everything.
  else for (const score of [scores[0] ?? 0, scores.at(-1) ?? 0]) see(score, 1);
  return { poison, outside };
}
