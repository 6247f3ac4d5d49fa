import { qualityMeter } from "../../shared/evidence/quality/meter.ts";
import type { ScoredBatch } from "../../shared/evidence/quality/scored-batch.ts";
import type { QualityEvidence } from "../../shared/evidence/quality.ts";
import { PRIMARY_METRIC } from "../../shared/release/metrics.ts";
import type { Task } from "../../shared/schema/release.types.ts";
import { fakeSpill } from "../fakes/spill.ts";
import { normal, seeded } from "../shared/statistics/random.ts";

export interface RowsWanted {
  readonly task: Task;
  readonly predicates: readonly string[];
  readonly hasChampion: boolean;
}

const ROWS = 6_000;
const CLASSES = 4;

/** Measured as `validate` measures it, so that a page shows what a person will see. */
export async function measuredQuality({ task, predicates, hasChampion }: RowsWanted): Promise<QualityEvidence> {
  const evaluation = { task, threshold: 0.5, primaryMetric: PRIMARY_METRIC[task] };
  const slices = predicates.map((predicate, index) => ({ predicate, required: index === 0 }));
  const gates = { slices: { minRows: 200, minPerClass: 10, maxLoss: 0.02, alpha: 0.05 } };
  const meter = qualityMeter({ evaluation, slices, gates, seed: 7 }, { spill: fakeSpill() });
  await meter.add(rowsOf(task, predicates.length, hasChampion));
  return meter.finish();
}

function rowsOf(task: Task, sliceCount: number, hasChampion: boolean): ScoredBatch {
  const random = seeded(5);
  const truths = Float64Array.from({ length: ROWS }, () => 1.6 * normal(random) - 1);
  const labels = truths.map((truth) => labelOf(task, truth, random));
  const scored = (noise: number, slope: number) => ({
    width: task === "multiclass" ? CLASSES : 1,
    values: scoresOf({ task, labels, truths }, { noise, slope }, random),
  });
  const slices = Array.from({ length: sliceCount }, (_, slice) => {
    return Uint8Array.from(labels, (_, row) => Number((row * 7919) % (slice + 2) === 0));
  });
  const challenger = scored(0.5, 1);
  return { firstRow: 0, rows: ROWS, labels, slices, challenger, champion: hasChampion ? scored(0.9, 1.5) : null };
}

function labelOf(task: Task, truth: number, random: () => number): number {
  if (task === "regression") return 40 + 12 * truth;
  return task === "binary" ? Number(random() < sigmoid(truth)) : Math.floor(random() ** 1.5 * CLASSES);
}

interface Truth {
  readonly task: Task;
  readonly labels: Float64Array;
  readonly truths: Float64Array;
}

interface Skill {
  readonly noise: number;
  readonly slope: number;
}

function scoresOf({ task, labels, truths }: Truth, { noise, slope }: Skill, random: () => number): Float64Array {
  if (task === "binary") return truths.map((truth) => sigmoid(slope * truth + noise * normal(random)));
  if (task === "regression") return labels.map((label) => label + 6 * noise * normal(random) + slope);
  return Float64Array.from(labels).reduce(
    (all, label, row) => {
      const given = Array.from({ length: CLASSES }, (_, k) =>
        Math.exp((k === label ? 2.2 / noise ** 0.5 : 0) + normal(random)),
      );
      const sum = given.reduce((total, value) => total + value, 0);
      all.set(
        given.map((value) => value / sum),
        row * CLASSES,
      );
      return all;
    },
    new Float64Array(labels.length * CLASSES),
  );
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
