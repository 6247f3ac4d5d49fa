import { describe, expect, test } from "vitest";
import { BLOCK_ROWS } from "../../../../shared/statistics/block-rows.ts";
import { ranked } from "../../../../shared/statistics/order/ranked.ts";
import { NO_DIFFERENCE, UNKNOWN } from "../../../../shared/statistics/paired/comparison.ts";
import { delong, delongOf, NO_PLACEMENTS, withPlacements } from "../../../../shared/statistics/paired/delong.ts";
import { mcnemar } from "../../../../shared/statistics/paired/mcnemar.ts";
import { NO_MEAN, withDifferences } from "../../../../shared/statistics/paired/mean-estimate.ts";
import { pairedT } from "../../../../shared/statistics/paired/paired-t.ts";
import { placementsByRow, placementsOf } from "../../../../shared/statistics/paired/placements.ts";
import { normal, scoredRows, seeded } from "../random.ts";
import { expectClose, isClose, vectors } from "../vectors.ts";

type Numbers = Readonly<Record<string, number | null>>;

interface Vectors {
  readonly pairedT: readonly {
    name: string;
    differences: readonly number[];
    expected: Numbers;
    less: number;
    greater: number;
  }[];
  readonly delong: readonly {
    name: string;
    labels: readonly number[];
    champion: readonly number[];
    challenger: readonly number[];
    expected: Numbers;
  }[];
  readonly mcnemar: readonly {
    rows: number;
    championOnly: number;
    challengerOnly: number;
    pValue: number;
    less: number;
    greater: number;
    bounds: readonly [number, number];
  }[];
}

const known = vectors<Vectors>("tests");
const confidence = 0.9;

describe("the paired t test equals SciPy's", () => {
  test.each(known.pairedT)("$name", ({ differences, expected, less, greater }) => {
    const moments = withDifferences(NO_MEAN, { values: Float64Array.from(differences) });
    expectClose(pairedT(moments, { confidence }), expected);
    expectClose({ less: pairedT(moments, { confidence, alternative: "less" }).pValue }, { less });
    expectClose({ greater: pairedT(moments, { confidence, alternative: "greater" }).pValue }, { greater });
  });

  test.each([
    ["no rows", [], UNKNOWN],
    ["one row says nothing of its spread", [0.5], { ...UNKNOWN, difference: 0.5 }],
    ["one row without a difference", [0], NO_DIFFERENCE],
    ["no difference in any row", [0, 0, 0], NO_DIFFERENCE],
    ["the same difference in each row", [0.1, 0.1, 0.1], { difference: 0.1, lower: 0.1, upper: 0.1, pValue: 0 }],
    ["a difference that is NaN", [0, Number.NaN], UNKNOWN],
    ["a difference that is infinite", [0, Number.POSITIVE_INFINITY], UNKNOWN],
  ])("%s", (_, differences, expected) => {
    const moments = withDifferences(NO_MEAN, { values: Float64Array.from(differences) });
    expect(pairedT(moments, { confidence })).toEqual(expected);
  });

  test("equal weights change nothing", () => {
    const values = Float64Array.from([0.3, -0.1, 0.25, 0.7]);
    const plain = pairedT(withDifferences(NO_MEAN, { values }), { confidence });
    const weighted = pairedT(withDifferences(NO_MEAN, { values, weights: values.map(() => 3) }), { confidence });
    expectClose(weighted, { ...plain });
  });

  test("where rows are cut changes no bit, as long as all parts but the last are whole blocks", () => {
    const random = seeded(9);
    const values = Float64Array.from({ length: 2 * BLOCK_ROWS + 9 }, () => normal(random));
    const first = withDifferences(NO_MEAN, { values: values.subarray(0, BLOCK_ROWS) });
    const both = withDifferences(first, { values: values.subarray(BLOCK_ROWS) });
    expect(pairedT(both, { confidence })).toEqual(pairedT(withDifferences(NO_MEAN, { values }), { confidence }));
  });
});

