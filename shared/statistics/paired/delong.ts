import { BLOCK_ROWS } from "../block-rows.ts";
import { normalPValue, normalQuantile } from "../distributions/normal.ts";
import { tailOf } from "../intervals/interval.ts";
import { classTotalsOf } from "../metrics/binary/measure.ts";
import type { Weighted } from "../moments.ts";
import { ranked } from "../order/ranked.ts";
import { type Comparison, type ComparisonOptions, NO_DIFFERENCE, UNKNOWN } from "./comparison.ts";
import { areZero, type MeanMoments, meanEstimateOf, NO_MEAN, withDifferences } from "./mean-estimate.ts";
import { placementsByRow, placementsOf } from "./placements.ts";

/** What two models scored on the same rows. */
export interface ScoredPair {
  readonly labels: Uint8Array;
  readonly champion: Float64Array;
  readonly challenger: Float64Array;
  readonly weights?: Float64Array | undefined;
}

/** Each row's placement by the challenger minus that by the champion, for each class apart. */
export interface PlacementDifferences {
  readonly positive: MeanMoments;
  readonly negative: MeanMoments;
}

/** The next rows, in their own order, with their placements. */
export interface PlacedRows {
  readonly labels: Uint8Array;
  readonly champion: Float64Array;
  readonly challenger: Float64Array;
  readonly weights?: Float64Array | undefined;
}

export const NO_PLACEMENTS: PlacementDifferences = { positive: NO_MEAN, negative: NO_MEAN };

/** The AUC's difference by DeLong, DeLong and Clarke-Pearson; weights count as in a mean of weighted rows. */
export function delong({ labels, champion, challenger, weights }: ScoredPair, options: ComparisonOptions): Comparison {
  if (!champion.every(Number.isFinite) || !challenger.every(Number.isFinite)) return UNKNOWN;
  const totals = classTotalsOf({ labels, weights });
  const [one, other] = [champion, challenger].map((scores) =>
    placementsByRow(placementsOf(ranked({ scores, labels, weights }), totals)),
  ) as [Float64Array, Float64Array];
  return delongOf(withPlacements(NO_PLACEMENTS, { labels, champion: one, challenger: other, weights }), options);
}

/** Hand over whole blocks of rows, or all that is left. */
export function withPlacements(differences: PlacementDifferences, rows: PlacedRows): PlacementDifferences {
  let result = differences;
  for (let start = 0; start < rows.labels.length; start += BLOCK_ROWS) {
    const part = <T extends Uint8Array | Float64Array>(column: T): T => column.subarray(start, start + BLOCK_ROWS) as T;
    result = withBlock(result, {
      labels: part(rows.labels),
      champion: part(rows.champion),
      challenger: part(rows.challenger),
      weights: rows.weights === undefined ? undefined : part(rows.weights),
    });
  }
  return result;
}

/** A class of one row leaves the variance unknown, and so the bounds. */
export function delongOf(differences: PlacementDifferences, options: ComparisonOptions): Comparison {
  const positive = meanEstimateOf(differences.positive);
  const negative = meanEstimateOf(differences.negative);
  if (positive === null || negative === null || !Number.isFinite(positive.mean + negative.mean)) return UNKNOWN;
  const difference = positive.mean;
  const { confidence, alternative = "two-sided" } = options;
  if (areZero(differences.positive) && areZero(differences.negative)) return NO_DIFFERENCE;
  const error = Math.sqrt(positive.variance + negative.variance);
  if (!Number.isFinite(error)) return { ...UNKNOWN, difference };
  const margin = -normalQuantile(tailOf(confidence)) * error;
  const z = difference === 0 ? 0 : difference / error;
  return { difference, lower: difference - margin, upper: difference + margin, pValue: normalPValue(z, alternative) };
}

function withBlock({ positive, negative }: PlacementDifferences, block: PlacedRows): PlacementDifferences {
  return {
    positive: withDifferences(positive, ofClass(block, 1)),
    negative: withDifferences(negative, ofClass(block, 0)),
  };
}

/** A block's differences are summed up at once: they lie in one place of memory, and would be garbage by the gigabyte. */
const blockRoom = { values: new Float64Array(BLOCK_ROWS), weights: new Float64Array(BLOCK_ROWS) };

function ofClass({ labels, champion, challenger, weights }: PlacedRows, label: number): Weighted {
  const { values } = blockRoom;
  const own = weights === undefined ? undefined : blockRoom.weights;
  let count = 0;
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] !== label) continue;
    values[count] = challenger[row]! - champion[row]!;
    if (own !== undefined) own[count] = weights![row]!;
    count++;
  }
  return { values: values.subarray(0, count), weights: own?.subarray(0, count) };
}
