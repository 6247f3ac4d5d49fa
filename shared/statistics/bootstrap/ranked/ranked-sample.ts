import { ranked, type UnrankedRows } from "../../order/ranked.ts";

/** A sample's rows in the order of their scores, worked out once for all replicates; those without weight are no rows. */
export interface RankedSample extends TiedRows {
  readonly scores: Float64Array;
}

/** What is known of them without their scores. */
export interface TiedRows {
  readonly labels: Uint8Array;
  readonly weights?: Float64Array | undefined;
  /** Where each row is in the sample, and so in what was drawn. */
  readonly places: Uint32Array;
  /** 1 where the score is that of the row before. */
  readonly isTied: Uint8Array;
}

export function rankedSample(rows: UnrankedRows): RankedSample {
  const { rows: places, ...order } = ranked(rows);
  const isKept = (_: unknown, row: number): boolean => order.weights?.[row] !== 0;
  // Rows without weight would take up room in bins of equally many.
  const scores = order.scores.filter(isKept);
  return {
    scores,
    labels: order.labels.filter(isKept),
    weights: order.weights?.filter(isKept),
    places: places.filter(isKept),
    isTied: Uint8Array.from(scores, (score, row) => Number(row > 0 && score === scores[row - 1])),
  };
}
