import { type Resampling, resample } from "../resample.ts";

export type Model = "champion" | "challenger";

/** Each metric in every replicate; NaN where a replicate could not be computed. */
export type MetricReplicates<Metric extends string> = Readonly<Record<Metric, Float64Array>>;
export type ReplicatesOf<Metric extends string> = Readonly<Record<Model, MetricReplicates<Metric>>>;

/** One model's metrics in one replicate. */
export type ReplicateMetrics<Metric extends string> = Readonly<Record<Metric, number | null>>;

/** Of both models: what `metricsOf` makes of one replicate, for so many of them. */
export function replicatesOf<Metric extends string>(
  rows: Uint32Array,
  resampling: Resampling,
  metricsOf: (counts: Uint8Array) => Readonly<Record<Model, ReplicateMetrics<Metric>>>,
): ReplicatesOf<Metric> {
  const drawn: Readonly<Record<Model, ReplicateMetrics<Metric>>>[] = [];
  resample(rows, resampling, (counts) => drawn.push(metricsOf(counts)));
  return {
    champion: columnsOf(drawn.map(({ champion }) => champion)),
    challenger: columnsOf(drawn.map(({ challenger }) => challenger)),
  };
}

/** Metrics replicate by replicate, as a column for each metric. */
function columnsOf<Metric extends string>(replicates: readonly ReplicateMetrics<Metric>[]): MetricReplicates<Metric> {
  const names = Object.keys(replicates[0] ?? {}) as Metric[];
  const columnOf = (name: Metric): Float64Array => Float64Array.from(replicates, (own) => own[name] ?? Number.NaN);
  return Object.fromEntries(names.map((name) => [name, columnOf(name)])) as MetricReplicates<Metric>;
}
