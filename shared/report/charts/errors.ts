import type { ErrorPoint } from "../../evidence/quality/curves/model-curves.ts";
import type { PredictionGroup } from "../../evidence/quality/curves/prediction-groups.ts";
import { figure as digits, percent } from "../figures.ts";
import type { Html } from "../html/markup.ts";
import { figure, numbersTable, thinned } from "./figure.ts";
import { type Line, lineChart, type Point } from "./lines.ts";
import { legendOf, linesOf, type OfModels, present } from "./models.ts";

/** How far predictions are off, and to which side. */
export function errorFigure(curves: OfModels<readonly ErrorPoint[]>): Html {
  const models = present(curves);
  const lines = models.map(([tone, points]): Line => ({ tone, form: "line", points: withinReach(cumulated(points)) }));
  const paper = {
    title: "Errors",
    description: "The share of rows whose prediction minus truth is at most so much, of both models.",
    x: { title: "Prediction − truth", domain: null, tick: digits },
    y: { title: "Share of rows", domain: [0, 1], tick: (value: number) => percent(value) },
  } as const;
  const rows = linesOf(models, (points) =>
    thinned(cumulated(points)).map(([error, share]) => [digits(error), percent(share)]),
  );
  return figure({
    caption: "Errors",
    note: "The share of rows that are off by at most so much; the steeper at 0, the better.",
    legend: legendOf(models),
    chart: lineChart(paper, lines),
    numbers: numbersTable(["Model", "Error", "At most so much"], rows),
  });
}

/** What was predicted against what was so, group by group. */
export function predictionFigure(curves: OfModels<readonly PredictionGroup[]>): Html {
  const models = present(curves);
  const lines = models.map(([tone, groups]): Line => {
    return { tone, form: "dots", points: groups.map(({ meanPrediction, meanLabel }) => [meanPrediction, meanLabel]) };
  });
  const paper = {
    title: "Predicted and true",
    description: "The mean truth over the mean prediction, in groups of rows with predictions near each other.",
    x: { title: "Mean prediction", domain: null, tick: digits },
    y: { title: "Mean truth", domain: null, tick: digits },
  };
  const rows = linesOf(models, (groups) =>
    groups.map(({ weight, meanPrediction, meanLabel }) => [digits(meanPrediction), digits(meanLabel), digits(weight)]),
  );
  return figure({
    caption: "Predicted and true",
    note: "On the diagonal, predictions are right on average wherever they lie.",
    legend: [...legendOf(models), { tone: "reference", name: "Ideal" }],
    chart: lineChart(paper, [diagonalThrough(lines), ...lines]),
    numbers: numbersTable(["Model", "Mean prediction", "Mean truth", "Weight"], rows),
  });
}

function diagonalThrough(lines: readonly Line[]): Line {
  const ends = lines.flatMap(({ points }) => points.map(([x]) => x)).filter(Number.isFinite);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const points: readonly Point[] =
    ends.length === 0
      ? []
      : [
          [low, low],
          [high, high],
        ];
  return { tone: "reference", form: "line", points };
}

/** From the largest error below the truth to the largest one above it. */
function cumulated(points: readonly ErrorPoint[]): readonly Point[] {
  const allBelow = points.at(-1)?.[1] ?? 0;
  const below = points.map(([error, share]): Point => [0 - error, allBelow - share]).toReversed();
  return [...below, ...points.map(([error, , share]): Point => [error, allBelow + share])];
}

const EDGE = 0.005;

/** The rarest errors of all would leave no room for the others. */
function withinReach(points: readonly Point[]): readonly Point[] {
  const kept = points.filter(([, share]) => share >= EDGE && share <= 1 - EDGE);
  return kept.length > 1 ? kept : points;
}
