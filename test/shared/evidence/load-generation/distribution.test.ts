import { expect, test } from "vitest";
import { distributionOf, timelineOf } from "../../../../shared/evidence/load-generation/distribution.ts";
import { type Histogram, newHistogram, record } from "../../../../shared/statistics/histogram/histogram.ts";

type Bins = readonly (readonly [fromMs: number, toMs: number, count: number])[];

test.each<[string, readonly number[], Bins]>([
  ["there are none where nothing was measured", [], []],
  ["a duration lies in the bin that begins with it", [8], [[8, 9, 1]]],
  ["a duration just below belongs to the bin before", [7.99], [[7.5, 8, 1]]],
  [
    "those that hold nothing are left out",
    [1, 1.1, 100],
    [
      [1, 1.125, 2],
      [96, 104, 1],
    ],
  ],
  ["none is lost below a millisecond", [0.25, 0.26], [[0.25, 0.28125, 2]]],
])("bins of a chart: %s", (_, values, expected) => {
  expect(distributionOf(histogramOf(values)).bins).toEqual(expected);
});

test("quantiles are of nearest rank, from the fastest answer to the slowest", () => {
  const { quantiles } = distributionOf(histogramOf([1, 2, 3, 400]));
  expect(quantiles.at(0)).toEqual([0, 1]);
  expect(quantiles.find(([share]) => share === 0.99)).toEqual([0.99, 400]);
});

test("a load's parts follow each other, each with its own rate", () => {
  const part = { seconds: 0.5, errors: 0, latenciesMs: Float64Array.of(4, 1, 3, 2) };
  expect(timelineOf([part, { ...part, errors: 1, latenciesMs: new Float64Array(0) }])).toEqual([
    { atSeconds: 0, ratePerSecond: 8, errors: 0, p50Ms: 2, p95Ms: 4 },
    { atSeconds: 0.5, ratePerSecond: 0, errors: 1, p50Ms: null, p95Ms: null },
  ]);
});

function histogramOf(values: readonly number[]): Histogram {
  const histogram = newHistogram();
  for (const value of values) record(histogram, value);
  return histogram;
}
