import { scaleLinear } from "d3-scale";
import { type Html, html, NOTHING, text } from "../html/markup.ts";

/** A difference and its bounds, as one line of a forest plot. */
export interface Interval {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly tone: "better" | "worse" | "even";
}

/** All lines of one forest have the same scale, with no difference in its middle. */
export interface Forest {
  readonly reach: number;
}

/** Twice as much is still a double. */
const FARTHEST = 1e300;
const [WIDTH, HEIGHT] = [200, 20];
const MIDDLE = HEIGHT / 2;

/** As far as the farthest value, and its bounds where they are not many times as far. */
export function forestOf(intervals: readonly Interval[]): Forest {
  const farthest = (values: readonly (number | null)[]) =>
    values.reduce<number>((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value!)) : most), 0);
  const values = farthest(intervals.map(({ value }) => value));
  const bounds = farthest(intervals.flatMap(({ lower, upper }) => [lower, upper]));
  return { reach: Math.min(bounds || values, values === 0 ? bounds : 6 * values, FARTHEST) || 1 };
}

/** Words are beside it, in the table. */
export function forestLine({ value, lower, upper, tone }: Interval, { reach }: Forest): Html {
  const x = scaleLinear()
    .domain([-reach, reach])
    .range([6, WIDTH - 6])
    .clamp(true);
  const at = (number: number) => Math.round(x(number) * 10) / 10;
  const bounds =
    lower === null || upper === null
      ? NOTHING
      : html`<line class="bounds" x1="${at(lower)}" x2="${at(upper)}" y1="${MIDDLE}" y2="${MIDDLE}"/>`;
  const [left, top] = [at(value) - 4, MIDDLE - 4];
  return html`<svg class="forest ${text(tone)}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><line class="zero" x1="${WIDTH / 2}" x2="${WIDTH / 2}" y1="0" y2="${HEIGHT}"/>${bounds}<rect x="${left}" y="${top}" width="8" height="8" rx="1.5"/></svg>`;
}
