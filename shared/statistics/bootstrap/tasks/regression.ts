import type { RegressionMetrics } from "../../metrics/regression/rows.ts";
import { drawnMedian } from "../ranked/median.ts";
import { type RankedSample, rankedSample } from "../ranked/ranked-sample.ts";
import type { Resampling } from "../resample.ts";
import { type SlotColumn, slotSums } from "../slot-sums.ts";
import { type Model, type ReplicatesOf, replicatesOf } from "./replicates.ts";

/** Means of errors have tests of their own. */
export type ResampledRegressionMetric = Exclude<keyof RegressionMetrics, "mae" | "mape">;

export interface PairedRegressionRows {
  /** The rows' places in the whole data set. */
  readonly rows: Uint32Array;
  readonly labels: Float64Array;
  readonly champion: Float64Array;
  readonly challenger: Float64Array;
  readonly weights?: Float64Array | undefined;
}

const SLOT = { weight: 0, label: 1, square: 2, champion: 3, challenger: 4, size: 5 } as const;

/** Both models' metrics in every replicate. */
export function regressionBootstrap(
  sample: PairedRegressionRows,
  resampling: Resampling,
): ReplicatesOf<ResampledRegressionMetric> {
  const sumsOf = slotSums(columnsOf(sample), SLOT.size);
  const errors = { champion: rankedErrors(sample, "champion"), challenger: rankedErrors(sample, "challenger") };
  return replicatesOf(sample.rows, resampling, (counts) => {
    const sums = sumsOf(counts);
    const of = (model: Model) => ({
      ...errorMetricsOf(sums, model),
      medianAbsoluteError: drawnMedian(errors[model], sums[SLOT.weight]!, counts),
    });
    return { champion: of("champion"), challenger: of("challenger") };
  });
}

function columnsOf({ labels, champion, challenger, weights }: PairedRegressionRows): readonly SlotColumn[] {
  // Labels are taken from the first one, so that their spread does not cancel where they are far from 0.
  const origin = labels[0] ?? Number.NaN;
  const column = (slot: number, addedBy: (row: number) => number): SlotColumn => ({
    slots: new Uint32Array(labels.length).fill(slot),
    values: Float64Array.from(labels, (_, row) => (weights === undefined ? 1 : weights[row]!) * addedBy(row)),
  });
  return [
    column(SLOT.weight, () => 1),
    column(SLOT.label, (row) => labels[row]! - origin),
    column(SLOT.square, (row) => (labels[row]! - origin) ** 2),
    column(SLOT.champion, (row) => (champion[row]! - labels[row]!) ** 2),
    column(SLOT.challenger, (row) => (challenger[row]! - labels[row]!) ** 2),
  ];
}

function rankedErrors({ labels, weights, ...predictions }: PairedRegressionRows, model: Model): RankedSample {
  const scores = predictions[model].map((prediction, row) => Math.abs(prediction - labels[row]!));
  return rankedSample({ scores, labels: new Uint8Array(labels.length), weights });
}

/** Labels that are all alike leave nothing to explain: 1 for no error and else 0, as scikit-learn has it. */
function errorMetricsOf(sums: Float64Array, model: Model) {
  const weight = sums[SLOT.weight]!;
  const squares = sums[SLOT[model]]!;
  const spread = sums[SLOT.square]! - sums[SLOT.label]! ** 2 / weight;
  const r2 = spread > 0 ? 1 - squares / spread : Number(squares === 0);
  return { rmse: Math.sqrt(squares / weight), r2: Number.isFinite(spread) ? r2 : null };
}
