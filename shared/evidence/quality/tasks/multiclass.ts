import { type ClassTotals, rankTally } from "../../../statistics/metrics/binary/rank-tally.ts";
import { classMetricsOf } from "../../../statistics/metrics/multiclass/class-metrics.ts";
import { noClassSums, withMulticlassRows } from "../../../statistics/metrics/multiclass/class-sums.ts";
import { predictedClass } from "../../../statistics/metrics/multiclass/rows.ts";
import type { Sums } from "../../../statistics/metrics/sums.ts";
import type { GroupRows } from "../group-rows.ts";
import type { KeptRows } from "../kept/kept-rows.ts";
import type { Ranking } from "../kept/ranking.ts";
import { accuracyTally } from "./agreement.ts";
import { classTally } from "./class-tally.ts";
import { logLossDifference, type Paired, pairedLosses } from "./paired-losses.ts";
import type { TaskQuality, TaskTally } from "./task-tally.ts";

export function multiclassTally(width: number): TaskTally {
  const classes = classTally(width);
  const [accuracy, logLoss] = [accuracyTally(isRight), pairedLosses(logLosses)];
  let challenger = noClassSums(width);
  let champion: Sums | null = null;
  const add = (rows: GroupRows): void => {
    const shared = { labels: new Uint32Array(rows.labels), classes: width, weights: rows.weights };
    classes.add(rows);
    challenger = withMulticlassRows(challenger, { ...shared, scores: rows.challenger });
    if (rows.champion === null) return;
    champion = withMulticlassRows(champion ?? noClassSums(width), { ...shared, scores: rows.champion });
    accuracy.add(rows as Paired);
    logLoss.add(rows as Paired);
  };
  const areas = { challenger: macroArea(), champion: macroArea() };
  const rank = async (ranking: Ranking, rows: KeptRows): Promise<void> => {
    const area = areas[ranking.model];
    if (area.isKnown()) area.add(await aucBy(ranking, rows, classes.against(ranking.column)));
  };
  const finish = (): TaskQuality => ({
    classRows: classes.rows(),
    challenger: { ...classMetricsOf(challenger), aucMacro: areas.challenger.mean() },
    champion: champion === null ? null : { ...classMetricsOf(champion), aucMacro: areas.champion.mean() },
    comparisons: { accuracy: accuracy.compared(), logLoss: logLoss.compared("logLoss") },
  });
  return { add, rank, finish };
}

function isRight({ labels, width }: Paired, row: number, scores: Float64Array): boolean {
  return predictedClass(scores, row * width, width) === labels[row];
}

function logLosses({ labels, width, challenger, champion }: Paired, into: Float64Array): void {
  for (let row = 0; row < into.length; row++) {
    const place = row * width + labels[row]!;
    into[row] = logLossDifference(champion[place]!, challenger[place]!);
  }
}

async function aucBy(ranking: Ranking, rows: KeptRows, totals: ClassTotals): Promise<number | null> {
  const tally = rankTally(totals);
  for await (const part of rows.ranked(ranking)) tally.add(part);
  return tally.metrics().auc;
}

/** The plain mean over the classes, each against all others; null where a class has no rows, or all of them. */
function macroArea() {
  let [sum, classes]: [number | null, number] = [0, 0];
  return {
    isKnown: () => sum !== null,
    add(auc: number | null): void {
      sum = sum === null || auc === null ? null : sum + auc;
      classes++;
    },
    mean: () => (sum === null || classes === 0 ? null : sum / classes),
  };
}
