import { describe, expect, test } from "vitest";
import {
  type Histogram,
  merged,
  newHistogram,
  quantile,
  record,
} from "../../../../shared/statistics/histogram/histogram.ts";

describe("a histogram of durations", () => {
  test.each([
    ["constant", () => 7.3],
    ["even between 0 and 1", (i: number) => i / 10_000],
    ["from nanoseconds to hours", (i: number) => 1e-6 * 10 ** ((13 * i) / 10_000)],
    ["mostly fast and sometimes slow", (i: number) => (i % 50 === 0 ? 900 + i / 100 : 0.2 + i / 1e6)],
  ])("tells every quantile of values that are %s within 0.1 %%", (_, valueAt) => {
    const values = Array.from({ length: 10_000 }, (_, i) => valueAt(i));
    const sorted = values.toSorted((a, b) => a - b);
    const histogram = histogramOf(values);
    for (const share of [0, 0.001, 0.25, 0.5, 0.95, 0.99, 0.999, 0.9999, 1]) {
      const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1]!;
      const off = Math.abs(quantile(histogram, share)! - exact);
      expect(off, `quantile ${share}`).toBeLessThanOrEqual(0.001 * exact + 1e-6);
    }
  });

  test.each([
    ["nothing has no quantile", [], 0.5, null],
    ["one value is every quantile", [3.3333], 0.001, 3.3333],
    ["of ten samples the 99th percentile is the largest", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10.25], 0.99, 10.25],
    ["the lowest rank is exact", [1.23456789, 5], 0.5, 1.23456789],
    ["0 is counted", [0, 0, 0], 0.5, 0],
    ["what is too long to tell apart is still exact at the end", [1, 2 ** 50], 1, 2 ** 50],
  ])("%s", (_, values, share, expected) => expect(quantile(histogramOf(values), share)).toBe(expected));

  test("7 % of a hundred is the seventh, though 0.07 × 100 is a little more in doubles", () => {
    const histogram = histogramOf(Array.from({ length: 100 }, (_, i) => (i < 7 ? 1 : 2)));
    expect(quantile(histogram, 0.07)).toBeLessThan(1.001);
    expect(quantile(histogram, 0.071)).toBeGreaterThan(1.999);
  });

  test.each([
    ["below 0", -1e-9],
    ["no number", Number.NaN],
  ])("a duration %s is refused, never counted as short", (_, value) =>
    expect(() => record(newHistogram(), value)).toThrow(/A duration of/),
  );

  test("parts that are merged equal the whole, in either order", () => {
    const values = Array.from({ length: 1_000 }, (_, i) => (i * 7919) % 1_009);
    const [one, other] = [histogramOf(values.slice(0, 313)), histogramOf(values.slice(313))];
    expect(merged(one, other)).toEqual(histogramOf(values));
    expect(merged(other, one)).toEqual(histogramOf(values));
    expect(merged(newHistogram(), one)).toEqual(one);
  });
});

test.each([Number.NaN, -0.1, 1.1])("a share of %d has no quantile", (share) => {
  expect(quantile(histogramOf([1, 2, 3]), share)).toBeNull();
});

function histogramOf(values: readonly number[]): Histogram {
  const histogram = newHistogram();
  for (const value of values) record(histogram, value);
  return histogram;
}
