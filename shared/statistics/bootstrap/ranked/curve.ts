import type { ClassColumns } from "./class-columns.ts";

/** How much of each class was drawn in all. */
export interface DrawnTotals {
  readonly positive: number;
  readonly negative: number;
}

/** What the curves of precision and of both classes' shares come to. */
export interface DrawnCurve {
  readonly averagePrecision: number;
  readonly ks: number;
}

/** Of the rows that were drawn. Plain variables and `Math.max`: the array pattern and the comparison took twice as long. */
export function drawnCurve(rows: ClassColumns, { positive, negative }: DrawnTotals, counts: Uint8Array): DrawnCurve {
  const { places, isTied, positive: ofPositive, negative: ofNegative } = rows;
  let belowP = 0;
  let belowN = 0;
  let tiedP = 0;
  let tiedN = 0;
  let precisions = 0;
  let farthest = 0;
  for (let i = 0; i < places.length; i++) {
    if (isTied[i] === 0) {
      const reached = positive - belowP;
      const above = reached + (negative - belowN);
      precisions += (tiedP * reached) / (above > 0 ? above : 1);
      belowP += tiedP;
      belowN += tiedN;
      farthest = Math.max(farthest, Math.abs(belowP * negative - belowN * positive));
      tiedP = 0;
      tiedN = 0;
    }
    const count = counts[places[i]!]!;
    tiedP += count * ofPositive[i]!;
    tiedN += count * ofNegative[i]!;
  }
  // The highest score's rows are still to be counted; behind them the shares of both classes are 1.
  const tied = tiedP + tiedN;
  precisions += (tiedP * tiedP) / (tied > 0 ? tied : 1);
  return { averagePrecision: precisions / positive, ks: farthest / (positive * negative) };
}
