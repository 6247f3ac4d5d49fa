import { area, curveStepAfter } from "d3-shape";
import { type Html, html, NOTHING, text } from "../html/markup.ts";
import { type Paper, plot } from "./plot.ts";

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

export interface BinSeries {
  readonly tone: "challenger" | "champion" | "positive" | "negative";
  readonly bins: readonly Bin[];
}

/** How much lies where: areas over each other, through which the lower one is seen. */
export function binChart(paper: Paper, given: readonly BinSeries[]): Html {
  const series = given.map(({ tone, bins }) => ({ tone, bins: bins.filter(isDrawable) }));
  const all = series.flatMap(({ bins }) => bins);
  const values = { x: all.flatMap(({ from, to }) => [from, to]), y: [0, ...all.map(({ height }) => height)] };
  const { x, y, draw } = plot(paper, values);
  const marks = series.map(({ tone, bins }) => {
    const path = area<readonly [number, number]>(
      ([at]) => x(at),
      y(0),
      ([, height]) => y(height),
    )
      .digits(1)
      .curve(curveStepAfter)(corners(bins));
    return path === null ? NOTHING : html`<path class="bins ${text(tone)}" d="${text(path, path.length)}"/>`;
  });
  return draw(html`${marks}`);
}

function isDrawable({ from, to, height }: Bin): boolean {
  return [from, to, height].every(Number.isFinite);
}

/** Between bins that do not touch there is nothing. */
function corners(bins: readonly Bin[]): [number, number][] {
  return bins.flatMap(({ from, to, height }, index): [number, number][] => {
    const next = bins[index + 1];
    return next !== undefined && next.from <= to
      ? [[from, height]]
      : [
          [from, height],
          [to, 0],
        ];
  });
}
