import { pointMetricsOf } from "../../../statistics/metrics/binary/point-metrics.ts";
import { NO_POINT_SUMS, withBinaryRows } from "../../../statistics/metrics/binary/point-sums.ts";
import type { Comparisons } from "../compared.ts";
import type { CurveTally } from "../curves.ts";
import type { GroupRows } from "../group-rows.ts";
import { accuracyTally } from "./agreement.ts";
import { classTally } from "./class-tally.ts";
import { logLossDifference, type Paired, pairedLosses, squareLosses } from "./paired-losses.ts";
import { rankedTally } from "./ranks.ts";
import type { TaskQuality, TaskTally } from "./task-tally.ts";

export function binaryTally(threshold: number, curves: CurveTally | null): TaskTally {
  const classes = classTally(2);
  const pairs = binaryPairs(threshold);
  const ranks = rankedTally(() => classes.against(1), curves);
  let [challenger, champion] = [NO_POINT_SUMS, NO_POINT_SUMS];
  let hasChampion = false;
  const add = (rows: GroupRows): void => {
    const labels = new Uint8Array(rows.labels);
    classes.add(rows);
    challenger = withBinaryRows(challenger, { labels, scores: rows.challenger, weights: rows.weights }, threshold);
    if (rows.champion === null) return;
    hasChampion = true;
    champion = withBinaryRows(champion, { labels, scores: rows.champion, weights: rows.weights }, threshold);
    pairs.add(rows as Paired);
  };
  const finish = (): TaskQuality => ({
    classRows: classes.rows(),
    challenger: { ...pointMetricsOf(challenger), ...ranks.metrics("challenger") },
    champion: hasChampion ? { ...pointMetricsOf(champion), ...ranks.metrics("champion") } : null,
    comparisons: { auc: ranks.compared(), ...pairs.compared() },
  });
  return { add, rank: ranks.rank, finish };
}

/** What is compared row by row. */
function binaryPairs(threshold: number) {
  const accuracy = accuracyTally(({ labels }, row, scores) => Number(scores[row]! >= threshold) === labels[row]);
  const logLoss = pairedLosses(logLosses);
  const brier = pairedLosses(squareLosses);
  return {
    add(rows: Paired): void {
      for (const tally of [accuracy, logLoss, brier]) tally.add(rows);
    },
    compared: (): Comparisons => ({
      accuracy: accuracy.compared(),
      logLoss: logLoss.compared("logLoss"),
      brier: brier.compared("brier"),
    }),
  };
}

function logLosses({ labels, challenger, champion }: Paired, into: Float64Array): void {
  for (let row = 0; row < into.length; row++) {
    const label = labels[row]!;
    into[row] = logLossDifference(given(champion[row]!, label), given(challenger[row]!, label));
  }
}

/** What a model gave to what came true. */
function given(score: number, label: number): number {
  return 1 - label + (2 * label - 1) * score;
}
