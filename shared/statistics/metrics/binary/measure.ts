import { ranked } from "../../order/ranked.ts";
import { pointMetricsOf } from "./point-metrics.ts";
import { NO_POINT_SUMS, withBinaryRows } from "./point-sums.ts";
import { type ClassTotals, rankTally } from "./rank-tally.ts";
import type { BinaryMetrics, BinaryRows } from "./rows.ts";

/** Every metric of a binary model whose rows fit into memory. */
export function binaryMetrics(rows: BinaryRows, threshold: number): BinaryMetrics {
  const tally = rankTally(classTotalsOf(rows));
  tally.add(ranked(rows));
  return { ...pointMetricsOf(withBinaryRows(NO_POINT_SUMS, rows, threshold)), ...tally.metrics() };
}

export function classTotalsOf({ labels, weights }: Pick<BinaryRows, "labels" | "weights">): ClassTotals {
  let [positive, negative, rows] = [0, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (labels[i] === 1) positive += weight;
    else negative += weight;
    if (weight !== 0) rows++;
  }
  return { positive, negative, rows };
}
