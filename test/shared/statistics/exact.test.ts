import { describe, expect, test } from "vitest";
import { NO_MOMENTS, spreadOf, withValues } from "../../../shared/statistics/moments.ts";
import { mergeRuns } from "../../../shared/statistics/order/merge-runs.ts";
import { sortedColumn } from "../../../shared/statistics/order/radix-sort.ts";
import { type RankedRows, ranked } from "../../../shared/statistics/order/ranked.ts";
import { normal, scoredRows, seeded } from "./random.ts";

const { MAX_VALUE, MIN_VALUE, POSITIVE_INFINITY: INFINITY, NaN: NOT_A_NUMBER } = Number;

describe("moments", () => {
  test("equal values have no spread, and themselves as their mean", () => {
    const values = new Float64Array(20_000).fill(0.1);
    expect(spreadOf(withValues(NO_MOMENTS, { values }))).toEqual({
      rows: 20_000,
      weight: 20_000,
      mean: 0.1,
      squares: 0,
    });
  });

  test("far from 0 the spread keeps its digits", () => {
    const values = Float64Array.from({ length: 30_000 }, (_, i) => 1e15 + (i % 3));
    const { squares } = spreadOf(withValues(NO_MOMENTS, { values }))!;
    expect(squares).toBe(20_000);
  });

  test.each([
    ["about 0", 0, 1],
    ["that nearly cancel", 1e-9, 1],
    ["far from 0", 1e9, 1],
    ["of very different weights", 3, 1e6],
  ])("of a million numbers %s are right to 12 digits", (_, middle, spread) => {
    const random = seeded(17);
    const values = Float64Array.from({ length: 1_000_000 }, () => middle + normal(random));
    const weights = Float64Array.from(values, () => (spread === 1 ? 1 : Math.exp(Math.log(spread) * random())));
    const { weight, mean, squares } = spreadOf(withValues(NO_MOMENTS, { values, weights }))!;
    // As integers in units of 2^-60, which are nearly exact.
    const units = (value: number): bigint =>
      (BigInt(Math.round(value * 2 ** 20)) << 40n) +
      BigInt(Math.round((value - Math.round(value * 2 ** 20) / 2 ** 20) * 2 ** 60));
    let [all, first] = [0n, 0n];
    for (let i = 0; i < values.length; i++) {
      all += units(weights[i]!);
      first += (units(weights[i]!) * units(values[i]!)) >> 60n;
    }
    const exact = Number((first << 80n) / all) / 2 ** 80;
    expect(weight).toBeCloseTo(Number(all) / 2 ** 60, 4);
    let around = 0;
    for (let i = 0; i < values.length; i++) around += weights[i]! * (values[i]! - exact) ** 2;
    // Of a mean near 0 the digits are those of the spread.
    expect(Math.abs(mean - exact)).toBeLessThan(1e-12 * Math.max(1e-3, Math.abs(exact)));
    expect(Math.abs(squares / around - 1)).toBeLessThan(1e-12);
  });

  test("nothing has no mean", () => expect(spreadOf(NO_MOMENTS)).toBeNull());
  test("a value that is NaN is kept", () => {
    const fine = withValues(NO_MOMENTS, { values: Float64Array.of(1, 2) });
    const broken = withValues(fine, { values: Float64Array.of(NOT_A_NUMBER) });
    expect(spreadOf(withValues(broken, { values: Float64Array.of(3) }))!.mean).toBeNaN();
  });
});

