import { type RankedRows, ranked, type UnrankedRows } from "../../order/ranked.ts";

/** A sample's rows in the order of their scores, worked out once for all replicates; those without weight are no rows. */
export interface RankedSample {
  readonly scores: Float64Array;
  readonly labels: Uint8Array;
  readonly weights?: Float64Array | undefined;
  /** Where each row is in the sample, and so in what was drawn. */
  readonly places: Uint32Array;
  /** 1 where the score is that of the row before. */
  readonly isTied: Uint8Array;
}

export function rankedSample(rows: UnrankedRows): RankedSample {
  const { rows: places, ...order } = weighty(ranked(rows));
  return { ...order, places, isTied: tiesOf(order.scores) };
}

/** Rows without weight would take up room in bins of equally many. */
function weighty(order: RankedRows): RankedRows {
  const { scores, labels, weights, rows } = order;
  if (weights === undefined || !weights.includes(0)) return order;
  const isKept = (_: unknown, row: number): boolean => weights[row] !== 0;
  return {
    scores: scores.filter(isKept),
    labels: labels.filter(isKept),
    weights: weights.filter(isKept),
    rows: rows.filter(isKept),
  };
}

function tiesOf(scores: Float64Array): Uint8Array {
  const isTied = new Uint8Array(scores.length);
  for (let i = 1; i < scores.length; i++) if (scores[i] === scores[i - 1]) isTied[i] = 1;
  return isTied;
}
