import type { Spill } from "../../../ports/spill.ts";
import {
  errorMetricsOf,
  NO_ERROR_SUMS,
  withRegressionRows,
} from "../../../statistics/metrics/regression/error-sums.ts";
import { medianTally } from "../../../statistics/metrics/regression/median-tally.ts";
import type { ErrorMetrics } from "../../../statistics/metrics/regression/rows.ts";
import type { Values } from "../compared.ts";
import type { CurveTally, Model } from "../curves.ts";
import type { GroupRows } from "../group-rows.ts";
import type { KeptRows } from "../kept-rows.ts";
import { type Paired, pairedLosses } from "./paired-losses.ts";
import { rankedParts } from "./ranked-parts.ts";
import { rootTally } from "./root-tally.ts";
import type { TaskQuality, TaskTally } from "./task-tally.ts";

interface Room {
  readonly spill: Spill;
  readonly curves: CurveTally | null;
}

export function regressionTally({ spill, curves }: Room): TaskTally {
  const [root, absolute, relative] = [rootTally(), pairedLosses(absoluteOf), pairedLosses(relativeOf)];
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
  const medianBy = (rows: KeptRows, model: Model) => medianOf(rows, { model, weight, curves }, spill);
  const valuesOf = async (rows: KeptRows, model: Model, errors: ErrorMetrics): Promise<Values> => {
    return { ...errors, medianAbsoluteError: errors.mae === null ? null : await medianBy(rows, model) };
  };
  const finish = async (rows: KeptRows): Promise<TaskQuality> => ({
    classRows: null,
    challenger: await valuesOf(rows, "challenger", errorMetricsOf(challenger)),
    champion: hasChampion ? await valuesOf(rows, "champion", errorMetricsOf(champion)) : null,
    comparisons: { rmse: root.compared(), mae: absolute.compared("mae"), mape: relative.compared("mape") },
  });
  return { add, finish };
}

function absoluteOf({ labels, challenger, champion }: Paired, row: number): number {
  return Math.abs(challenger[row]! - labels[row]!) - Math.abs(champion[row]! - labels[row]!);
}

/** scikit-learn's: a label nearer to 0 counts as this. */
const LEAST_LABEL = Number.EPSILON;

function relativeOf(rows: Paired, row: number): number {
  return absoluteOf(rows, row) / Math.max(Math.abs(rows.labels[row]!), LEAST_LABEL);
}

interface Measured {
  readonly model: Model;
  readonly weight: number;
  readonly curves: CurveTally | null;
}

async function medianOf(rows: KeptRows, { model, weight, curves }: Measured, spill: Spill): Promise<number | null> {
  const sortBy = (part: GroupRows) => ({
    scores: part[model]!.map((prediction, row) => Math.abs(prediction - part.labels[row]!)),
    labels: Uint8Array.from(part[model]!, (prediction, row) => Number(prediction > part.labels[row]!)),
    weights: part.weights,
  });
  const tally = medianTally(weight);
  for await (const part of rankedParts(rows, sortBy, spill)) {
    tally.add(part.scores, part.weights);
    curves?.rank(model, part);
  }
  return tally.median();
}