describe("DeLong's test equals its definition", () => {
  test.each(known.delong)("$name", ({ expected, ...columns }) => {
    expectClose(delong(pairOf(columns), { confidence }), expected);
  });

  const labels = [0, 1, 0, 1];
  test.each([
    ["the same scores", { labels, champion: [0.1, 0.5, 0.2, 0.3], challenger: [0.1, 0.5, 0.2, 0.3] }, NO_DIFFERENCE],
    ["the same order", { labels, champion: [0.1, 0.5, 0.2, 0.3], challenger: [1, 9, 2, 3] }, NO_DIFFERENCE],
    ["constant scores of both", { labels, champion: [1, 1, 1, 1], challenger: [2, 2, 2, 2] }, NO_DIFFERENCE],
    [
      "perfect against constant scores, which leaves no variance",
      { labels, champion: [1, 1, 1, 1], challenger: [0, 1, 0, 1] },
      { difference: 0.5, lower: 0.5, upper: 0.5, pValue: 0 },
    ],
    [
      "a class of one row",
      { labels: [0, 1, 0], champion: [0.1, 0.5, 0.2], challenger: [0.3, 0.2, 0.1] },
      { ...UNKNOWN, difference: -0.5 },
    ],
    ["one class only", { labels: [1, 1], champion: [0.1, 0.5], challenger: [0.3, 0.2] }, UNKNOWN],
    ["no rows", { labels: [], champion: [], challenger: [] }, UNKNOWN],
    ["a NaN", { labels, champion: [0.1, 0.5, 0.2, Number.NaN], challenger: [1, 2, 3, 4] }, UNKNOWN],
  ])("%s", (_, columns, expected) => {
    expect(delong(pairOf(columns), { confidence })).toEqual(expected);
  });

  test.each([0, 1])("a NaN in a row of class %i leaves every placement unknown, and so the difference", (label) => {
    const scores = Float64Array.of(0.1, 0.2, 0.3, Number.NaN);
    const labels = Uint8Array.of(0, 1, 1 - label, label);
    const placed = placementsOf(ranked({ scores, labels }), { positive: 2, negative: 2, rows: 4 });
    expect(placed.values).toEqual(new Float64Array(4).fill(Number.NaN));
    expect(placed.below).toEqual({ positive: Number.NaN, negative: Number.NaN });
    const challenger = placementsByRow(placed);
    const champion = new Float64Array(4);
    expect(delongOf(withPlacements(NO_PLACEMENTS, { labels, champion, challenger }), { confidence })).toEqual(UNKNOWN);
  });

  test("swapping the models turns the difference round", () => {
    const { labels, scores } = scoredRows(500, 1);
    const random = seeded(2);
    const other = scores.map((score) => score + 0.3 * random());
    const there = delong({ labels, champion: scores, challenger: other }, { confidence, alternative: "less" });
    const back = delong({ labels, champion: other, challenger: scores }, { confidence, alternative: "greater" });
    expectClose(back, {
      difference: -there.difference!,
      lower: -there.upper!,
      upper: -there.lower!,
      pValue: there.pValue,
    });
  });

  test("equal weights change nothing", () => {
    const { labels, scores } = scoredRows(500, 1);
    const challenger = scores.map((score, row) => score + (row % 7) / 10);
    const plain = delong({ labels, champion: scores, challenger }, { confidence });
    const weights = scores.map(() => 2.5);
    expectClose(delong({ labels, champion: scores, challenger, weights }, { confidence }), { ...plain });
  });
});

describe("McNemar's exact test equals SciPy's binomial one", () => {
  test.each(known.mcnemar)("$championOnly against $challengerOnly of $rows", ({ bounds, ...row }) => {
    const options = { confidence };
    const { pValue, lower, upper } = mcnemar(row, options);
    const less = mcnemar(row, { ...options, alternative: "less" }).pValue;
    const greater = mcnemar(row, { ...options, alternative: "greater" }).pValue;
    expectClose({ pValue, less, greater }, { pValue: row.pValue, less: row.less, greater: row.greater });
    expectClose({ lower, upper }, { lower: bounds[0], upper: bounds[1] });
  });

  test.each([
    ["no rows", { rows: 0, championOnly: 0, challengerOnly: 0 }, UNKNOWN],
    ["no row tells them apart", { rows: 9, championOnly: 0, challengerOnly: 0 }, NO_DIFFERENCE],
  ])("%s", (_, agreement, expected) => expect(mcnemar(agreement, { confidence })).toEqual(expected));

  test("its bounds never leave −1 to 1", () => {
    const { lower, upper } = mcnemar({ rows: 3, championOnly: 3, challengerOnly: 0 }, { confidence: 0.999 });
    expect(lower).toBeGreaterThanOrEqual(-1);
    expect(upper).toBeLessThanOrEqual(1);
    expect(isClose(lower, -1)).toBe(true);
  });
});

interface Columns {
  readonly labels: readonly number[];
  readonly champion: readonly number[];
  readonly challenger: readonly number[];
}

function pairOf({ labels, champion, challenger }: Columns) {
  return {
    labels: Uint8Array.from(labels),
    champion: Float64Array.from(champion),
    challenger: Float64Array.from(challenger),
  };
}
