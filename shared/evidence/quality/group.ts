import { METRICS } from "../../release/metrics.ts";
import type { Metric } from "../../schema/release.types.ts";
import type { MetricEvidence, Metrics } from "../quality.ts";
import { bootstrapped } from "./bootstrap/bootstrapped.ts";
import type { Compared } from "./compared.ts";
import type { CurveTally } from "./curves.ts";
import type { GroupRows } from "./group-rows.ts";
import type { KeptRows } from "./kept/kept-rows.ts";
import type { Ranking } from "./kept/ranking.ts";
import { type Margin, rowsNeeded } from "./needed-rows.ts";
import type { QualityQuestion } from "./question.ts";
import { binaryTally } from "./tasks/binary.ts";
import { multiclassTally } from "./tasks/multiclass.ts";
import { regressionTally } from "./tasks/regression.ts";
import type { TaskQuality, TaskTally } from "./tasks/task-tally.ts";

/** The rows that are measured together: all of them, or those of a slice. */
export interface Group {
  readonly add: (rows: GroupRows) => void;
  /** Once all were added and kept: goes through them in one of the orders that the task needs. */
  readonly rank: (ranking: Ranking) => Promise<void>;
  readonly finish: () => GroupQuality;
}

export interface GroupQuality {
  readonly rows: number;
  readonly classRows: readonly number[] | null;
  readonly metrics: Metrics;
  readonly lossPValue: number | null;
}

export interface GroupQuestion extends QualityQuestion {
  readonly width: number;
  readonly marginOf: (metric: Metric) => Margin;
  /** Of a slice only the primary metric is compared where that takes a bootstrap. */
  readonly isSlice: boolean;
  /** Told of the rows in the order of their scores; null for a slice, of which no curve is drawn. */
  readonly curves: CurveTally | null;
}

export function measuredGroup(question: GroupQuestion, kept: KeptRows): Group {
  const tally = tallyOf(question);
  return {
    add: tally.add,
    rank: (ranking) => tally.rank(ranking, kept),
    finish() {
      const { task, primaryMetric } = question.evaluation;
      const tested = tally.finish();
      const quality = wantsMore(question, tested) ? withBootstrap(tested, kept, question) : tested;
      const entries = METRICS[task].map((metric) => [metric, evidenceOf(metric, quality)] as const);
      const metrics: Metrics = Object.fromEntries(
        entries.map(([metric, evidence]) => {
          const needed = rowsNeeded(evidence, question.marginOf(metric), kept.rows());
          return [metric, { ...evidence, neededRows: needed }];
        }),
      );
      const isCompared = metrics[primaryMetric]?.difference !== null;
      const lossPValue = isCompared ? (quality.comparisons[primaryMetric]?.lossPValue ?? null) : null;
      return { rows: kept.rows(), classRows: quality.classRows, metrics, lossPValue };
    },
  };
}

function tallyOf({ evaluation, width, curves }: GroupQuestion): TaskTally {
  switch (evaluation.task) {
    case "binary":
      return binaryTally(evaluation.threshold, curves);
    case "multiclass":
      return multiclassTally(width);
    case "regression":
      return regressionTally(curves);
  }
}

function wantsMore({ isSlice, evaluation }: GroupQuestion, { champion, comparisons }: TaskQuality): boolean {
  return champion !== null && !(isSlice && evaluation.primaryMetric in comparisons);
}

function withBootstrap(quality: TaskQuality, kept: KeptRows, question: GroupQuestion): TaskQuality {
  return { ...quality, comparisons: { ...bootstrapped(quality, kept, question), ...quality.comparisons } };
}

type Evidence = Omit<MetricEvidence, "neededRows">;

const NOT_COMPARED = { difference: null, lower: null, upper: null, pValue: null, test: null };

/** What one of the two lacks cannot be compared. */
function evidenceOf(metric: Metric, { challenger, champion, comparisons }: TaskQuality): Evidence {
  const values = { challenger: challenger[metric] ?? null, champion: champion?.[metric] ?? null };
  if (values.challenger === null || values.champion === null) return { ...values, ...NOT_COMPARED };
  const difference = values.challenger - values.champion;
  return { ...values, ...NOT_COMPARED, ...testedBy(comparisons[metric]), difference };
}

function testedBy(compared: Compared | undefined): Partial<Evidence> {
  if (compared === undefined) return {};
  const { lower, upper, pValue, test } = compared;
  return { lower, upper, pValue, test };
}
