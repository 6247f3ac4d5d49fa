import type { CalibrationBin, ScoreBins } from "../../evidence/quality/curves/score-bins.ts";
import { figure as digits, percent } from "../figures.ts";
import type { Html } from "../html/markup.ts";
import { type Bin, type BinSeries, binChart } from "./bins.ts";
import { figure, numbersTable } from "./figure.ts";
import { type Line, lineChart } from "./lines.ts";
import { legendOf, linesOf, type Model, type OfModels, present } from "./models.ts";
import type { Axis } from "./plot.ts";

/** What came true is called otherwise where a score says how sure the model is of the label that it predicts. */
export interface Wording {
  readonly score: string;
  readonly positive: string;
  readonly negative: string;
}

export const OF_BINARY: Wording = { score: "Score", positive: "Positive rows", negative: "Negative rows" };
export const OF_MULTICLASS: Wording = { score: "Confidence", positive: "Right", negative: "Wrong" };

const probability = (title: string): Axis => ({ title, domain: [0, 1], tick: (value) => String(value) });

/** Whether what is said to be as probable comes true as often. */
export function calibrationFigure(curves: OfModels<ScoreBins>, { score }: Wording): Html {
  const models = present(curves);
  const lines = models.map(([tone, { calibration }]): Line => {
    return { tone, form: "dots", points: filled(calibration).map((bin) => [bin.meanScore, bin.positiveShare]) };
  });
  const paper = {
    title: "Calibration",
    description: "How often came true what was given a probability, in ten bins. On the diagonal both agree.",
    x: probability(`Mean ${score.toLowerCase()}`),
    y: probability("Share that came true"),
  };
  const rows = linesOf(models, ({ calibration }) =>
    filled(calibration).map((bin) => [digits(bin.meanScore), percent(bin.positiveShare), digits(bin.weight)]),
  );
  return figure({
    caption: "Calibration",
    note: "On the diagonal, what is called 70 % probable comes true in 70 of 100 cases.",
    legend: [...legendOf(models), { tone: "reference", name: "Ideal" }],
    chart: lineChart(paper, [IDEAL, ...lines]),
    numbers: numbersTable(["Model", `Mean ${score.toLowerCase()}`, "Came true", "Weight"], rows),
  });
}

const IDEAL: Line = {
  tone: "reference",
  form: "line",
  points: [
    [0, 0],
    [1, 1],
  ],
};

interface FilledBin {
  readonly weight: number;
  readonly meanScore: number;
  readonly positiveShare: number;
}

function filled(bins: readonly CalibrationBin[]): readonly FilledBin[] {
  return bins.flatMap(({ weight, meanScore, positiveShare }) => {
    return meanScore === null || positiveShare === null ? [] : [{ weight, meanScore, positiveShare }];
  });
}

/** One model after the other, on one scale: where its scores lie for what came true, and for what did not. */
export function scoreFigures(curves: OfModels<ScoreBins>, wording: Wording): readonly Html[] {
  const models = present(curves)
    .toReversed()
    .map(([model, bins]) => [model, seriesOf(bins)] as const);
  const heights = models.flatMap(([, series]) => series.flatMap(({ bins }) => bins.map(({ height }) => height)));
  const top = heights.reduce((most, height) => Math.max(most, height), 0) || 1;
  return models.map(([model, series]) => scoreFigure(model, series, { ...wording, top }));
}

type Series = readonly [negative: BinSeries, positive: BinSeries];

function seriesOf({ negative, positive }: ScoreBins): Series {
  return [
    { tone: "negative", bins: binsOf(negative) },
    { tone: "positive", bins: binsOf(positive) },
  ];
}

type Told = Wording & { readonly top: number };

function scoreFigure(model: Model, series: Series, { score, positive, negative, top }: Told): Html {
  const caption = `${score}s of the ${model}`;
  const paper = {
    title: caption,
    description: `How ${score.toLowerCase()}s are distributed over ${positive.toLowerCase()} and ${negative.toLowerCase()}.`,
    x: probability(score),
    y: { title: "Share of the class", domain: [0, top] as const, tick: percent },
  };
  const [others, own] = series;
  const rows = others.bins.map(({ from, to, height }, index) => {
    return [`${digits(from)} – ${digits(to)}`, percent(own.bins[index]?.height ?? 0), percent(height)];
  });
  return figure({
    caption,
    note: "The less both overlap, the better the model tells them apart.",
    legend: [
      { tone: "positive", name: positive },
      { tone: "negative", name: negative },
    ],
    chart: binChart(paper, series),
    numbers: numbersTable([score, positive, negative], rows),
  });
}

/** Shares of the class, so that a rare one can be seen beside a common one. */
function binsOf(weights: readonly number[]): readonly Bin[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return weights.map((weight, index) => ({
    from: index / weights.length,
    to: (index + 1) / weights.length,
    height: weight / total,
  }));
}
