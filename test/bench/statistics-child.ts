import { drawnAuc } from "../../shared/statistics/bootstrap/ranked/auc.ts";
import { rankedClasses } from "../../shared/statistics/bootstrap/ranked/class-columns.ts";
import { resample } from "../../shared/statistics/bootstrap/resample.ts";
import { classTotalsOf } from "../../shared/statistics/metrics/binary/measure.ts";
import { pointMetricsOf } from "../../shared/statistics/metrics/binary/point-metrics.ts";
import { NO_POINT_SUMS, withBinaryRows } from "../../shared/statistics/metrics/binary/point-sums.ts";
import { rankTally } from "../../shared/statistics/metrics/binary/rank-tally.ts";
import { ranked } from "../../shared/statistics/order/ranked.ts";
import { NO_MEAN, withDifferences } from "../../shared/statistics/paired/mean-estimate.ts";
import { pairedT } from "../../shared/statistics/paired/paired-t.ts";
import { COMPARED, readRows, SEED } from "./statistics-rows.ts";

// Our side of the bench: every job ten times, because code is compiled while it runs, and as one line of JSON what it took
// and what came out.
const RUNS = 10;
const REPLICATES = 36;
const rows = readRows(process.argv[2]!);
const { labels, champion, challenger } = rows;

const jobs = {
  auc: () => {
    const tally = rankTally(classTotalsOf(rows));
    tally.add(ranked({ labels, scores: challenger }));
    const { auc, averagePrecision, ks } = tally.metrics();
    return { auc, averagePrecision, ks };
  },
  onePass: () => {
    const metrics = pointMetricsOf(withBinaryRows(NO_POINT_SUMS, { labels, scores: challenger }, 0.5));
    const { logLoss, brier, ece, accuracy, precision, recall } = metrics;
    return { logLoss, brier, ece, accuracy, precision, recall };
  },
  pairedT: () => {
    const squareOf = (score: number, row: number): number => (score - labels[row]!) ** 2;
    const values = challenger.map((score, row) => squareOf(score, row) - squareOf(champion[row]!, row));
    const { difference, pValue } = pairedT(withDifferences(NO_MEAN, { values }), { confidence: 0.9 });
    return { difference, pValue };
  },
  bootstrap: () => {
    const [one, other] = [champion, challenger].map(resampledAucs);
    const differences = other!.map((auc, replicate) => auc - one![replicate]!);
    return Object.fromEntries(differences.slice(0, COMPARED).entries());
  },
};

/** Counts are drawn in the order of the scores: those of a million rows, fetched in any other, would miss the cache. */
function resampledAucs(scores: Float64Array): readonly number[] {
  const { places: rows, ...order } = rankedClasses({ labels, scores });
  const places = Uint32Array.from(rows.keys());
  const aucs: number[] = [];
  resample(rows, { replicates: REPLICATES, seed: SEED }, (counts) => aucs.push(drawnAuc({ ...order, places }, counts)));
  return aucs;
}

const results = Object.entries(jobs).map(([name, job]) => {
  const runs = Array.from({ length: RUNS }, () => {
    const began = process.cpuUsage();
    const values = job();
    const { user, system } = process.cpuUsage(began);
    return { values, seconds: (user + system) / 1e6 / (name === "bootstrap" ? REPLICATES : 1) };
  });
  return [name, { values: runs[0]!.values, seconds: Math.min(...runs.map(({ seconds }) => seconds)) }];
});
console.log(JSON.stringify(Object.fromEntries(results)));
