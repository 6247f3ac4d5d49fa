import { describe, expect, test } from "vitest";
import { drawCounts, GROUP } from "../../../../shared/statistics/bootstrap/poisson-counts.ts";
import type { Resampling } from "../../../../shared/statistics/bootstrap/resample.ts";
import { binaryBootstrap, type PairedBinaryRows } from "../../../../shared/statistics/bootstrap/tasks/binary.ts";
import {
  multiclassBootstrap,
  type PairedMulticlassRows,
} from "../../../../shared/statistics/bootstrap/tasks/multiclass.ts";
import {
  type PairedRegressionRows,
  regressionBootstrap,
} from "../../../../shared/statistics/bootstrap/tasks/regression.ts";
import type { Model } from "../../../../shared/statistics/bootstrap/tasks/replicates.ts";
import { binaryMetrics } from "../../../../shared/statistics/metrics/binary/measure.ts";
import { multiclassMetrics } from "../../../../shared/statistics/metrics/multiclass/measure.ts";
import { regressionMetrics } from "../../../../shared/statistics/metrics/regression/measure.ts";
import { normal, scoredRows, seeded } from "../random.ts";
import { expectClose } from "../vectors.ts";

const MODELS: readonly Model[] = ["champion", "challenger"];
const resampling: Resampling = { replicates: GROUP + 2, seed: 5 };
const ROWS = 4700;
const FIRST_ROW = 90_000;
const rows = Uint32Array.from({ length: ROWS }, (_, row) => FIRST_ROW + row);

describe("each replicate is the metrics of the rows that were drawn, one beside the other", () => {
  test.each([
    ["every row counts one", undefined],
    ["rows have weights, some of them none", weightsOf(ROWS)],
  ])("binary, %s", (_, weights) => {
    const pair = { ...binaryPair(), weights };
    const replicates = binaryBootstrap(pair, 0.5, resampling);
    for (const model of MODELS)
      eachReplicate((drawn, replicate) => {
        const picked = { labels: drawn(pair.labels), scores: drawn(pair[model]), weights: weights && drawn(weights) };
        const { auc, logLoss, brier, ...expected } = binaryMetrics(picked, 0.5);
        expectClose(at(replicates[model], replicate), expected);
      });
  });

  test.each([
    ["every row counts one", undefined],
    ["rows have weights, some of them none", weightsOf(ROWS)],
  ])("multiclass, %s", (_, weights) => {
    const pair = { ...multiclassPair(), weights };
    const replicates = multiclassBootstrap(pair, CLASSES, resampling);
    for (const model of MODELS)
      eachReplicate((drawn, replicate) => {
        const scores = drawn(pair[model], CLASSES);
        const picked = { labels: drawn(pair.labels), scores, classes: CLASSES, weights: weights && drawn(weights) };
        const { logLoss, ...expected } = multiclassMetrics(picked);
        expectClose(at(replicates[model], replicate), expected);
      });
  });

  test.each([
    ["every row counts one", undefined],
    ["rows have weights, some of them none", weightsOf(ROWS)],
  ])("regression, %s", (_, weights) => {
    const pair = { ...regressionPair(), weights };
    const replicates = regressionBootstrap(pair, resampling);
    for (const model of MODELS)
      eachReplicate((drawn, replicate) => {
        const picked = {
          labels: drawn(pair.labels),
          predictions: drawn(pair[model]),
          weights: weights && drawn(weights),
        };
        const { mae, mape, ...expected } = regressionMetrics(picked);
        expectClose(at(replicates[model], replicate), expected);
      });
  });
});

test("a replicate that drew one class only is NaN", () => {
  const pair = { rows: Uint32Array.of(0, 1), labels: Uint8Array.of(0, 1), champion: Float64Array.of(0.1, 0.9) };
  const replicates = binaryBootstrap({ ...pair, challenger: pair.champion }, 0.5, { replicates: 60, seed: 1 });
  const { ks, balancedAccuracy } = replicates.champion;
  expect(ks.some(Number.isNaN)).toBe(true);
  expect([...ks].map(Number.isNaN)).toEqual([...balancedAccuracy].map(Number.isNaN));
});

const CLASSES = 4;

function binaryPair(): PairedBinaryRows {
  const { labels, scores } = scoredRows(ROWS, 3);
  const random = seeded(4);
  const challenger = scores.map((score) => (random() < 0.5 ? score : Math.round(random() * 30) / 30));
  return { rows, labels, champion: scores, challenger };
}

function multiclassPair(): PairedMulticlassRows {
  const random = seeded(8);
  const labels = Uint32Array.from({ length: ROWS }, () => Math.floor(random() * CLASSES));
  const scoresOf = (): Float64Array => {
    const scores = new Float64Array(ROWS * CLASSES).map(() => Math.round(random() * 50) / 100);
    for (const [row, label] of labels.entries()) scores[row * CLASSES + label]! += 0.2;
    return scores;
  };
  return { rows, labels, champion: scoresOf(), challenger: scoresOf() };
}

function regressionPair(): PairedRegressionRows {
  const random = seeded(6);
  const labels = Float64Array.from({ length: ROWS }, () => 1000 + normal(random));
  const predicted = (): Float64Array => labels.map((label) => Math.round(8 * (label + 0.5 * normal(random))) / 8);
  return { rows, labels, champion: predicted(), challenger: predicted() };
}

function weightsOf(count: number): Float64Array {
  const random = seeded(7);
  return Float64Array.from({ length: count }, () => (random() < 0.1 ? 0 : 0.25 * Math.ceil(8 * random())));
}

type Drawn = <T extends Float64Array | Uint8Array | Uint32Array>(column: T, width?: number) => T;

function eachReplicate(check: (drawn: Drawn, replicate: number) => void): void {
  for (let replicate = 0; replicate < resampling.replicates; replicate++) {
    const counts = new Uint8Array(GROUP * ROWS);
    drawCounts(rows, { seed: resampling.seed, group: Math.floor(replicate / GROUP) }, counts);
    const own = counts.subarray((replicate % GROUP) * ROWS, ((replicate % GROUP) + 1) * ROWS);
    const picked = [...own].flatMap((count, row) => new Array<number>(count).fill(row));
    const drawn = ((column, width = 1) => {
      const values = picked.flatMap((row) => [...column.subarray(row * width, (row + 1) * width)]);
      return new (column.constructor as Float64ArrayConstructor)(values);
    }) as Drawn;
    check(drawn, replicate);
  }
}

function at(columns: Readonly<Record<string, Float64Array>>, replicate: number): object {
  return Object.fromEntries(Object.entries(columns).map(([metric, values]) => [metric, values[replicate]]));
}
