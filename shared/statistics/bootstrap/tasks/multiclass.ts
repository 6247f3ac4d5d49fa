import { classCountMetricsOf } from "../../metrics/multiclass/class-metrics.ts";
import { isAmongTop } from "../../metrics/multiclass/class-sums.ts";
import { againstRest } from "../../metrics/multiclass/measure.ts";
import { type MulticlassMetrics, predictedClass } from "../../metrics/multiclass/rows.ts";
import { drawnAuc } from "../ranked/auc.ts";
import { type ClassColumns, rankedClasses } from "../ranked/class-columns.ts";
import type { Resampling } from "../resample.ts";
import { type SlotColumn, slotSums } from "../slot-sums.ts";
import { type Model, type ReplicatesOf, replicatesOf } from "./replicates.ts";
import { BIN_SLOTS, binOf, gapOf } from "./score-bins.ts";

/** The log loss has a test of its own. */
export type ResampledMulticlassMetric = Exclude<keyof MulticlassMetrics, "logLoss">;

export interface PairedMulticlassRows {
  /** The rows' places in the whole data set. */
  readonly rows: Uint32Array;
  readonly labels: Uint32Array;
  /** Row after row, one score for each class. */
  readonly champion: Float64Array;
  readonly challenger: Float64Array;
  readonly weights?: Float64Array | undefined;
}

/** Both models' metrics in every replicate. */
export function multiclassBootstrap(
  sample: PairedMulticlassRows,
  classes: number,
  resampling: Resampling,
): ReplicatesOf<ResampledMulticlassMetric> {
  const sumsOf = slotSums(columnsOf(sample, classes), classes + 2 * slotsOfModel(classes));
  const orders = {
    champion: ordersOf(sample, classes, "champion"),
    challenger: ordersOf(sample, classes, "challenger"),
  };
  return replicatesOf(sample.rows, resampling, (counts) => {
    const sums = sumsOf(counts);
    const of = (model: Model) => ({
      ...classMetricsOf(sums, classes, model),
      aucMacro: orders[model].reduce((sum, order) => sum + drawnAuc(order, counts), 0) / classes,
    });
    return { champion: of("champion"), challenger: of("challenger") };
  });
}

/** Slots of one model: per class what was predicted and what was right, then whether among the top three, then gaps by bin. */
function slotsOfModel(classes: number): number {
  return 2 * classes + 1 + BIN_SLOTS;
}

function firstSlotOf(model: Model, classes: number): number {
  return classes + (model === "champion" ? 0 : slotsOfModel(classes));
}

function columnsOf(sample: PairedMulticlassRows, classes: number): readonly SlotColumn[] {
  const { labels, weights } = sample;
  const values = weights ?? new Float64Array(labels.length).fill(1);
  const answers = (model: Model) =>
    answerColumns({ labels, weights: values, scores: sample[model], classes }, firstSlotOf(model, classes));
  return [{ slots: labels, values }, ...answers("champion"), ...answers("challenger")];
}

interface Answers {
  readonly labels: Uint32Array;
  readonly weights: Float64Array;
  readonly scores: Float64Array;
  readonly classes: number;
}

function answerColumns({ labels, weights, scores, classes }: Answers, first: number): readonly SlotColumn[] {
  const predicted = labels.map((_, row) => predictedClass(scores, row * classes, classes));
  const confidenceOf = (row: number): number => scores[row * classes + predicted[row]!]!;
  const isRight = (row: number): number => (predicted[row] === labels[row] ? 1 : 0);
  const isTop = (row: number): boolean => isAmongTop(scores, { start: row * classes, label: labels[row]!, classes });
  const column = (slotOf: (row: number) => number, addedBy: (row: number) => number): SlotColumn => ({
    slots: labels.map((_, row) => first + slotOf(row)),
    values: weights.map((_, row) => addedBy(row)),
  });
  return [
    { slots: predicted.map((label) => first + label), values: weights },
    column(
      (row) => classes + labels[row]!,
      (row) => weights[row]! * isRight(row),
    ),
    column(
      () => 2 * classes,
      (row) => (isTop(row) ? weights[row]! : 0),
    ),
    column(
      (row) => 2 * classes + 1 + binOf(confidenceOf(row)),
      (row) => weights[row]! * (confidenceOf(row) - isRight(row)),
    ),
  ];
}

/** Of each class against all others. */
function ordersOf(sample: PairedMulticlassRows, classes: number, model: Model): readonly ClassColumns[] {
  const rows = { labels: sample.labels, scores: sample[model], classes, weights: sample.weights };
  return Array.from({ length: classes }, (_, label) => rankedClasses(againstRest(rows, label)));
}

function classMetricsOf(sums: Float64Array, classes: number, model: Model) {
  const first = firstSlotOf(model, classes);
  const actual = sums.subarray(0, classes);
  const weight = actual.reduce((all, value) => all + value, 0);
  const gaps = sums.subarray(first + 2 * classes + 1, first + slotsOfModel(classes));
  return {
    ...classCountMetricsOf({
      actual,
      predicted: sums.subarray(first, first + classes),
      right: sums.subarray(first + classes, first + 2 * classes),
    }),
    top3Accuracy: sums[first + 2 * classes]! / weight,
    ece: gapOf(gaps) / weight,
  };
}
