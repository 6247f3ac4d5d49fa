import { curveLinear, curveStepAfter, line } from "d3-shape";
import { type Html, html, NOTHING, text } from "../html/markup.ts";
import { type Paper, plot } from "./plot.ts";

export type Point = readonly [x: number, y: number];

export interface Line {
  readonly tone: "challenger" | "champion" | "reference";
  readonly points: readonly Point[];
  readonly form: "line" | "steps" | "dots";
}

/** Lines over two axes, the last one on top. What is no number is left out. */
export function lineChart(paper: Paper, lines: readonly Line[]): Html {
  const drawn = lines.map((each) => ({ ...each, points: each.points.filter(([x, y]) => areDrawable(paper, x, y)) }));
  const points = drawn.flatMap((each) => each.points);
  const { draw, ...scales } = plot(paper, { x: points.map(([x]) => x), y: points.map(([, y]) => y) });
  return draw(html`${drawn.map((each) => markOf(each, scales))}`);
}

function areDrawable({ x, y }: Paper, ...[across, up]: Point): boolean {
  const isPositive = (x.isLogarithmic !== true || across > 0) && (y.isLogarithmic !== true || up > 0);
  return Number.isFinite(across) && Number.isFinite(up) && isPositive;
}

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

function markOf({ tone, points, form }: Line, { x, y }: Scales): Html {
  const dots = points.map(
    ([across, up]) => html`<circle class="dot ${text(tone)}" cx="${x(across)}" cy="${y(up)}" r="3"/>`,
  );
  // A line through one point cannot be seen.
  if (points.length === 1) return html`${dots}`;
  const path = line<Point>(
    ([across]) => x(across),
    ([, up]) => y(up),
  )
    .digits(1)
    .curve(form === "steps" ? curveStepAfter : curveLinear)([...points]);
  const stroke = path === null ? NOTHING : html`<path class="line ${text(tone)}" d="${text(path, path.length)}"/>`;
  return form === "dots" ? html`${stroke}${dots}` : stroke;
}
