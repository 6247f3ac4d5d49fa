import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import type { MetricEvidence, QualityEvidence } from "../../../shared/evidence/quality.ts";
import { isBetterWhenLower, PRIMARY_METRIC } from "../../../shared/release/metrics.ts";
import type { Gates, Metric, MetricLimits, Task } from "../../../shared/schema/release.types.ts";
import { describeCorpus } from "../../corpus.ts";
import { gate, policy } from "./good.ts";

/** The reference's metrics, p-values and slices through the gates, under the corpus' own policy. */

type Numbers = Readonly<Record<string, number>>;

interface Reference {
  readonly champion: Numbers & { readonly confusion_matrix_rows_true?: readonly (readonly number[])[] };
  readonly challenger?: Reference["champion"] | null;
  readonly non_finite_rows_challenger: number;
  readonly comparison?: Readonly<Record<string, Numbers>> | null;
  readonly slices: readonly (Numbers & { readonly column: string; readonly value: string })[];
}

interface Scenario {
  readonly task: Task;
  readonly expected: { readonly gates: Readonly<Record<string, string>> };
}

/** "Worse with p < α, or an absolute drop above 0.02, or a relative increase of the rmse above 5 %"; calibration beside it. */
const PRIMARY: Readonly<Record<Task, MetricLimits>> = {
  binary: { maxLoss: 0.02, decide: "point", neverWorse: 0.05 },
  multiclass: { maxLoss: 0.02, decide: "point", neverWorse: 0.05 },
  regression: { maxLossRatio: 0.05, decide: "point", neverWorse: 0.05 },
};
const CALIBRATION = {
  ece: { maxLoss: 0.05, decide: "point" },
  logLoss: { maxLossRatio: 0.1, decide: "point" },
} as const;
/** "Holm-adjusted p < α" of two-sided tests is half of it on one side. */
const SLICES = { minRows: 100, minPerClass: 10, maxLoss: 0.02, maxLossRatio: 0.02, alpha: 0.025 };

const NAMES: Partial<Record<Metric, string>> = {
  auc: "auc_roc",
  accuracy: "accuracy",
  rmse: "rmse",
  logLoss: "log_loss",
};
const TESTS: Partial<Record<Metric, readonly [string, string]>> = {
  auc: ["delong", "p_two_sided"],
  accuracy: ["mcnemar", "p_exact"],
  rmse: ["paired_squared_error", "p_t"],
  logLoss: ["paired_log_loss", "p_t"],
};

describeCorpus("the scenarios' own policy", (folder) => {
  const scenarios = readdirSync(join(folder, "scenarios")).filter((name) => !name.endsWith(".json"));

  test("there are scenarios", () => expect(scenarios.length).toBeGreaterThan(15));

  test.each(scenarios)("%s", (name) => {
    const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, "scenarios", name, file), "utf8")) as T;
    const { task, expected } = read<Scenario>("scenario.json");
    const reference = read<Reference>("reference/metrics.json");
    const { metric, calibration, min_sample: rows, slice, finite, degenerate } = expected.gates;
    const held = { gates: gatesFor(task), evaluation: evaluationFor(task) };
    const sanity = sanityOf(reference);
    expect(gate("sanity", { sanity }).status).toBe(together([finite, degenerate]));
    if (reference.challenger === null || reference.challenger === undefined) return;
    const quality = qualityOf(reference, task);
    expect(gate("quality", { quality }, held).status).toBe(
      rows === "hold" ? "inconclusive" : together([metric, calibration]),
    );
    // The corpus looks at slices only where the whole is no worse; a regression shows in them too.
    if (slice !== "not_evaluated") expect(gate("slices", { quality }, held).status).toBe(slice);
  });
});

function together(expected: readonly (string | undefined)[]): string {
  return expected.includes("fail") ? "fail" : "pass";
}

function gatesFor(task: Task): Gates {
  const calibration = task === "regression" ? {} : CALIBRATION;
  const metrics = { ...calibration, [PRIMARY_METRIC[task]]: PRIMARY[task] };
  return { ...policy.gates, quality: { metrics }, slices: SLICES };
}

function evaluationFor(task: Task): NonNullable<typeof policy.evaluation> {
  return { ...policy.evaluation!, task, primaryMetric: PRIMARY_METRIC[task], slices: [{ by: "any" }] };
}

function sanityOf({ challenger, non_finite_rows_challenger: notFinite }: Reference): Evidence["sanity"] {
  const output = { name: "score", range: null, outOfRange: 0, lowest: 0, highest: 1 };
  const first = notFinite > 0 ? 1 : null;
  const scoreDeviation = challenger?.score_std_population ?? null;
  return { rows: 1000, outputs: [{ ...output, notFinite, firstNotFinite: first }], scoreDeviation, commonest: null };
}

function qualityOf(reference: Reference, task: Task): QualityEvidence {
  const primaryMetric = PRIMARY_METRIC[task];
  const measured = (metric: Metric) => metricOf(reference, metric);
  const calibration = task === "regression" ? {} : { logLoss: measured("logLoss"), ece: measured("ece") };
  const { n = 0, n_positive: positive = 0, confusion_matrix_rows_true: confusion } = reference.challenger!;
  const ofClasses = confusion?.map((row) => row.reduce((sum, count) => sum + count, 0)) ?? null;
  return {
    task,
    primaryMetric,
    rows: n,
    classRows: task === "binary" ? [n - positive, positive] : ofClasses,
    metrics: { ...calibration, [primaryMetric]: measured(primaryMetric) },
    slices: reference.slices.map((slice) => sliceOf(slice, task)),
  };
}

function metricOf({ champion, challenger, comparison }: Reference, metric: Metric): MetricEvidence {
  const figureOf = (of: Numbers) =>
    of[NAMES[metric] ?? ""] ?? of.ece_10_equal_width ?? of.ece_top_label_10_equal_width!;
  const [name, key] = TESTS[metric] ?? ["", ""];
  return compared(figureOf(champion), figureOf(challenger!), comparison?.[name]?.[key] ?? null);
}

function compared(champion: number, challenger: number, pValue: number | null): MetricEvidence {
  const difference = challenger - champion;
  return { champion, challenger, difference, lower: null, upper: null, pValue, test: null, neededRows: null };
}

function sliceOf(slice: Reference["slices"][number], task: Task): QualityEvidence["slices"][number] {
  const metric = PRIMARY_METRIC[task];
  const measured = compared(slice[`${metric}_champion`]!, slice[`${metric}_challenger`]!, slice.p ?? null);
  const isLoss = isBetterWhenLower(metric) ? measured.difference! > 0 : measured.difference! < 0;
  const { column, value, n = 0, n_positive: positive = 0, p } = slice;
  return {
    predicate: `${column} = '${value}'`,
    isRequired: false,
    rows: n,
    classRows: task === "binary" ? [n - positive, positive] : null,
    metrics: { [metric]: measured },
    lossPValue: p === undefined ? null : isLoss ? p / 2 : 1 - p / 2,
  };
}
