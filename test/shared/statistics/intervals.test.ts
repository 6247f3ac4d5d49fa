import { describe, expect, test } from "vitest";
import { binomialCdf } from "../../../shared/statistics/distributions/binomial.ts";
import { normalCdf, normalQuantile } from "../../../shared/statistics/distributions/normal.ts";
import { tPValue, tQuantile } from "../../../shared/statistics/distributions/student.ts";
import { holm } from "../../../shared/statistics/holm.ts";
import { exactInterval, wilsonInterval } from "../../../shared/statistics/intervals/proportion.ts";
import { quantileRanks } from "../../../shared/statistics/intervals/quantile-ranks.ts";
import { trendOf } from "../../../shared/statistics/trend.ts";
import { expectClose, isClose, vectors } from "./vectors.ts";

interface Vectors {
  readonly distributions: readonly (readonly [keyof typeof FUNCTIONS, readonly number[], number])[];
  readonly proportions: readonly {
    successes: number;
    trials: number;
    confidence: number;
    wilson: readonly [number, number];
    exact: readonly [number, number];
  }[];
  readonly quantileRanks: readonly { trials: number; probability: number; ranks: readonly [number, number] | null }[];
}

interface Tests {
  readonly holm: readonly { pValues: readonly number[]; adjusted: readonly number[] }[];
  readonly trend: readonly {
    name: string;
    times: readonly number[];
    values: readonly number[];
    expected: Readonly<Record<string, number>>;
  }[];
}

const FUNCTIONS = {
  normalCdf: (z = 0) => normalCdf(z),
  normalQuantile: (p = 0) => normalQuantile(p),
  tPValue: (t = 0, degrees = 1) => tPValue(t, degrees, "two-sided"),
  tQuantile: (p = 0, degrees = 1) => tQuantile(p, degrees),
  binomialCdf: (successes = 0, trials = 1, probability = 0) => binomialCdf(successes, { trials, probability }),
} as const;
const known = vectors<Vectors>("intervals");
const tests = vectors<Tests>("tests");

describe("distributions equal SciPy's, in the tails by their own size", () => {
  test.each(known.distributions)("%s%j", (name, parameters, expected) => {
    const off = Math.abs(FUNCTIONS[name](...parameters) - expected);
    expect(off).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
  });

  test.each([
    ["the quantile of 0", normalQuantile(0), Number.NEGATIVE_INFINITY],
    ["the quantile of 1", normalQuantile(1), Number.POSITIVE_INFINITY],
    ["the quantile of no probability", normalQuantile(-1), Number.NaN],
    ["fewer than no successes", binomialCdf(-1, { trials: 5, probability: 0.5 }), 0],
    ["as many successes as trials", binomialCdf(5, { trials: 5, probability: 0.5 }), 1],
    ["all of many, where each is certain", binomialCdf(20_000, { trials: 20_000, probability: 1 }), 1],
    ["fewer than all, where each is certain", binomialCdf(19_999, { trials: 20_000, probability: 1 }), 0],
    ["none of many, where each is impossible", binomialCdf(0, { trials: 20_000, probability: 0 }), 1],
    ["an infinite t", tPValue(Number.POSITIVE_INFINITY, 3, "greater"), 0],
    ["an infinite t the other way", tPValue(Number.POSITIVE_INFINITY, 3, "less"), 1],
  ])("%s", (_, value, expected) => expect(value).toBe(expected));
});

describe("intervals of a share equal statsmodels'", () => {
  test.each(known.proportions)("$successes of $trials at $confidence", ({ wilson, exact, confidence, ...share }) => {
    const [lower, upper] = wilson;
    expectClose(wilsonInterval(share, confidence), { lower, upper });
    const [exactLower, exactUpper] = exact;
    expectClose(exactInterval(share, confidence), { lower: exactLower, upper: exactUpper });
  });

  test("of nothing, everything is possible", () => {
    const nothing = { successes: 0, trials: 0 };
    expect(wilsonInterval(nothing, 0.9)).toEqual({ lower: 0, upper: 1 });
    expect(exactInterval(nothing, 0.9)).toEqual({ lower: 0, upper: 1 });
  });
});

describe("ranks that enclose a quantile", () => {
  test.each(known.quantileRanks)("$probability of $trials", ({ ranks, ...quantile }) => {
    const expected = ranks === null ? null : { lower: ranks[0], upper: ranks[1] };
    expect(quantileRanks(quantile, 0.9)).toEqual(expected);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("%d values enclose nothing", (trials) =>
    expect(quantileRanks({ trials, probability: 0.5 }, 0.9)).toBeNull(),
  );
});

describe("Holm's adjustment equals statsmodels'", () => {
  test.each(tests.holm)("$pValues", ({ pValues, adjusted }) => {
    const apart = holm(pValues).filter((value, index) => !isClose(value, adjusted[index]!));
    expect(apart).toEqual([]);
  });

  test("of nothing is nothing", () => expect(holm([])).toEqual([]));
  test.each([
    ["is not lost", [0.01, Number.NaN], [0.02, Number.NaN]],
    ["hides none behind it", [0.04, Number.NaN, 0.001], [0.08, Number.NaN, 0.003]],
  ])("a NaN %s", (_, pValues, adjusted) => expect(holm(pValues)).toEqual(adjusted));
});

describe("a trend equals SciPy's line", () => {
  test.each(tests.trend)("$name", ({ times, values, expected }) => {
    const series = { times: Float64Array.from(times), values: Float64Array.from(values) };
    expectClose(trendOf(series, { confidence: 0.9 })!, expected);
  });

  test.each([
    ["two points", [0, 1], [5, 6], null],
    ["all at one time", [1, 1, 1], [5, 6, 7], null],
    ["a value that is NaN", [0, 1, 2], [5, Number.NaN, 7], null],
    ["values that never change", [0, 1, 2], [5, 5, 5], { slope: 0, lower: 0, upper: 0 }],
  ])("%s", (_, times, values, expected) => {
    const series = { times: Float64Array.from(times), values: Float64Array.from(values) };
    expect(trendOf(series, { confidence: 0.9 })).toEqual(expected);
  });

  test("values that never change are known no better than to the steps they are measured in", () => {
    const series = { times: Float64Array.of(0, 1, 2), values: Float64Array.of(5, 5, 5) };
    // Student's 95th percentile with one degree of freedom, by the root of the spread of the times.
    const margin = 6.313751514675 / Math.SQRT2;
    const { slope, lower, upper } = trendOf(series, { confidence: 0.9, step: Math.sqrt(12) })!;
    expectClose({ slope, lower, upper }, { slope: 0, lower: -margin, upper: margin });
  });

  test("steps smaller than what the values vary by change nothing", () => {
    const series = { times: Float64Array.of(0, 1, 2, 3), values: Float64Array.of(5, 9, 4, 8) };
    const bounds = trendOf(series, { confidence: 0.9 });
    expect(trendOf(series, { confidence: 0.9, step: 1 })).toEqual(bounds);
  });
});
