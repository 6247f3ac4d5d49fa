import { describe, expect, test } from "vitest";
import { BLOCK_ROWS } from "../../../../shared/statistics/block-rows.ts";
import { binaryMetrics, classTotalsOf } from "../../../../shared/statistics/metrics/binary/measure.ts";
import { pointMetricsOf } from "../../../../shared/statistics/metrics/binary/point-metrics.ts";
import { NO_POINT_SUMS, withBinaryRows } from "../../../../shared/statistics/metrics/binary/point-sums.ts";
import { rankTally } from "../../../../shared/statistics/metrics/binary/rank-tally.ts";
import type { BinaryRows } from "../../../../shared/statistics/metrics/binary/rows.ts";
import { mergeRuns } from "../../../../shared/statistics/order/merge-runs.ts";
import { type RankedRows, ranked } from "../../../../shared/statistics/order/ranked.ts";
import { rowsBetween } from "../../../../shared/statistics/order/row-parts.ts";
import { scoredRows, seeded } from "../random.ts";
import { columnOf, expectClose, vectors } from "../vectors.ts";

interface Case {
  readonly name: string;
  readonly labels: readonly number[];
  readonly scores: readonly number[];
  readonly weights: readonly number[] | null;
  readonly expected: Readonly<Record<string, number | null>>;
}

const THRESHOLD = 0.5;
const NOTHING = Object.fromEntries(Object.keys(binaryMetrics(rowsOf([], []), THRESHOLD)).map((name) => [name, null]));

describe("binary metrics equal scikit-learn's and SciPy's", () => {
  test.each(vectors<{ binary: readonly Case[] }>("metrics").binary)(
    "$name",
    ({ labels, scores, weights, expected }) => {
      expectClose(binaryMetrics(rowsOf(labels, scores, weights), THRESHOLD), expected);
    },
  );
});

describe("binary metrics that cannot be computed are null", () => {
  test.each([
    ["no rows", rowsOf([], []), NOTHING],
    ["a score that is NaN", rowsOf([0, 1], [Number.NaN, 0.5]), NOTHING],
    ["an infinite score", rowsOf([0, 1], [0.5, Number.POSITIVE_INFINITY]), NOTHING],
    ["an infinite score below all", rowsOf([0, 1], [0.5, Number.NEGATIVE_INFINITY]), NOTHING],
    ["a NaN among weights", rowsOf([0, 1], [0.1, 0.5], [1, Number.NaN]), NOTHING],
    ["a weight below 0", rowsOf([0, 1], [0.1, 0.5], [1, -1]), NOTHING],
    ["no weight at all", rowsOf([0, 1], [0.1, 0.5], [0, 0]), NOTHING],
  ])("%s", (_, rows, expected) => expect(binaryMetrics(rows, THRESHOLD)).toEqual(expected));

  test("scores beyond 0 and 1 have no loss and no calibration, and still an order", () => {
    const { auc, accuracy, ...rest } = binaryMetrics(rowsOf([0, 1], [-2, 3]), 0);
    expect({ auc, accuracy }).toEqual({ auc: 1, accuracy: 1 });
    expect([rest.logLoss, rest.brier, rest.ece, rest.eceEqualMass]).toEqual([null, null, null, null]);
  });
});

describe("where rows are cut changes no bit, as long as all parts but the last are whole blocks", () => {
  const rows = scoredRows(3 * BLOCK_ROWS + 1234, 7);
  test.each([
    ["without weights", { labels: rows.labels, scores: rows.scores }],
    ["with weights", rows],
  ])("%s", async (_, all: BinaryRows) => {
    const whole = binaryMetrics(all, THRESHOLD);
    for (const cuts of [[1], [2], [1, 2], [1, 2, 3]]) {
      const shards = cut(all, cuts);
      const sums = shards.reduce((before, shard) => withBinaryRows(before, shard, THRESHOLD), NO_POINT_SUMS);
      expect({ ...pointMetricsOf(sums), ...(await rankOf(all, shards)) }).toEqual(whole);
    }
  });
});

test("the order of the rows does not matter, but for the last bits", () => {
  const rows = scoredRows(5000, 3);
  const random = seeded(4);
  const order = [...rows.labels.keys()].map((row) => [random(), row] as const).sort(([a], [b]) => a - b);
  const moved = <T extends Uint8Array | Float64Array>(column: T): T => column.map((_, i) => column[order[i]![1]]!) as T;
  const { eceEqualMass: _, ...expected } = binaryMetrics(rows, THRESHOLD);
  const shuffled = { labels: moved(rows.labels), scores: moved(rows.scores), weights: moved(rows.weights) };
  expectClose(binaryMetrics(shuffled, THRESHOLD), expected);
});

test("a row of weight 2 counts as two rows, but for bins of equally many rows", () => {
  const { labels, scores } = scoredRows(400, 5);
  const weights = Float64Array.from(labels, (_, row) => row % 3);
  const twice = [...labels.keys()].flatMap((row) => new Array<number>(weights[row]!).fill(row));
  const repeated = {
    labels: Uint8Array.from(twice, (row) => labels[row]!),
    scores: Float64Array.from(twice, (row) => scores[row]!),
  };
  const { eceEqualMass: _, ...expected } = binaryMetrics(repeated, THRESHOLD);
  expectClose(binaryMetrics({ labels, scores, weights }, THRESHOLD), expected);
});

function rowsOf(
  labels: readonly number[],
  scores: readonly number[],
  weights: readonly number[] | null = null,
): BinaryRows {
  return { labels: Uint8Array.from(labels), scores: Float64Array.from(scores), weights: columnOf(weights) };
}

function cut(rows: BinaryRows, blocks: readonly number[]): readonly BinaryRows[] {
  const ends = [...blocks.map((block) => block * BLOCK_ROWS), rows.labels.length];
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0;
    return {
      labels: rows.labels.subarray(start, end),
      scores: rows.scores.subarray(start, end),
      weights: rows.weights?.subarray(start, end),
    };
  });
}

async function rankOf(all: BinaryRows, shards: readonly BinaryRows[]): Promise<object> {
  const tally = rankTally(classTotalsOf(all));
  let first = 0;
  const runs = shards.map((shard) => {
    const run = inParts(ranked(shard, first));
    first += shard.labels.length;
    return run;
  });
  for await (const part of mergeRuns(runs)) tally.add(part);
  return tally.metrics();
}

function* inParts(rows: RankedRows): Generator<RankedRows> {
  for (let start = 0; start < rows.rows.length; start += 1000) yield rowsBetween(rows, start, start + 1000);
}