describe("the order of a column", () => {
  const random = seeded(77);
  const kinds: readonly (readonly [string, () => number])[] = [
    ["uniform", random],
    ["of both signs", () => normal(random)],
    ["as float32 has them", () => Math.fround(random())],
    ["with many ties", () => Math.round(random() * 9) / 9],
    ["that differ in their last bits", () => 1 + Math.floor(random() * 5000) * Number.EPSILON],
    ["a crowd among outliers", () => (random() < 0.01 ? 10 ** (600 * random() - 300) : 0.7 + 1e-9 * random())],
    ["of all sizes", () => (random() - 0.5) * 10 ** (600 * random() - 300)],
    ["all alike", () => 0.25],
    ["zeros of both signs, and their neighbours", () => [0, -0, MIN_VALUE, -MIN_VALUE][Math.floor(4 * random())]!],
    ["with infinities", () => [INFINITY, -INFINITY, 0.5, MAX_VALUE][Math.floor(4 * random())]!],
  ];
  test.each(kinds)("%s", (_, draw) => {
    for (const length of [0, 1, 2, 512, 513, 4000]) {
      const values = Float64Array.from({ length }, draw);
      const expected = [...values.keys()].sort((a, b) =>
        values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : a - b,
      );
      const { values: sorted, rows } = sortedColumn(values);
      expect([...rows]).toEqual(expected);
      expect([...sorted]).toEqual(expected.map((row) => values[row]));
    }
  });

  test.each([
    ["without a sign", 0x7ff80000, 0],
    ["with a sign, as processors give to 0 / 0", 0xfff80000, 0],
    ["that differs from infinity in its last bit", 0x7ff00000, 1],
    ["that differs from −infinity in its last bit", 0xfff00000, 1],
    ["of all bits", 0xffffffff, 0xffffffff],
  ])("a NaN %s goes behind infinity", (_, high, low) => {
    for (const length of [3, 512, 513, 4000]) {
      const values = Float64Array.from({ length }, () => normal(random));
      values.set([INFINITY, -INFINITY]);
      const nans = [...values.keys()].filter((row) => row % 3 === 2);
      const words = new Uint32Array(values.buffer);
      for (const row of nans) words.set([low, high], 2 * row);
      const { values: sorted, rows } = sortedColumn(values);
      const numbers = length - nans.length;
      expect([...rows.subarray(numbers)]).toEqual(nans);
      expect(sorted.subarray(0, numbers)).toEqual(values.filter((value) => !Number.isNaN(value)).sort());
      expect(sorted.subarray(numbers).every(Number.isNaN)).toBe(true);
    }
  });

  test("a column inside a larger buffer", () => {
    const values = Float64Array.from({ length: 2000 }, random);
    expect(sortedColumn(values.subarray(3, 1003))).toEqual(sortedColumn(values.slice(3, 1003)));
  });
});

describe("sorted runs", () => {
  const rows = scoredRows(5000, 12);
  const whole = ranked(rows);

  test("merge to what sorting all at once gives", async () => {
    const parts = await Array.fromAsync(mergeRuns(runsOf(7)));
    expect(columnsOf(parts)).toEqual(columnsOf([whole]));
  });

  test("with NaN merge to the same, too: it comes last", async () => {
    const scores = Float64Array.of(2, 5, Number.NaN, Number.NaN, 1, Number.NaN, 3, 4, Number.NaN, 0);
    const column = { scores, labels: new Uint8Array(10), weights: new Float64Array(10) };
    const runs = Array.from({ length: 5 }, (_, run) => {
      const [start, end] = [2 * run, 2 * run + 2];
      const part = (values: Float64Array) => values.subarray(start, end);
      return [
        ranked(
          { scores: part(scores), labels: column.labels.subarray(start, end), weights: part(column.weights) },
          start,
        ),
      ];
    });
    expect(columnsOf(await Array.fromAsync(mergeRuns(runs)))).toEqual(columnsOf([ranked(column)]));
  });

  test.each([
    ["no run", []],
    ["runs without rows", [[ranked({ labels: new Uint8Array(0), scores: new Float64Array(0) })], []]],
  ])("%s", async (_, runs) => expect(await Array.fromAsync(mergeRuns(runs))).toEqual([]));

  function runsOf(count: number): readonly (readonly RankedRows[])[] {
    const size = Math.ceil(5000 / count);
    return Array.from({ length: count }, (_, index) => {
      const [start, end] = [index * size, Math.min(5000, (index + 1) * size)];
      const part = {
        labels: rows.labels.slice(start, end),
        scores: rows.scores.slice(start, end),
        weights: rows.weights.slice(start, end),
      };
      return [...cutSmall(ranked(part, start))];
    });
  }
});

function* cutSmall({ scores, labels, weights, rows }: RankedRows): Generator<RankedRows> {
  for (let start = 0; start < scores.length; start += 13) {
    const part = <T extends Float64Array | Uint8Array | Uint32Array>(column: T): T =>
      column.subarray(start, start + 13) as T;
    yield { scores: part(scores), labels: part(labels), weights: weights && part(weights), rows: part(rows) };
  }
}

function columnsOf(parts: readonly RankedRows[]): object {
  return {
    scores: parts.flatMap(({ scores }) => [...scores]),
    labels: parts.flatMap(({ labels }) => [...labels]),
    weights: parts.flatMap(({ weights }) => [...weights!]),
    rows: parts.flatMap(({ rows }) => [...rows]),
  };
}
