import type { ClassTotals } from "../metrics/binary/rank-tally.ts";
import type { RankedRows } from "../order/ranked.ts";

/**
 * For each row, the share of the other class that it is ranked rightly against, ties counting half. A class's mean of them
 * is the AUC; how much they vary is how sure it is.
 */
export interface Placements {
  /** As the rows of the ranked part. */
  readonly rows: Uint32Array;
  readonly values: Float64Array;
}

/** What lies below the rows that were ranked so far. */
export interface Below {
  readonly positive: number;
  readonly negative: number;
}

export interface PlacementsSoFar {
  readonly below?: Below;
  /** Room for the part's placements. */
  readonly values?: Float64Array;
}

export const NOTHING_BELOW: Below = { positive: 0, negative: 0 };
const UNKNOWN_BELOW: Below = { positive: Number.NaN, negative: Number.NaN };

/**
 * One part of the ranked rows, which must hold equal scores together; and what lies below the next part. A NaN has no rank,
 * which leaves unknown how every other row is placed. `values` may be memory that is used again: all of it is written.
 */
export function placementsOf(
  part: RankedRows,
  totals: ClassTotals,
  { below = NOTHING_BELOW, values = new Float64Array(part.scores.length) }: PlacementsSoFar = {},
): Placements & { readonly below: Below } {
  const { scores, labels, weights, rows } = part;
  // NaN is ranked behind everything.
  if (Number.isNaN(scores.at(-1))) return { rows, values: values.fill(Number.NaN), below: UNKNOWN_BELOW };
  let { positive, negative } = below;
  for (let start = 0; start < scores.length; ) {
    let end = start;
    let tiedPositive = 0;
    let tiedNegative = 0;
    do {
      const weight = weights === undefined ? 1 : weights[end]!;
      tiedPositive += labels[end]! * weight;
      tiedNegative += (1 - labels[end]!) * weight;
    } while (++end < scores.length && scores[end] === scores[start]);
    const ofPositive = wonByPositive(negative, tiedNegative);
    const ofNegative = wonByNegative(positive, tiedPositive, totals);
    do {
      // Without a branch, which no processor could foresee.
      const label = labels[start]!;
      const won = label * ofPositive + (1 - label) * ofNegative;
      values[start] = won / (label * totals.negative + (1 - label) * totals.positive);
    } while (++start < end);
    positive += tiedPositive;
    negative += tiedNegative;
  }
  return { rows, values, below: { positive, negative } };
}

/** Numbers, because an object for each tie is garbage for each row where none tie. */
export function placementOfPositive(below: number, tied: number, { negative }: ClassTotals): number {
  return wonByPositive(below, tied) / negative;
}

export function placementOfNegative(below: number, tied: number, totals: ClassTotals): number {
  return wonByNegative(below, tied, totals) / totals.positive;
}

function wonByPositive(below: number, tied: number): number {
  return below + tied / 2;
}

function wonByNegative(below: number, tied: number, { positive }: ClassTotals): number {
  return positive - below - tied / 2;
}

/** In the order of the rows themselves, counted from 0; in `byRow`, if there is one. */
export function placementsByRow({ rows, values }: Placements, byRow = new Float64Array(rows.length)): Float64Array {
  for (let i = 0; i < rows.length; i++) byRow[rows[i]!] = values[i]!;
  return byRow;
}
