import type { Metric } from "../../../schema/release.types.ts";
import type { Resampling } from "../../../statistics/bootstrap/resample.ts";
import { binaryBootstrap } from "../../../statistics/bootstrap/tasks/binary.ts";
import { multiclassBootstrap } from "../../../statistics/bootstrap/tasks/multiclass.ts";
import { regressionBootstrap } from "../../../statistics/bootstrap/tasks/regression.ts";
import { binaryMetrics } from "../../../statistics/metrics/binary/measure.ts";
import { multiclassMetrics } from "../../../statistics/metrics/multiclass/measure.ts";
import { regressionMetrics } from "../../../statistics/metrics/regression/measure.ts";
import type { Values } from "../compared.ts";
import type { QualityQuestion } from "../question.ts";
import type { Paired } from "../tasks/paired-losses.ts";

type Model = "champion" | "challenger";

/** What a sample's metrics are, and what they are each time its rows are drawn again. */
export interface Resampled {
  readonly values: Readonly<Record<Model, Values>>;
  readonly replicates: Readonly<Record<Model, Partial<Readonly<Record<Metric, Float64Array>>>>>;
}

/** A sample of rows that both models have scored. */
export interface PairedSample {
  readonly rows: Paired;
  readonly places: Uint32Array;
}

export function resampled(sample: PairedSample, question: QualityQuestion, replicates: number): Resampled {
  const resampling = { replicates, seed: question.seed };
  switch (question.evaluation.task) {
    case "binary":
      return binary(sample, question.evaluation.threshold, resampling);
    case "multiclass":
      return multiclass(sample, resampling);
    case "regression":
      return regression(sample, resampling);
  }
}

function binary({ rows, places }: PairedSample, threshold: number, resampling: Resampling): Resampled {
  const labels = new Uint8Array(rows.labels);
  const replicates = binaryBootstrap({ ...rows, labels, rows: places }, threshold, resampling);
  const valuesOf = (model: Model) => binaryMetrics({ labels, scores: rows[model], weights: rows.weights }, threshold);
  return { values: ofBoth(valuesOf), replicates };
}

function multiclass({ rows, places }: PairedSample, resampling: Resampling): Resampled {
  const { weights, width: classes } = rows;
  const labels = new Uint32Array(rows.labels);
  const replicates = multiclassBootstrap({ ...rows, labels, rows: places }, classes, resampling);
  const valuesOf = (model: Model) => multiclassMetrics({ labels, scores: rows[model], classes, weights });
  return { values: ofBoth(valuesOf), replicates };
}

function regression({ rows, places }: PairedSample, resampling: Resampling): Resampled {
  const { labels, weights } = rows;
  const replicates = regressionBootstrap({ ...rows, rows: places }, resampling);
  const valuesOf = (model: Model) => regressionMetrics({ labels, predictions: rows[model], weights });
  return { values: ofBoth(valuesOf), replicates };
}

function ofBoth<Value>(measure: (model: Model) => Value): Readonly<Record<Model, Value>> {
  return { champion: measure("champion"), challenger: measure("challenger") };
}
