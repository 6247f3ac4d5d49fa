import {
  type ErrorSums,
  errorMetricsOf,
  NO_ERROR_SUMS,
  withRegressionRows,
} from "../../../statistics/metrics/regression/error-sums.ts";
import { medianTally } from "../../../statistics/metrics/regression/median-tally.ts";
import type { Values } from "../compared.ts";
import type { CurveTally, Model } from "../curves.ts";
import type { GroupRows } from "../group-rows.ts";
import type { KeptRows } from "../kept/kept-rows.ts";
import type { Ranking } from "../kept/ranking.ts";
import { type Paired, pairedLosses } from "./paired-losses.ts";
import { rootTally } from "./root-tally.ts";
import type { TaskQuality, TaskTally } from "./task-tally.ts";

export function regressionTally(curves: CurveTally | null): TaskTally {
  const [root, absolute, relative] = [rootTally(), pairedLosses(absoluteLosses), pairedLosses(relativeLosses)];
  let [challenger, champion] = [NO_ERROR_SUMS, NO_ERROR_SUMS];
  let [weight, hasChampion] = [0, false];
  const add = (rows: GroupRows): void => {
    const { labels, weights } = rows;
    challenger = withRegressionRows(challenger, { labels, predictions: rows.challenger, weights });
    weight += weights === undefined ? rows.rows : weights.reduce((sum, own) => sum + own, 0);
    if (rows.champion === null) return;
    hasChampion = true;
    champion = withRegressionRows(champion, { labels, predictions: rows.champion, weights });
    for (const tally of [root, absolute, relative]) tally.add(rows as Paired);
  };
  const medians: Partial<Record<Model, number | null>> = {};
  const rank = async (ranking: Ranking, rows: KeptRows): Promise<void> => {
    const tally = medianTally(weight);
    for await (const part of rows.ranked(ranking)) {
      tally.add(part.scores, part.weights);
      curves?.rank(ranking.model, part);
    }
    medians[ranking.model] = tally.median();
  };
  const valuesOf = (sums: ErrorSums, model: Model): Values => {
    const errors = errorMetricsOf(sums);
    return { ...errors, medianAbsoluteError: errors.mae === null ? null : (medians[model] ?? null) };
  };
  const finish = (): TaskQuality => ({
    classRows: null,
    challenger: valuesOf(challenger, "challenger"),
    champion: hasChampion ? valuesOf(champion, "champion") : null,
    comparisons: { rmse: root.compared(), mae: absolute.compared("mae"), mape: relative.compared("mape") },
  });
  return { add, rank, finish };
}

function absoluteLosses({ labels, challenger, champion }: Paired, into: Float64Array): void {
  for (let row = 0; row < into.length; row++) {
    into[row] = Math.abs(challenger[row]! - labels[row]!) - Math.abs(champion[row]! - labels[row]!);
  }
}

/** scikit-learn's: a label nearer to 0 counts as this. */
const LEAST_LABEL = Number.EPSILON;

function relativeLosses(rows: Paired, into: Float64Array): void {
  absoluteLosses(rows, into);
  for (let row = 0; row < into.length; row++) into[row]! /= Math.max(Math.abs(rows.labels[row]!), LEAST_LABEL);
}
