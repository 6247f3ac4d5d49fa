import { normalQuantile } from "../../shared/statistics/distributions/normal.ts";
import type { Judge, Minute, Points } from "../shared/rollout/canary/played.ts";

/** What Kayenta's judge is set to where nobody sets it. */
const CONFIDENCE = 0.98;
const TOLERANCE = 0.25;
/** Fewer points never differ at that confidence. */
const LEAST_POINTS = 5;

interface Metric {
  readonly of: (points: Points) => number;
  readonly direction: "increase" | "either";
}

const METRICS: readonly Metric[] = [
  { of: ({ errorRate }) => errorRate, direction: "increase" },
  { of: ({ p95Ms }) => p95Ms, direction: "increase" },
  { of: ({ meanMs }) => meanMs, direction: "increase" },
  { of: ({ invalidRate }) => invalidRate, direction: "increase" },
  { of: ({ meanScore }) => meanScore, direction: "either" },
];

/**
 * As Kayenta judges: a point for each minute, and a metric is too high where the interval of Mann and Whitney's shift lies
 * beyond a quarter of the shift itself.
 */
export const mannWhitney: Judge = (_, minutes) => {
  if (minutes.length < LEAST_POINTS) return "more";
  const isBad = METRICS.some(({ of, direction }) => {
    const shift = shiftOf(
      minutes.map(({ challenger }) => of(challenger)),
      minutes.map(({ champion }) => of(champion)),
    );
    const most = TOLERANCE * Math.abs(shift.estimate);
    return shift.lower > most || (direction === "either" && shift.upper < -most);
  });
  return isBad ? "fail" : "pass";
};

/** Hodges and Lehmann's, with its interval by the normal approximation. */
export function shiftOf(
  experiment: readonly number[],
  control: readonly number[],
): { readonly estimate: number; readonly lower: number; readonly upper: number } {
  const differences = Float64Array.from(experiment.flatMap((one) => control.map((other) => one - other))).sort();
  const pairs = differences.length;
  const deviation = Math.sqrt((pairs * (experiment.length + control.length + 1)) / 12);
  const left = Math.floor(pairs / 2 + normalQuantile((1 - CONFIDENCE) / 2) * deviation);
  return {
    estimate: (differences[Math.floor((pairs - 1) / 2)]! + differences[Math.ceil((pairs - 1) / 2)]!) / 2,
    lower: differences[left] ?? Number.NEGATIVE_INFINITY,
    upper: differences[pairs - 1 - left] ?? Number.POSITIVE_INFINITY,
  };
}

const MOST_ERRORS = 0.01;
const MOST_INVALID = 0.001;
const MOST_RATIO = 1.1;
const MOST_MOVED = 0.05;
const FAILED_CHECKS = 5;

/** As Flagger judges: each minute is held to limits by itself, and five failed checks are too many. */
export const thresholds: Judge = (_, minutes) => (minutes.filter(isBeyond).length >= FAILED_CHECKS ? "fail" : "pass");

function isBeyond({ challenger, champion }: Minute): boolean {
  return (
    challenger.errorRate > MOST_ERRORS ||
    challenger.invalidRate > MOST_INVALID ||
    challenger.p95Ms > MOST_RATIO * champion.p95Ms ||
    Math.abs(challenger.meanScore - champion.meanScore) > MOST_MOVED
  );
}
