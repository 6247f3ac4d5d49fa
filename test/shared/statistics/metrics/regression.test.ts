import { describe, expect, test } from "vitest";
import { BLOCK_ROWS } from "../../../../shared/statistics/block-rows.ts";
import {
  errorMetricsOf,
  NO_ERROR_SUMS,
  withRegressionRows,
} from "../../../../shared/statistics/metrics/regression/error-sums.ts";
import { regressionMetrics } from "../../../../shared/statistics/metrics/regression/measure.ts";
import type { RegressionRows } from "../../../../shared/statistics/metrics/regression/rows.ts";
import { seeded } from "../random.ts";
import { columnOf, expectClose, vectors } from "../vectors.ts";

interface Case {
  readonly name: string;
  readonly labels: readonly number[];
  readonly predictions: readonly number[];
  readonly weights: readonly number[] | null;
  readonly expected: Readonly<Record<string, number | null>>;
}

describe("regression metrics equal scikit-learn's", () => {
  const cases = vectors<{ regression: readonly Case[] }>("metrics").regression;
  test.each(cases)("$name", ({ labels, predictions, weights, expected }) => {
    expectClose(regressionMetrics(rowsOf(labels, predictions, weights)), expected);
  });
});

describe("regression metrics that cannot be computed are null", () => {
  test.each([
    ["no rows", rowsOf([], [])],
    ["a prediction that is NaN", rowsOf([1, 2], [1, Number.NaN])],
    ["a label that is infinite", rowsOf([1, Number.NEGATIVE_INFINITY], [1, 2])],
    ["a weight below 0", rowsOf([1, 2], [1, 2], [1, -1])],
    ["no weight at all", rowsOf([1, 2], [1, 2], [0, 0])],
  ])("%s", (_, rows) => {
    expect(new Set(Object.values(regressionMetrics(rows)))).toEqual(new Set([null]));
  });

  test("squares that overflow leave the other metrics", () => {
    const { rmse, r2, mae, medianAbsoluteError } = regressionMetrics(rowsOf([0, 1e200], [1e200, 0]));
    expect({ rmse, r2, mae, medianAbsoluteError }).toEqual({
      rmse: null,
      r2: null,
      mae: 1e200,
      medianAbsoluteError: 1e200,
    });
  });
});

test.each([0.1, 0.7, 1, 1 / 3])("of rows that all weigh %d the median lies between the two in the middle", (weight) => {
  const errors = Array.from({ length: 40 }, (_, row) => row);
  const labels = errors.map(() => 0);
  const { medianAbsoluteError } = regressionMetrics(
    rowsOf(
      labels,
      errors,
      errors.map(() => weight),
    ),
  );
  expect(medianAbsoluteError).toBe(19.5);
});

test("where rows are cut changes no bit, though the labels lie far from 0", () => {
  const random = seeded(23);
  const count = 2 * BLOCK_ROWS + 5;
  const labels = Float64Array.from({ length: count }, () => 1e8 + random());
  const predictions = labels.map((label) => label + random() - 0.5);
  const part = (start: number, end: number) => ({
    labels: labels.subarray(start, end),
    predictions: predictions.subarray(start, end),
  });
  const first = withRegressionRows(NO_ERROR_SUMS, part(0, 2 * BLOCK_ROWS));
  const both = withRegressionRows(first, part(2 * BLOCK_ROWS, count));
  expect(errorMetricsOf(both)).toEqual(errorMetricsOf(withRegressionRows(NO_ERROR_SUMS, part(0, count))));
});

function rowsOf(
  labels: readonly number[],
  predictions: readonly number[],
  weights: readonly number[] | null = null,
): RegressionRows {
  return { labels: Float64Array.from(labels), predictions: Float64Array.from(predictions), weights: columnOf(weights) };
}
