import { isMeasured } from "../evidence/evidence.ts";
import type { Metric, Task } from "../schema/release.types.ts";
import { clipped } from "./escape.ts";
import type { ReleaseReport } from "./report.ts";

const TASKS: Readonly<Record<Task, string>> = {
  binary: "tabular-classification",
  multiclass: "tabular-classification",
  regression: "tabular-regression",
};

/** As Hugging Face's metrics are called, where one of theirs is ours. */
const METRICS: Partial<Readonly<Record<Metric, string>>> = {
  auc: "roc_auc",
  averagePrecision: "average_precision",
  brier: "brier_score",
  mcc: "matthews_correlation",
  macroF1: "f1",
  weightedF1: "f1",
  r2: "r_squared",
};

/** What the Hugging Face Hub reads of a card: `model-index`, with a result for each metric that could be computed. */
export function frontMatter(release: ReleaseReport): string {
  const { model } = release.manifest;
  return [
    "---",
    "library_name: tensorflow",
    "tags:",
    "- model-release",
    "model-index:",
    `- name: ${scalar(model.name)}`,
    "  results:",
    ...resultLines(release),
    "---",
    "",
  ].join("\n");
}

function resultLines({ manifest: { evaluation }, evidence: { quality, dataset } }: ReleaseReport): readonly string[] {
  const metrics = isMeasured(quality) ? Object.entries(quality.metrics) : [];
  const known = metrics.filter(([, { challenger }]) => challenger !== null && Number.isFinite(challenger));
  // A model-index without results is refused; an empty list is none.
  if (evaluation === undefined || known.length === 0) return ["  []"];
  return [
    "  - task:",
    `      type: ${TASKS[evaluation.task]}`,
    "    dataset:",
    `      name: ${scalar(evaluation.dataset.uri)}`,
    "      type: evaluation-set",
    ...(isMeasured(dataset) ? [`      revision: ${scalar(dataset.digest)}`] : []),
    "    metrics:",
    ...known.flatMap(([name, { challenger }]) => [
      `    - type: ${scalar(METRICS[name as Metric] ?? name)}`,
      `      name: ${scalar(name)}`,
      `      value: ${challenger}`,
    ]),
  ];
}

/** A JSON string is YAML's too; whatever could mean something to YAML or Markdown is written by its number. */
function scalar(value: string): string {
  const written = clipped(value.toWellFormed(), 200).replace(/[^\w ./-]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `"${written}"`;
}
