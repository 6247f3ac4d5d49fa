import type { LatencyDistribution } from "../../evidence/load-generation/distribution.ts";
import { figure as digits, milliseconds, percent } from "../figures.ts";
import { type Html, text } from "../html/markup.ts";
import { type BinSeries, binChart } from "./bins.ts";
import { figure } from "./figure.ts";
import { type Line, lineChart } from "./lines.ts";
import { legendOf, type Model, nameOf, type OfModels, present } from "./models.ts";

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
  const rows = models.toReversed().flatMap(([model, { quantiles }]) =>
    quantiles.map(([share, ms]) => ({
      cells: [nameOf(model), percent(share), milliseconds(ms)].map((cell) => text(cell)),
    })),
  );
  return figure({
    caption: "Latency",
    note: "How many answers took how long; to the left is faster.",
    legend: legendOf(models),
    chart: binChart(paper, series),
    numbers: {
      columns: [
        { title: "Model" },
        { title: "Share of answers", isNumber: true },
        { title: "Took at most", isNumber: true },
      ],
      rows,
    },
  });
}

/** What each part of the load has shown: answers' times, or how many came. */
export function timelineFigure(distributions: OfModels<LatencyDistribution>, of: "p95Ms" | "ratePerSecond"): Html {
  const models = present(distributions);
  const lines = models.map(([tone, { timeline }]): Line => {
    return { tone, form: "steps", points: timeline.map((moment) => [moment.atSeconds, moment[of] ?? Number.NaN]) };
  });
  const words = WORDS[of];
  const paper = {
    title: words.caption,
    description: words.note,
    x: { title: "Seconds of load", domain: null, tick: digits },
    y: { title: words.axis, domain: [0, topOf(lines)] as const, tick: digits },
  };
  const rows = models
    .toReversed()
    .flatMap(([model, { timeline }]) => timeline.map((moment) => ({ cells: cellsOf(model, moment) })));
  const columns = ["At", "Requests a second", "Median", "95 % within", "Errors"].map((title) => ({
    title,
    isNumber: true,
  }));
  return figure({
    ...words,
    legend: legendOf(models),
    chart: lineChart(paper, lines),
    numbers: { columns: [{ title: "Model" }, ...columns], rows },
  });
}

const WORDS = {
  p95Ms: {
    caption: "Latency under load",
    note: "The time within which 95 % of the answers came, in each part of the load.",
    axis: "p95 in ms",
  },
  ratePerSecond: { caption: "Load", note: "Requests a second, in each part of the load.", axis: "Requests a second" },
} as const;

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

function cellsOf(
  model: Model,
  { atSeconds, ratePerSecond, p50Ms, p95Ms, errors }: LatencyDistribution["timeline"][number],
): readonly Html[] {
  const time = (ms: number | null): string => (ms === null ? "none" : milliseconds(ms));
  return [nameOf(model), `${digits(atSeconds)} s`, digits(ratePerSecond), time(p50Ms), time(p95Ms), String(errors)].map(
    (cell) => text(cell),
  );
}
