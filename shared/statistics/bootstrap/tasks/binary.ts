import { confusionMetricsOf } from "../../metrics/binary/point-metrics.ts";
import type { BinaryMetrics } from "../../metrics/binary/rows.ts";
import type { ScoredPair } from "../../paired/delong.ts";
import { classColumnsOf } from "../ranked/class-columns.ts";
import { drawnCurve } from "../ranked/curve.ts";
import { drawnEqualMassGap, gapsOf } from "../ranked/equal-mass.ts";
import { rankedSample } from "../ranked/ranked-sample.ts";
import type { Resampling } from "../resample.ts";
import { type SlotColumn, slotSums } from "../slot-sums.ts";
import { type Model, type ReplicatesOf, replicatesOf } from "./replicates.ts";
import { BIN_SLOTS, binOf, gapOf } from "./score-bins.ts";

/** AUC, log loss and Brier score have tests of their own. */
export type ResampledBinaryMetric = Exclude<keyof BinaryMetrics, "auc" | "logLoss" | "brier">;

export interface PairedBinaryRows extends ScoredPair {
  /** The rows' places in the whole data set. */
  readonly rows: Uint32Array;
}

/** Weights by label, champion's answer and challenger's; then gaps of both by bin, a slot apart for the score 1; then rows. */
const SLOT = { cells: 0, gaps: { champion: 8, challenger: 19 }, rows: 30, size: 31 } as const;

/** Both models' metrics in every replicate. */
export function binaryBootstrap(
  sample: PairedBinaryRows,
  threshold: number,
  resampling: Resampling,
): ReplicatesOf<ResampledBinaryMetric> {
  const sumsOf = slotSums(columnsOf(sample, threshold), SLOT.size);
  const orders = { champion: ordered(sample, "champion"), challenger: ordered(sample, "challenger") };
  return replicatesOf(sample.rows, resampling, (counts) => {
    const sums = sumsOf(counts);
    const of = (model: Model) => ({
      ...pointMetricsOf(sums, model),
      ...rankMetricsOf(orders[model], { sums, counts }),
    });
    return { champion: of("champion"), challenger: of("challenger") };
  });
}

function columnsOf(sample: PairedBinaryRows, threshold: number): readonly SlotColumn[] {
  const { labels, weights, champion, challenger } = sample;
  const weightOf = (row: number): number => (weights === undefined ? 1 : weights[row]!);
  const column = (slotOf: (row: number) => number, addedBy: (row: number) => number): SlotColumn => ({
    slots: Uint32Array.from(labels, (_, row) => slotOf(row)),
    values: Float64Array.from(labels, (_, row) => addedBy(row)),
  });
  const gaps = (model: Model): SlotColumn =>
    column(
      (row) => SLOT.gaps[model] + binOf(sample[model][row]!),
      (row) => weightOf(row) * (sample[model][row]! - labels[row]!),
    );
  const cellOf = (row: number): number =>
    4 * labels[row]! + (champion[row]! >= threshold ? 2 : 0) + (challenger[row]! >= threshold ? 1 : 0);
  const rows = column(
    () => SLOT.rows,
    (row) => (weightOf(row) === 0 ? 0 : 1),
  );
  return [column((row) => SLOT.cells + cellOf(row), weightOf), gaps("champion"), gaps("challenger"), rows];
}

function ordered({ labels, weights, ...scores }: PairedBinaryRows, model: Model) {
  const sample = rankedSample({ labels, scores: scores[model], weights });
  return { ...classColumnsOf(sample), gaps: gapsOf(sample) };
}

function pointMetricsOf(sums: Float64Array, model: Model) {
  const answers = { champion: 2, challenger: 1 }[model];
  const cells = [...sums.subarray(SLOT.cells, SLOT.cells + 8)];
  const where = (label: number, said: boolean): number =>
    cells.reduce(
      (all, weight, cell) => (cell >> 2 === label && ((cell & answers) !== 0) === said ? all + weight : all),
      0,
    );
  const metrics = confusionMetricsOf({
    trueNegative: where(0, false),
    falseNegative: where(1, false),
    falsePositive: where(0, true),
    truePositive: where(1, true),
  });
  const gaps = sums.subarray(SLOT.gaps[model], SLOT.gaps[model] + BIN_SLOTS);
  return { ...metrics, ece: gapOf(gaps) / cells.reduce((all, weight) => all + weight, 0) };
}

interface Drawn {
  readonly sums: Float64Array;
  readonly counts: Uint8Array;
}

function rankMetricsOf(order: ReturnType<typeof ordered>, { sums, counts }: Drawn) {
  const negative = sums[0]! + sums[1]! + sums[2]! + sums[3]!;
  const positive = sums[4]! + sums[5]! + sums[6]! + sums[7]!;
  const gap = drawnEqualMassGap(order, sums[SLOT.rows]!, counts);
  return { ...drawnCurve(order, { positive, negative }, counts), eceEqualMass: gap / (positive + negative) };
}
