import { createContext, Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { drawnEqualMassGap } from "../../../shared/statistics/bootstrap/ranked/equal-mass.ts";
import { ratioOfMeans } from "../../../shared/statistics/bootstrap/ratio-of-means.ts";
import { ratioOfQuantiles } from "../../../shared/statistics/bootstrap/ratio-of-quantiles.ts";
import { binaryBootstrap } from "../../../shared/statistics/bootstrap/tasks/binary.ts";
import { multiclassBootstrap } from "../../../shared/statistics/bootstrap/tasks/multiclass.ts";
import { regressionBootstrap } from "../../../shared/statistics/bootstrap/tasks/regression.ts";
import { binomialCdf, binomialDensity } from "../../../shared/statistics/distributions/binomial.ts";
import { normalQuantile } from "../../../shared/statistics/distributions/normal.ts";
import { tPValue, tQuantile } from "../../../shared/statistics/distributions/student.ts";
import { newHistogram, quantile, record } from "../../../shared/statistics/histogram/histogram.ts";
import { holm } from "../../../shared/statistics/holm.ts";
import { pairedProportionInterval } from "../../../shared/statistics/intervals/paired-proportion.ts";
import { exactInterval, wilsonInterval } from "../../../shared/statistics/intervals/proportion.ts";
import { quantileRanks } from "../../../shared/statistics/intervals/quantile-ranks.ts";
import { binaryMetrics, classTotalsOf } from "../../../shared/statistics/metrics/binary/measure.ts";
import { rankTally } from "../../../shared/statistics/metrics/binary/rank-tally.ts";
import { multiclassMetrics } from "../../../shared/statistics/metrics/multiclass/measure.ts";
import { regressionMetrics } from "../../../shared/statistics/metrics/regression/measure.ts";
import { mergeRuns } from "../../../shared/statistics/order/merge-runs.ts";
import { ranked } from "../../../shared/statistics/order/ranked.ts";
import { delong } from "../../../shared/statistics/paired/delong.ts";
import { mcnemar } from "../../../shared/statistics/paired/mcnemar.ts";
import { NO_MEAN, withDifferences } from "../../../shared/statistics/paired/mean-estimate.ts";
import { pairedT } from "../../../shared/statistics/paired/paired-t.ts";
import { placementsOf } from "../../../shared/statistics/paired/placements.ts";
import { neededRows } from "../../../shared/statistics/sample-size.ts";
import { mergedSketches, numericTally } from "../../../shared/statistics/sketches/numeric-tally.ts";
import { trendOf } from "../../../shared/statistics/trend.ts";
import { seeded } from "./random.ts";

/** A hang, and no slow machine: what is timed takes milliseconds. */
const DEADLINE_MS = 10_000;
const { NaN: NOT_A_NUMBER, POSITIVE_INFINITY: INFINITY, MAX_VALUE } = Number;
const sandbox = createContext();
const script = new Script("work()");
const RESAMPLING = { replicates: 20, seed: 1 };

interface Column {
  readonly values: Float64Array;
  readonly weights: Float64Array | undefined;
}

const ODD = [NOT_A_NUMBER, INFINITY, -INFINITY, 0, -0, 0.5, 1, -1, MAX_VALUE, 5e-324];
const random = seeded(41);
const draw = (among: readonly number[]): number => among[Math.floor(among.length * random())]!;
const COLUMNS: readonly (readonly [string, readonly number[]])[] = [
  ["no rows", []],
  ["one row", [0.5]],
  ["one NaN", [NOT_A_NUMBER]],
  ["one infinity", [INFINITY]],
  ["nothing but NaN", new Array<number>(20).fill(NOT_A_NUMBER)],
  ["all rows tied", new Array<number>(20).fill(0.5)],
  ["a NaN among numbers", [0.1, NOT_A_NUMBER, 0.3, 0.4]],
  ["both infinities among numbers", [0.1, INFINITY, 0.3, -INFINITY]],
  ["a bit of everything", ODD],
  ["much of everything", Array.from({ length: 9000 }, () => draw(ODD))],
];
const WEIGHTS: readonly (readonly [string, ((row: number) => number) | null])[] = [
  ["no weights", null],
  ["weights of 0", () => 0],
  ["weights with NaN", (row) => (row % 3 === 0 ? NOT_A_NUMBER : 1)],
  ["weights below 0 and infinite", (row) => [-1, INFINITY, 1][row % 3]!],
];

const labelled = ({ values, weights }: Column) => ({ labels: Uint8Array.from(values, (_, row) => row % 2), weights });
const pairOf = (column: Column) => ({
  ...labelled(column),
  rows: Uint32Array.from(column.values.keys()),
  champion: column.values.toReversed(),
  challenger: column.values,
});

const OF_COLUMNS: readonly (readonly [string, (column: Column) => unknown])[] = [
  ["binary metrics", (column) => binaryMetrics({ ...labelled(column), scores: column.values }, 0.5)],
  ["multiclass metrics", ({ values, weights }) => multiclassMetrics({ ...classesOf(values, weights), classes: 3 })],
  ["regression metrics", ({ values, weights }) => regressionMetrics({ labels: values, predictions: values, weights })],
  ["DeLong's test", (column) => delong(pairOf(column), { confidence: 0.9 })],
  ["placements", (column) => placed(column)],
  ["the paired t test", (column) => pairedT(withDifferences(NO_MEAN, column), { confidence: 0.9 })],
  ["a trend", ({ values }) => trendOf({ times: values, values: values.toReversed() }, { confidence: 0.9 })],
  ["Holm's correction", ({ values }) => holm([...values])],
  ["a numeric sketch", ({ values }) => mergedSketches(sketchOf(values), sketchOf(values))],
  ["the ratio of means", ({ values }) => ratioOfMeans({ blocks: blocksOf(values), ...RESAMPLING })],
  [
    "the ratio of medians",
    ({ values }) => ratioOfQuantiles({ blocks: blocksOf(values), quantile: 0.5, ...RESAMPLING }),
  ],
  ["the binary bootstrap", (column) => binaryBootstrap(pairOf(column), 0.5, RESAMPLING)],
  ["the multiclass bootstrap", (column) => multiclassReplicates(column)],
  [
    "the regression bootstrap",
    (column) => regressionBootstrap({ ...pairOf(column), labels: column.values }, RESAMPLING),
  ],
];

describe.each(OF_COLUMNS)("%s ends", (_, measure) => {
  for (const [weighted, weightOf] of WEIGHTS) {
    test.each(COLUMNS)(`over %s, ${weighted}`, (__, numbers) => {
      const weights = weightOf === null ? undefined : Float64Array.from(numbers, (_, row) => weightOf(row));
      ends(() => measure({ values: Float64Array.from(numbers), weights }));
    });
  }
});

describe("arguments that are no numbers, or none that make sense, end too", () => {
  const counts = [0, 1, 20, 1e9, 2 ** 60, ...ODD];
  const OF_NUMBERS: readonly (readonly [string, (one: number, other: number) => unknown])[] = [
    ["a quantile of a histogram", (share) => quantile(recorded(), share)],
    ["the normal quantile", (p) => normalQuantile(p)],
    ["Student's quantile", (p, degrees) => tQuantile(p, degrees)],
    ["Student's p-value", (t, degrees) => tPValue(t, degrees, "two-sided")],
    ["a binomial tail", (successes, trials) => binomialCdf(successes, { trials, probability: 0.3 })],
    [
      "a binomial tail of an odd probability",
      (successes, probability) => binomialCdf(successes, { trials: 2e4, probability }),
    ],
    ["a binomial density", (successes, trials) => binomialDensity(successes, { trials, probability: 0.3 })],
    ["an exact interval", (successes, trials) => exactInterval({ successes, trials }, 0.9)],
    ["Wilson's interval", (successes, trials) => wilsonInterval({ successes, trials }, 0.9)],
    [
      "an interval of shares",
      (rows, championOnly) => pairedProportionInterval({ rows, championOnly, challengerOnly: 1 }, 0.9),
    ],
    ["McNemar's test", (rows, championOnly) => mcnemar({ rows, championOnly, challengerOnly: 3 }, { confidence: 0.9 })],
    ["ranks around a quantile", (trials, confidence) => quantileRanks({ trials, probability: 0.5 }, confidence)],
    ["needed rows", (standardError, margin) => neededRows({ standardError, rows: 100 }, margin)],
    ["ranked metrics of other totals", (rows, positive) => tallied({ positive, negative: 2, rows })],
    [
      "a sketch of no such precision",
      (bits) => mergedSketches({ ...sketchOf(numbered(0)), bits }, sketchOf(numbered(1000))),
    ],
  ];
  test.each(OF_NUMBERS)("%s", (_, measure) => {
    for (const one of counts) for (const other of counts) ends(() => measure(one, other));
  });

  test("bins of more rows than were counted", () => {
    const [places, gaps] = [Uint32Array.from(Array(50).keys()), new Float64Array(50)];
    ends(() => drawnEqualMassGap({ places, gaps }, 0, new Uint8Array(50).fill(3)));
  });
});

test.each(COLUMNS)("sorted runs of %s are merged, and no row is lost", async (_, numbers) => {
  const run = () => [ranked({ scores: Float64Array.from(numbers), labels: new Uint8Array(numbers.length) })];
  let rows = 0;
  for await (const { scores } of mergeRuns([run(), run(), run()])) rows += scores.length;
  expect(rows).toBe(3 * numbers.length);
});

test("what never ends is found", () => {
  expect(() =>
    ends(() => {
      for (;;);
    }, 20),
  ).toThrow("timed out");
});

/** No promise and no timer gets a turn while a loop runs: only the engine itself can stop it. */
function ends(work: () => unknown, timeout = DEADLINE_MS): void {
  Object.assign(sandbox, { work });
  script.runInContext(sandbox, { timeout });
}

function classesOf(values: Float64Array, weights: Float64Array | undefined) {
  const labels = Uint32Array.from(values, (_, row) => row % 3);
  return { labels, scores: Float64Array.from([...values].flatMap((value) => [value, 0.2, value])), weights };
}

function placed(column: Column) {
  const sorted = ranked({ ...labelled(column), scores: column.values });
  return placementsOf(sorted, classTotalsOf(labelled(column)));
}

function tallied(totals: Parameters<typeof rankTally>[0]) {
  const tally = rankTally(totals);
  tally.add(ranked({ labels: Uint8Array.of(0, 1, 0, 1), scores: Float64Array.of(0.1, 0.2, 0.3, 0.3) }));
  return tally.metrics();
}

function sketchOf(values: Float64Array) {
  const tally = numericTally();
  tally.add(values);
  return tally.sketch();
}

function numbered(first: number): Float64Array {
  return Float64Array.from({ length: 400 }, (_, row) => (first + row) / 7);
}

function recorded() {
  const histogram = newHistogram();
  for (const duration of [1, 2, 3]) record(histogram, duration);
  return histogram;
}

function blocksOf(values: Float64Array) {
  return [0, 1, 2].map(() => ({ challenger: values, champion: values.toReversed() }));
}

function multiclassReplicates({ values, weights }: Column) {
  const { labels, scores } = classesOf(values, weights);
  const rows = Uint32Array.from(values.keys());
  return multiclassBootstrap({ rows, labels, weights, champion: scores, challenger: scores }, 3, RESAMPLING);
}
