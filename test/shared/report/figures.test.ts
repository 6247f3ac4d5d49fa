import { describe, expect, test } from "vitest";
import { decimalsFor, figure, fixed, milliseconds, percent, signed, whole } from "../../../shared/report/figures.ts";

test.each([
  ["two digits of half the interval", 0.82, { lower: -0.002, upper: 0.022 }, 3],
  ["a wide interval leaves few", 54.5, { lower: 100, upper: 130 }, 0],
  ["a narrow one many, and not more than six", 0.5, { lower: 0, upper: 1e-12 }, 6],
  ["without one, four digits of the value", 0.08213, null, 5],
  ["nothing at all is known", 0, { lower: null, upper: null }, 3],
  ["an interval without a width is none", 0.5, { lower: 0.1, upper: 0.1 }, 4],
])("decimals: %s", (_, value, interval, decimals) => {
  expect(decimalsFor(value, interval)).toBe(decimals);
});

describe("a number", () => {
  test.each([
    [0.12345, 3, "0.123"],
    [-0.12345, 3, "−0.123"],
    [-0.0001, 3, "0.000"],
    [12345.6, 1, "12,345.6"],
    [1234.5, 1, "1234.5"],
    [2e12, 0, "2.00e+12"],
    [3e-9, 3, "3.00e-9"],
    [Number.NaN, 2, "not a number"],
    [Number.NEGATIVE_INFINITY, 2, "−infinite"],
  ])("%d with %i decimals", (value, decimals, written) => {
    expect(fixed(value, decimals)).toBe(written);
  });

  test("has its sign as a change, and none where nothing is left of it", () => {
    expect([0.5, -0.5, 0, 0.00001].map((value) => signed(value, 2))).toEqual(["+0.50", "−0.50", "0.00", "0.00"]);
  });

  test("is four digits that matter", () => {
    expect([0.8, 12.3456, 100, 123456, 0].map(figure)).toEqual(["0.8", "12.35", "100", "123,456", "0"]);
    expect(percent(0.1)).toBe("10 %");
  });

  test("of rows is read in threes from five digits on", () => {
    expect([9999, 10_000, 1_200_000, 2 ** 60].map(whole)).toEqual(["9999", "10,000", "1,200,000", String(2 ** 60)]);
  });

  test("of milliseconds has the digits that are felt", () => {
    expect([0.0414, 9, 99.96, 123.4, 12_345].map(milliseconds)).toEqual([
      "0.041 ms",
      "9.0 ms",
      "100.0 ms",
      "123 ms",
      "12.3 s",
    ]);
  });
});
