import type { Task } from "../../schema/release.types.ts";
import { BLOCK_ROWS } from "../../statistics/block-rows.ts";
import { type Moments, NO_MOMENTS, spreadOf, withValues } from "../../statistics/moments.ts";
import { largestIn } from "../choice.ts";
import type { ScoredBatch } from "../quality/scored-batch.ts";
import type { ScoreSanity } from "../sanity.ts";

export interface ScoreMeter {
  /** The next rows; only finite scores are counted. */
  add(batch: Pick<ScoredBatch, "labels" | "challenger">): void;
  finish(): ScoreSanity;
}

/** Equal to the last bit however the rows come. `labels` are the names of the classes, where they have any. */
export function scoreMeter(task: Task, labels: readonly string[] = []): ScoreMeter {
  const columns: Column[] = [];
  const [predicted, real]: [number[], number[]] = [[], []];
  return {
    add({ labels: truths, challenger: { values, width } }) {
      while (columns.length < width) columns.push(newColumn());
      for (const [first, column] of columns.entries()) fill(column, values, first, width);
      if (task === "multiclass") countClasses(values, width, truths, { predicted, real });
    },
    finish() {
      const deviations = columns.flatMap((column) => deviationOf(column) ?? []);
      return {
        scoreDeviation: deviations.length === 0 ? null : Math.max(...deviations),
        commonest: commonestOf(predicted, real, labels),
      };
    },
  };
}

/** Values of one column, gathered to whole blocks before they are summed. */
interface Column {
  readonly block: Float64Array;
  filled: number;
  moments: Moments;
}

function newColumn(): Column {
  return { block: new Float64Array(BLOCK_ROWS), filled: 0, moments: NO_MOMENTS };
}

function fill(column: Column, values: Float64Array, first: number, step: number): void {
  for (let index = first; index < values.length; index += step) {
    if (!Number.isFinite(values[index])) continue;
    column.block[column.filled++] = values[index]!;
    if (column.filled === BLOCK_ROWS) flush(column);
  }
}

function flush(column: Column): void {
  column.moments = withValues(column.moments, { values: column.block.subarray(0, column.filled) });
  column.filled = 0;
}

function deviationOf(column: Column): number | null {
  flush(column);
  const spread = spreadOf(column.moments);
  return spread === null ? null : Math.sqrt(spread.squares / spread.weight);
}

interface Counts {
  readonly predicted: number[];
  readonly real: number[];
}

function countClasses(values: Float64Array, width: number, truths: Float64Array, { predicted, real }: Counts): void {
  for (let row = 0; row < truths.length; row += 1) {
    const chosen = largestIn(values, row * width, width);
    predicted[chosen] = (predicted[chosen] ?? 0) + 1;
    const truth = truths[row]!;
    real[truth] = (real[truth] ?? 0) + 1;
  }
}

function commonestOf(
  predicted: readonly number[],
  real: readonly number[],
  labels: readonly string[],
): ScoreSanity["commonest"] {
  const rows = predicted.reduce((sum, count) => sum + (count ?? 0), 0);
  if (rows === 0) return null;
  const most = predicted.reduce((best, count, index) => ((count ?? 0) > (predicted[best] ?? 0) ? index : best), 0);
  return {
    label: labels[most] ?? String(most),
    predicted: (predicted[most] ?? 0) / rows,
    true: (real[most] ?? 0) / rows,
  };
}
