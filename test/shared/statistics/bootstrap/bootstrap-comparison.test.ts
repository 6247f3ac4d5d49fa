import { describe, expect, test } from "vitest";
import { bootstrapComparison } from "../../../../shared/statistics/bootstrap/bootstrap-comparison.ts";
import { drawnAuc } from "../../../../shared/statistics/bootstrap/ranked/auc.ts";
import { rankedClasses } from "../../../../shared/statistics/bootstrap/ranked/class-columns.ts";
import { resample } from "../../../../shared/statistics/bootstrap/resample.ts";
import { binaryBootstrap } from "../../../../shared/statistics/bootstrap/tasks/binary.ts";
import { binaryMetrics } from "../../../../shared/statistics/metrics/binary/measure.ts";
import { NO_DIFFERENCE, UNKNOWN } from "../../../../shared/statistics/paired/comparison.ts";
import { delong } from "../../../../shared/statistics/paired/delong.ts";
import { normal, seeded } from "../random.ts";

const confidence = 0.9;
/** 99 replicates from −0.48 to 0.5. */
const spread = Float64Array.from({ length: 99 }, (_, index) => (index - 48) / 100);
const zeros = new Float64Array(99);

describe("a difference and its replicates", () => {
  const compare = (difference: number | null, challenger: Float64Array) =>
    bootstrapComparison(difference, { champion: zeros, challenger }, { confidence });

  test.each([
    ["5 of 100 ranks lie beyond each bound", 0.01, spread, { difference: 0.01, lower: -0.44, upper: 0.46, pValue: 1 }],
    [
      "no replicate on the other side is 1 in 100 on either",
      2,
      spread.map((d) => d + 2),
      { difference: 2, lower: 1.56, upper: 2.46, pValue: 0.02 },
    ],
    ["the same metric in every replicate", 0, zeros, NO_DIFFERENCE],
    [
      "no difference, but replicates that differ",
      0,
      spread.map((d) => Math.max(0, d)),
      { difference: 0, lower: 0, upper: 0.46, pValue: 1 },
    ],
    ["a metric that could not be computed", null, spread, UNKNOWN],
    ["a replicate that could not be computed", 0.1, spread.with(3, Number.NaN), { ...UNKNOWN, difference: 0.1 }],
    ["an infinite replicate", 0.1, spread.with(3, Number.POSITIVE_INFINITY), { ...UNKNOWN, difference: 0.1 }],
    ["no replicates", 0.1, new Float64Array(0), { ...UNKNOWN, difference: 0.1 }],
  ])("%s", (_, difference, challenger, expected) => expect(compare(difference, challenger)).toEqual(expected));

  test("one-sided, each side has its own p-value", () => {
    const pair = { champion: zeros, challenger: spread };
    expect(bootstrapComparison(0.01, pair, { confidence, alternative: "greater" }).pValue).toBe(0.5);
    expect(bootstrapComparison(0.01, pair, { confidence, alternative: "less" }).pValue).toBe(0.52);
  });
});

test("the AUC's replicates vary as DeLong says they do", () => {
  const { labels, champion, challenger } = alike(1500, 3);
  const resampling = { replicates: 1000, seed: 9 };
  const [one, other] = [champion, challenger].map((scores) => rankedClasses({ scores, labels }));
  const apart: number[] = [];
  resample(Uint32Array.from(labels.keys()), resampling, (counts) =>
    apart.push(drawnAuc(other!, counts) - drawnAuc(one!, counts)),
  );
  const { upper, lower } = delong({ labels, champion, challenger }, { confidence });
  const deviation = deviationOf(Float64Array.from(apart));
  // Three standard errors of a deviation of 1000 values.
  expect(Math.abs((2 * 1.6448536 * deviation) / (upper! - lower!) - 1)).toBeLessThan(3 / Math.sqrt(2000));
});

test("models as good as each other are told apart no oftener than stated", () => {
  const runs = 200;
  const alarms: Record<string, number> = {};
  for (let run = 0; run < runs; run++) {
    const pair = alike(150, run);
    const { labels, champion, challenger } = pair;
    const rows = Uint32Array.from(labels.keys());
    const replicates = binaryBootstrap({ ...pair, rows }, 0.5, { replicates: 99, seed: run });
    const [one, other] = [champion, challenger].map((scores) => binaryMetrics({ labels, scores }, 0.5));
    for (const metric of ["averagePrecision", "ece", "eceEqualMass", "ks", "f1", "mcc", "recall"] as const) {
      const columns = { champion: replicates.champion[metric], challenger: replicates.challenger[metric] };
      const { pValue } = bootstrapComparison(other![metric]! - one![metric]!, columns, { confidence });
      alarms[metric] = (alarms[metric] ?? 0) + (pValue! <= 0.1 ? 1 : 0);
    }
  }
  // 10 % of 200, and three standard errors.
  for (const count of Object.values(alarms)) expect(count).toBeLessThanOrEqual(32);
  expect(alarms.f1! + alarms.mcc! + alarms.recall!).toBeGreaterThan(15);
});

/** Two models that see the same with as much noise. */
function alike(rows: number, seed: number) {
  const random = seeded(seed);
  const scoreOf = (signal: number): number => 1 / (1 + Math.exp(-signal - 0.5 * normal(random)));
  const signals = Float64Array.from({ length: rows }, () => 1.5 * normal(random));
  return {
    labels: Uint8Array.from(signals, (signal) => (random() < 1 / (1 + Math.exp(-signal)) ? 1 : 0)),
    champion: signals.map(scoreOf),
    challenger: signals.map(scoreOf),
  };
}

function deviationOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
