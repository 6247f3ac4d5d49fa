import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from "d3-scale";
import { type Html, html, text } from "../html/markup.ts";

export interface Axis {
  readonly title: string;
  /** Null: wherever the values lie. */
  readonly domain: readonly [number, number] | null;
  readonly isLogarithmic?: boolean;
  readonly tick: (value: number) => string;
}

/** Where values stand on the paper, and the paper with its axes. */
export interface Plot {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly draw: (marks: Html) => Html;
}

export interface Paper {
  /** What it shows, for those who cannot see it. */
  readonly title: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
}

/** As wide as a phone, so that the letters on it can be read there. */
const [WIDTH, HEIGHT] = [360, 232];
const EDGE = { left: 52, right: 12, top: 10, bottom: 40 };
const [LEFT, RIGHT] = [EDGE.left, WIDTH - EDGE.right];
const [TOP, BOTTOM] = [EDGE.top, HEIGHT - EDGE.bottom];
const TICKS = 5;

type Scale = ScaleContinuousNumeric<number, number>;

/** `values` are all that is drawn along each axis: what is no number is not. */
export function plot(paper: Paper, values: { readonly x: readonly number[]; readonly y: readonly number[] }): Plot {
  // What lies beyond the paper is drawn at its edge.
  const x = scaleOf(paper.x, values.x).range([LEFT, RIGHT]).clamp(true);
  const y = scaleOf(paper.y, values.y).range([BOTTOM, TOP]).clamp(true);
  return {
    x: (value) => tenths(x(value)),
    y: (value) => tenths(y(value)),
    draw: (marks) => html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">
<title>${text(paper.title)}</title><desc>${text(paper.description)}</desc>
${across(y, paper.y)}${along(x, paper.x)}
<g class="marks">${marks}</g>
</svg>`,
  };
}

function scaleOf({ domain, isLogarithmic = false }: Axis, values: readonly number[]): Scale {
  const wanted = values.filter((value) => Number.isFinite(value) && (!isLogarithmic || value > 0));
  const [low, high] = domain?.every(Number.isFinite) ? domain : extent(wanted);
  if (isLogarithmic) return scaleLog().domain(low > 0 && low < high ? [low, high] : [low / 2 || 0.5, low * 2 || 2]);
  const scale = scaleLinear().domain(low < high ? [low, high] : [low - 0.5, low + 0.5]);
  return domain === null ? scale.nice(TICKS) : scale;
}

/** Not by spreading: a document may hold more numbers than a call has room for. */
function extent(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  // Doubles whose difference is no double cannot be spread over paper.
  return Number.isFinite(high - low) ? [low, high] : [low / 4, high / 4];
}

function across(y: Scale, axis: Axis): Html {
  const lines = labelled(y, axis).map(([at, label]) => {
    return html`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${at}" y2="${at}"/><text class="tick end" x="${LEFT - 6}" y="${at + 3.5}">${text(label)}</text>`;
  });
  const middle = (TOP + BOTTOM) / 2;
  return html`${lines}<text class="axis" transform="translate(11 ${middle}) rotate(-90)">${text(axis.title)}</text>`;
}

function along(x: Scale, axis: Axis): Html {
  const lines = labelled(x, axis).map(([at, label]) => {
    return html`<line class="grid" x1="${at}" x2="${at}" y1="${TOP}" y2="${BOTTOM}"/><text class="tick middle" x="${at}" y="${BOTTOM + 15}">${text(label)}</text>`;
  });
  return html`${lines}<text class="axis" x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 6}">${text(axis.title)}</text>`;
}

/** Where each tick is and what it says; where four digits do not tell them apart, with as many as it takes. */
function labelled(scale: Scale, axis: Axis): readonly (readonly [at: number, label: string])[] {
  const ticks = ticksOf(scale, axis);
  const labels = ticks.map(axis.tick);
  const exact = scale.tickFormat(TICKS);
  const shown = new Set(labels).size === labels.length ? labels : ticks.map((tick) => exact(tick));
  return ticks.map((tick, index) => [tenths(scale(tick)), shown[index]!]);
}

/** Of a logarithmic axis those that begin with 1, 2 or 5, or only with 1 where those are too many. */
function ticksOf(scale: Scale, { isLogarithmic = false }: Axis): readonly number[] {
  const ticks = scale.ticks(TICKS);
  if (!isLogarithmic || ticks.length <= TICKS) return ticks.slice(0, 12);
  const beginWith = (digits: string) => ticks.filter((tick) => digits.includes(tick.toExponential().charAt(0)));
  const round = beginWith("125");
  const fewest = round.length <= TICKS + 1 ? round : beginWith("1");
  const every = Math.ceil(fewest.length / (TICKS + 1));
  return fewest.filter((_, index) => index % every === 0);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
