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
    const [experiment, control] = [
      minutes.map(({ challenger }) => of(challenger)),
      minutes.map((each) => of(each.champion)),
    ];
    return isHigh(experiment, control) || (direction === "either" && isHigh(control, experiment));
  });
  return isBad ? "fail" : "pass";
};

/** By Hodges and Lehmann's shift, and the lower end of its interval by the normal approximation. */
export function isHigh(experiment: readonly number[], control: readonly number[]): boolean {
  const differences = Float64Array.from(experiment.flatMap((one) => control.map((other) => one - other))).sort();
  const pairs = differences.length;
  const rank = Math.floor(pairs / 2 + normalQuantile((1 - CONFIDENCE) / 2) * deviationOf(experiment, control));
  const lower = differences[rank] ?? Number.NEGATIVE_INFINITY;
  const estimate = (differences[Math.floor((pairs - 1) / 2)]! + differences[Math.ceil((pairs - 1) / 2)]!) / 2;
  return lower > TOLERANCE * Math.abs(estimate);
}

/** Of the pairs in which one is the greater, corrected for ties as R's `wilcox.test` is. */
function deviationOf(experiment: readonly number[], control: readonly number[]): number {
  const points = experiment.length + control.length;
  const times = new Map<number, number>();
  for (const value of [...experiment, ...control]) times.set(value, (times.get(value) ?? 0) + 1);
  const tied = [...times.values()].reduce((sum, count) => sum + count ** 3 - count, 0);
  return Math.sqrt(((experiment.length * control.length) / 12) * (points + 1 - tied / (points * (points - 1))));
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
