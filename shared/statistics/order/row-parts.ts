import type { RankedRows } from "./ranked.ts";

export function emptyRows(count: number, hasWeights: boolean): RankedRows {
  return {
    scores: new Float64Array(count),
    labels: new Uint8Array(count),
    weights: hasWeights ? new Float64Array(count) : undefined,
    rows: new Uint32Array(count),
  };
}

export function rowsBetween({ scores, labels, weights, rows }: RankedRows, start: number, end: number): RankedRows {
  return {
    scores: scores.subarray(start, end),
    labels: labels.subarray(start, end),
    weights: weights?.subarray(start, end),
    rows: rows.subarray(start, end),
  };
}

export function joined(parts: readonly RankedRows[]): RankedRows {
  const count = parts.reduce((sum, { scores }) => sum + scores.length, 0);
  const whole = emptyRows(
    count,
    parts.some(({ weights }) => weights !== undefined),
  );
  let start = 0;
  for (const { scores, labels, weights, rows } of parts) {
    whole.scores.set(scores, start);
    whole.labels.set(labels, start);
    whole.rows.set(rows, start);
    if (weights !== undefined) whole.weights!.set(weights, start);
    start += scores.length;
  }
  return whole;
}
