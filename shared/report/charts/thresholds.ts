import type { ThresholdCurve, ThresholdPoint } from "../../evidence/quality/curves/model-curves.ts";
import { figure as digits, percent } from "../figures.ts";
import type { Html } from "../html/markup.ts";
import { type Figure, figure, numbersTable, thinned } from "./figure.ts";
import { type Line, lineChart, type Point } from "./lines.ts";
import { legendOf, linesOf, type Model, type OfModels, present } from "./models.ts";
import type { Axis } from "./plot.ts";

const share = (title: string): Axis => ({ title, domain: [0, 1], tick: (value) => String(value) });

const CHANCE: Line = {
  tone: "reference",
  form: "line",
  points: [
    [0, 0],
    [1, 1],
  ],
};

/** What each threshold gets right, against what it gets wrong. */
export function rocFigure(curves: OfModels<ThresholdCurve>): Html {
  const models = present(curves);
  const lines = models.map(
    ([tone, { points }]): Line => ({ tone, form: "line", points: [[0, 0], ...points.map(rates)] }),
  );
  const paper = {
    title: "ROC curve",
    description: `Recall over the false positive rate for every threshold, of ${spoken(models)}; the diagonal is chance.`,
    x: share("False positive rate"),
    y: share("Recall"),
  };
  return figure({
    caption: "ROC curve",
    note: "Recall against false alarms at every threshold; up and to the left is better.",
    legend: [...legendOf(models), { tone: "reference", name: "Chance" }],
    chart: lineChart(paper, [CHANCE, ...lines]),
    numbers: numbersOf(models, "False positive rate", ([, falsePositiveRate]) => falsePositiveRate),
  });
}

/** What share of the alarms is right, against the share of the positives that is found. */
export function precisionFigure(curves: OfModels<ThresholdCurve>): Html {
  const models = present(curves);
  const lines = models.map(([tone, curve]): Line => {
    return { tone, form: "line", points: curve.points.map((point) => [point[2], precisionOf(point, curve)]) };
  });
  const paper = {
    title: "Precision and recall",
    description: `Precision over recall for every threshold, of ${spoken(models)}.`,
    x: share("Recall"),
    y: share("Precision"),
  };
  return figure({
    caption: "Precision and recall",
    note: "How many alarms are right, against how many of the positives are found; up and to the right is better.",
    legend: legendOf(models),
    chart: lineChart(paper, lines),
    numbers: numbersOf(models, "Precision", precisionOf),
  });
}

function rates([, falsePositiveRate, recall]: ThresholdPoint): Point {
  return [falsePositiveRate, recall];
}

function precisionOf([, falsePositiveRate, recall]: ThresholdPoint, { positive, negative }: ThresholdCurve): number {
  return (recall * positive) / (recall * positive + falsePositiveRate * negative);
}

type Models = readonly (readonly [Model, ThresholdCurve])[];

type Measure = (point: ThresholdPoint, curve: ThresholdCurve) => number;

function numbersOf(models: Models, title: string, measureOf: Measure): Figure["numbers"] {
  const lines = linesOf(models, (curve) =>
    thinned(curve.points).map((point) => [digits(point[0]), percent(point[2]), percent(measureOf(point, curve))]),
  );
  return numbersTable(["Model", "Threshold", "Recall", title], lines);
}

function spoken(models: Models): string {
  return models.map(([model]) => `the ${model}`).join(" and ");
}
