import type { LatencyDistribution, LatencyMoment } from "../../evidence/load-generation/distribution.ts";
import { figure as digits, milliseconds, percent } from "../figures.ts";
import type { Html } from "../html/markup.ts";
import { type BinSeries, binChart } from "./bins.ts";
import { figure, numbersTable } from "./figure.ts";
import { type Line, lineChart, type Point } from "./lines.ts";
import { legendOf, linesOf, type OfModels, present } from "./models.ts";

/** How long answers took, and how many took as long. */
export function latencyFigure(distributions: OfModels<LatencyDistribution>): Html {
  const models = present(distributions);
  const series = models.map(([tone, { bins }]): BinSeries => ({ tone, bins: shares(bins) }));
  const paper = {
    title: "Latency",
    description: "The share of answers by how long they took, on a logarithmic axis, of both models.",
    x: { title: "Milliseconds", domain: null, isLogarithmic: true, tick: digits },
    y: { title: "Share of answers", domain: null, tick: (value: number) => percent(value) },
  };
  const rows = linesOf(models, ({ quantiles }) => quantiles.map(([share, ms]) => [percent(share), milliseconds(ms)]));
  return figure({
    caption: "Latency",
    note: "How many answers took how long; to the left is faster.",
    legend: legendOf(models),
    chart: binChart(paper, series),
    numbers: numbersTable(["Model", "Share of answers", "Took at most"], rows),
  });
}

/** What each part of the load has shown: answers' times, or how many came. */
export function timelineFigure(distributions: OfModels<LatencyDistribution>, of: "p95Ms" | "ratePerSecond"): Html {
  const models = present(distributions);
  const lines = models.map(([tone, { timeline }]): Line => {
    return {
      tone,
      form: "steps",
      points: stepsOf(timeline.map((moment) => [moment.atSeconds, moment[of] ?? Number.NaN])),
    };
  });
  const words = WORDS[of];
  const paper = {
    title: words.caption,
    description: words.note,
    x: { title: "Seconds of load", domain: null, tick: digits },
    y: { title: words.axis, domain: [0, topOf(lines)] as const, tick: digits },
  };
  const rows = linesOf(models, ({ timeline }) => timeline.map(cellsOf));
  const titles = ["Model", "At", "Requests a second", "Median", "95 % within", "Errors"];
  const chart = lineChart(paper, lines);
  return figure({ ...words, legend: legendOf(models), chart, numbers: numbersTable(titles, rows) });
}

const WORDS = {
  p95Ms: {
    caption: "Latency under load",
    note: "The time within which 95 % of the answers came, in each part of the load.",
    axis: "p95 in ms",
  },
  ratePerSecond: { caption: "Load", note: "Requests a second, in each part of the load.", axis: "Requests a second" },
} as const;

/** The last part of the load takes as long as the one before it. */
function stepsOf(points: readonly Point[]): readonly Point[] {
  const [before, last] = [points.at(-2), points.at(-1)];
  if (before === undefined || last === undefined) return points;
  return [...points, [last[0] + (last[0] - before[0]), last[1]]];
}

function topOf(lines: readonly Line[]): number {
  const highest = lines.flatMap(({ points }) => points.map(([, y]) => y)).filter(Number.isFinite);
  return 1.1 * highest.reduce((most, value) => Math.max(most, value), 0) || 1;
}

function shares(bins: LatencyDistribution["bins"]): BinSeries["bins"] {
  const total = bins.reduce((sum, [, , count]) => sum + count, 0) || 1;
  return bins
    .filter(([from, to]) => from > 0 && to > from)
    .map(([from, to, count]) => ({ from, to, height: count / total }));
}

function cellsOf({ atSeconds, ratePerSecond, p50Ms, p95Ms, errors }: LatencyMoment): readonly string[] {
  const time = (ms: number | null): string => (ms === null ? "none" : milliseconds(ms));
  return [`${digits(atSeconds)} s`, digits(ratePerSecond), time(p50Ms), time(p95Ms), String(errors)];
}
