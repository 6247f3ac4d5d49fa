import { tQuantile } from "./distributions/student.ts";
import { tailOf } from "./intervals/interval.ts";

/** The straight line through measurements over time, by least squares. */
export interface Trend {
  /** Units of the values per unit of time. */
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
}

export interface TimeSeries {
  readonly times: Float64Array;
  readonly values: Float64Array;
}

export interface TrendOptions {
  readonly confidence: number;
  /** The steps that values are measured in. Each is off by as much as rounding to them makes it, however alike all are. */
  readonly step?: number;
}

/** Null where fewer than three points, or all at one time, leave the bounds unknown. */
export function trendOf({ times, values }: TimeSeries, { confidence, step = 0 }: TrendOptions): Trend | null {
  const points = times.length;
  const [time, value] = [meanOf(times), meanOf(values)];
  let [spread, product] = [0, 0];
  for (let i = 0; i < points; i++) {
    spread += (times[i]! - time) ** 2;
    product += (times[i]! - time) * (values[i]! - value);
  }
  if (points < 3 || spread === 0) return null;
  const slope = product / spread;
  let squares = 0;
  for (let i = 0; i < points; i++) squares += (values[i]! - value - slope * (times[i]! - time)) ** 2;
  const variance = Math.max(squares / (points - 2), (step * step) / 12);
  const margin = -tQuantile(tailOf(confidence), points - 2) * Math.sqrt(variance / spread);
  return Number.isFinite(slope + margin) ? { slope, lower: slope - margin, upper: slope + margin } : null;
}

function meanOf(values: Float64Array): number {
  const origin = values[0] ?? 0;
  return origin + values.reduce((sum, value) => sum + (value - origin), 0) / values.length;
}
