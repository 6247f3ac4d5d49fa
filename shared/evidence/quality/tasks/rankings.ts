import type { Task } from "../../../schema/release.types.ts";
import type { Model } from "../curves.ts";
import type { GroupRows } from "../group-rows.ts";
import type { Ranking } from "../kept/ranking.ts";

/** The orders that a task needs the rows in, the challenger's first. */
export function rankingsOf(task: Task, { width, models }: { width: number; models: readonly Model[] }): Ranking[] {
  const columns = task === "multiclass" ? Array.from({ length: width }, (_, column) => column) : [0];
  const sortedBy = { binary: byScore, multiclass: byScoreOf, regression: byError }[task];
  return models.flatMap((model) =>
    columns.map((column) => ({ model, column, sortBy: (part) => sortedBy(part, model, column) })),
  );
}

function byScore({ labels, weights, ...scores }: GroupRows, model: Model) {
  return { labels: new Uint8Array(labels), scores: scores[model]!, weights };
}

/** One class against all others. */
function byScoreOf({ labels, weights, width, ...part }: GroupRows, model: Model, column: number) {
  const scores = part[model]!;
  return {
    labels: Uint8Array.from(labels, (label) => Number(label === column)),
    scores: labels.map((_, row) => scores[row * width + column]!),
    weights,
  };
}

/** A label of 1 says that too much was predicted. */
function byError({ labels, weights, ...part }: GroupRows, model: Model) {
  const predictions = part[model]!;
  return {
    labels: Uint8Array.from(labels, (label, row) => Number(predictions[row]! > label)),
    scores: labels.map((label, row) => Math.abs(predictions[row]! - label)),
    weights,
  };
}
