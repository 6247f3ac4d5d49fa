import { expect, test } from "vitest";
import type { ModelCurves } from "../../../../../shared/evidence/quality/curves/model-curves.ts";
import { qualityMeter } from "../../../../../shared/evidence/quality/meter.ts";
import type { ScoredBatch } from "../../../../../shared/evidence/quality/scored-batch.ts";
import type { QualityEvidence } from "../../../../../shared/evidence/quality.ts";
import type { Task } from "../../../../../shared/schema/release.types.ts";
import { fakeSpill } from "../../../../fakes/spill.ts";
import { questionOf, scoredRows } from "../rows.ts";

test.each([
  ["without weights", false],
  ["with weights", true],
])("the area under a drawn ROC curve is the AUC, %s", async (_, hasWeights) => {
  const { metrics, curves } = await measured("binary", scoredRows({ task: "binary", rows: 20_000, hasWeights }));
  for (const model of ["challenger", "champion"] as const) {
    const { points } = curves![model]!.thresholds!;
    expect(points.length).toBeLessThanOrEqual(200);
    expect(areaOf(points)).toBeCloseTo(metrics.auc![model]!, 4);
  }
});

test("every point of a ROC curve is one that counting finds, in the order of the thresholds", async () => {
  const rows = scoredRows({ task: "binary", rows: 5_000 });
  const { points, positive, negative } = (await measured("binary", rows)).curves!.challenger.thresholds!;
  expect([positive, negative]).toEqual([1, 0].map((label) => countOf(rows, label, Number.NEGATIVE_INFINITY)));
  for (const [threshold, falsePositiveRate, recall] of points) {
    expect(recall).toBeCloseTo(countOf(rows, 1, threshold) / positive, 5);
    expect(falsePositiveRate).toBeCloseTo(countOf(rows, 0, threshold) / negative, 5);
  }
  expect(points.map(([threshold]) => threshold)).toEqual([...points.map(([t]) => t)].sort((a, b) => b - a));
  expect(points.at(-1)!.slice(1)).toEqual([1, 1]);
});

test("a leap of many equal scores keeps both its ends", async () => {
  const labels = Float64Array.from({ length: 4_000 }, (_, row) => Number(row % 2 === 0));
  const values = labels.map((label, row) => (row < 2_000 ? row / 10_000 : row < 3_900 ? 0.5 : 0.9 + label / 100));
  const { points } = (await measured("binary", binaryRows(labels, values))).curves!.challenger.thresholds!;
  const thresholds = points.map(([threshold]) => threshold);
  expect(thresholds).toContain(0.5);
  expect(thresholds[thresholds.indexOf(0.5) - 1]).toBe(0.9);
});

test("bins count every row once, and calibration is what came true of what was said", async () => {
  const labels = Float64Array.of(0, 1, 1, 0, 1);
  const { scores } = (await measured("binary", binaryRows(labels, Float64Array.of(0, 1, 0.55, 0.55, 0.02)))).curves!
    .challenger;
  expect([scores!.positive[1], scores!.positive[27], scores!.positive[49]]).toEqual([1, 1, 1]);
  expect([scores!.negative[0], scores!.negative[27]]).toEqual([1, 1]);
  expect(scores!.calibration[5]).toEqual({ weight: 2, meanScore: 0.55, positiveShare: 0.5 });
  expect(scores!.calibration[3]).toEqual({ weight: 0, meanScore: null, positiveShare: null });
});

test.each<[string, Float64Array, Float64Array, Partial<ModelCurves>]>([
  ["scores beyond 0 and 1 are ranked, and no probabilities", of(0, 1, 1), of(-2, 0, 3), { scores: null }],
  [
    "a score that is no number leaves nothing to draw",
    of(0, 1),
    of(Number.NaN, 0.5),
    { scores: null, thresholds: null },
  ],
  ["rows of one class have no trade-off", of(1, 1), of(0.1, 0.2), { thresholds: null }],
])("%s", async (_, labels, values, expected) => {
  expect((await measured("binary", binaryRows(labels, values))).curves!.challenger).toMatchObject(expected);
});

test("without rows there is nothing to draw, and without a champion nothing of one", async () => {
  const { curves } = await qualityMeter(questionOf("binary"), { spill: fakeSpill() }).finish();
  expect(curves).toEqual({
    challenger: { thresholds: null, scores: null, confusion: null, errors: null, predictions: null },
    champion: null,
  });
});

test("a confusion matrix has a row for each true class", async () => {
  const rows = scoredRows({ task: "multiclass", rows: 3_000, classes: 4 });
  const { classRows, metrics, curves } = await measured("multiclass", rows);
  const { confusion, scores } = curves!.challenger;
  expect(confusion!.map(sum)).toEqual(classRows);
  expect(sum(confusion!.map((row, label) => row[label]!)) / 3_000).toBeCloseTo(metrics.accuracy!.challenger!, 12);
  expect(sum(scores!.positive)).toBe(sum(confusion!.map((row, label) => row[label]!)));
});

test("more classes than an eye can take have no matrix", async () => {
  const rows = scoredRows({ task: "multiclass", rows: 500, classes: 51 });
  expect((await measured("multiclass", rows)).curves!.challenger.confusion).toBeNull();
});

test("half of the rows have an error below the median one, and each lies on its side", async () => {
  const rows = scoredRows({ task: "regression", rows: 10_000 });
  const { metrics, curves } = await measured("regression", rows);
  const { errors, predictions } = curves!.challenger;
  const beyond = errors!.find(([error]) => error >= metrics.medianAbsoluteError!.challenger!)!;
  expect(beyond[1] + beyond[2]).toBeCloseTo(0.5, 1);
  const tooMuch = rows.challenger.values.filter((value, row) => value > rows.labels[row]!).length;
  expect(errors!.at(-1)![2]).toBeCloseTo(tooMuch / 10_000, 6);
  expect(errors!.length).toBeLessThanOrEqual(200);
  expect(sum(predictions!.map(({ weight }) => weight))).toBe(10_000);
  const means = predictions!.map(({ meanPrediction }) => meanPrediction);
  expect(means).toEqual([...means].sort((a, b) => a - b));
});

async function measured(task: Task, rows: ScoredBatch): Promise<QualityEvidence> {
  const meter = qualityMeter(questionOf(task), { spill: fakeSpill() });
  await meter.add(rows);
  return meter.finish();
}

function binaryRows(labels: Float64Array, values: Float64Array): ScoredBatch {
  const slices = [0, 1, 2].map(() => new Uint8Array(labels.length));
  return { firstRow: 0, rows: labels.length, labels, slices, challenger: { values, width: 1 }, champion: null };
}

function countOf({ labels, challenger }: ScoredBatch, wanted: number, threshold: number): number {
  return labels.filter((label, row) => label === wanted && challenger.values[row]! >= threshold - 1e-9).length;
}

/** By trapezoids, from nothing at all to everything. */
function areaOf(points: readonly (readonly [number, number, number])[]): number {
  const corners = [[0, 0] as const, ...points.map(([, x, y]) => [x, y] as const)];
  return sum(corners.slice(1).map(([x, y], i) => ((x - corners[i]![0]) * (y + corners[i]![1])) / 2));
}

function of(...values: number[]): Float64Array {
  return Float64Array.from(values);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
