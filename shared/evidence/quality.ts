import type { Metric, Task } from "../schema/release.types.ts";
import type { QualityCurves } from "./quality/curves/model-curves.ts";

/** The metrics of champion and challenger on the same rows. */
export interface QualityEvidence {
  readonly task: Task;
  readonly primaryMetric: Metric;
  readonly rows: number;
  /** Rows of each class, in the order of the labels; null for a regression. */
  readonly classRows: readonly number[] | null;
  readonly metrics: Metrics;
  readonly slices: readonly SliceQuality[];
  /** For charts; nothing is judged by it. Absent from evidence that was taken before there were any. */
  readonly curves?: QualityCurves;
}

/** Every metric of the task; what cannot be computed is null within. */
export type Metrics = Partial<Readonly<Record<Metric, MetricEvidence>>>;

export interface MetricEvidence {
  readonly challenger: number | null;
  /** Null too without a champion. */
  readonly champion: number | null;
  /** Challenger − champion, and its two-sided 90 % bounds. */
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Two-sided, against no difference. */
  readonly pValue: number | null;
  readonly test: Test | null;
  /** So many rows would decide the manifest's margin with a power of 80 %; null where there is none to decide. */
  readonly neededRows: number | null;
}

export type Test = "delong" | "mcnemar" | "pairedT" | "bootstrap";

export interface SliceQuality {
  readonly predicate: string;
  readonly isRequired: boolean;
  readonly rows: number;
  readonly classRows: readonly number[] | null;
  readonly metrics: Metrics;
  /** Of the primary metric: one-sided, that the challenger loses; null where the slice is too small to be tested. */
  readonly lossPValue: number | null;
}
