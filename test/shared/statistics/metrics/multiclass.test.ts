import { describe, expect, test } from "vitest";
import { BLOCK_ROWS } from "../../../../shared/statistics/block-rows.ts";
import { classMetricsOf } from "../../../../shared/statistics/metrics/multiclass/class-metrics.ts";
import { noClassSums, withMulticlassRows } from "../../../../shared/statistics/metrics/multiclass/class-sums.ts";
import { multiclassMetrics } from "../../../../shared/statistics/metrics/multiclass/measure.ts";
import type { MulticlassRows } from "../../../../shared/statistics/metrics/multiclass/rows.ts";
import { seeded } from "../random.ts";
import { columnOf, expectClose, vectors } from "../vectors.ts";

interface Case {
  readonly name: string;
  readonly classes: number;
  readonly labels: readonly number[];
  readonly scores: readonly number[];
  readonly weights: readonly number[] | null;
  readonly expected: Readonly<Record<string, number | null>>;
}

describe("multiclass metrics equal scikit-learn's", () => {
  const cases = vectors<{ multiclass: readonly Case[] }>("metrics").multiclass;
  test.each(cases)("$name", ({ expected, weights, ...rows }) => {
    expectClose(multiclassMetrics(rowsOf({ ...rows, weights })), expected);
  });
});

describe("multiclass metrics that cannot be computed are null", () => {
  const fine = { classes: 3, labels: [0, 1], scores: [0.5, 0.25, 0.25, 0.1, 0.8, 0.1], weights: null };
  test.each([
    ["no rows", { ...fine, labels: [], scores: [] }],
    ["a NaN among scores", { ...fine, scores: [0.5, 0.25, Number.NaN, 0.1, 0.8, 0.1] }],
    ["an infinite score", { ...fine, scores: [0.5, 0.25, 0.25, 0.1, Number.POSITIVE_INFINITY, 0.1] }],
    ["a weight below 0", { ...fine, weights: [1, -1] }],
    ["no weight at all", { ...fine, weights: [0, 0] }],
  ])("%s", (_, rows) => {
    expect(new Set(Object.values(multiclassMetrics(rowsOf(rows))))).toEqual(new Set([null]));
  });

  test("scores beyond 0 and 1 have no loss and no calibration, and still a highest one", () => {
    const metrics = multiclassMetrics(rowsOf({ ...fine, scores: [5, 2, -3, 1, 4, 0] }));
    expect(metrics).toMatchObject({ accuracy: 1, top3Accuracy: 1, logLoss: null, ece: null });
  });
});

test("where rows are cut changes no bit, as long as all parts but the last are whole blocks", () => {
  const random = seeded(11);
  const count = 2 * BLOCK_ROWS + 77;
  const rows: MulticlassRows = {
    classes: 3,
    labels: Uint32Array.from({ length: count }, () => Math.floor(3 * random())),
    scores: Float64Array.from({ length: 3 * count }, random),
    weights: Float64Array.from({ length: count }, random),
  };
  const part = (start: number, end: number): MulticlassRows => ({
    classes: 3,
    labels: rows.labels.subarray(start, end),
    scores: rows.scores.subarray(3 * start, 3 * end),
    weights: rows.weights!.subarray(start, end),
  });
  const first = withMulticlassRows(noClassSums(3), part(0, BLOCK_ROWS));
  const both = withMulticlassRows(first, part(BLOCK_ROWS, count));
  expect(classMetricsOf(both)).toEqual(classMetricsOf(withMulticlassRows(noClassSums(3), rows)));
});

type Columns = Omit<Case, "name" | "expected">;

function rowsOf({ classes, labels, scores, weights }: Columns): MulticlassRows {
  return { classes, labels: Uint32Array.from(labels), scores: Float64Array.from(scores), weights: columnOf(weights) };
}
