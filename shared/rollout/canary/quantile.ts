import type { LatencyHistogram } from "../../ports/telemetry.ts";
import type { Interval } from "../../statistics/intervals/interval.ts";
import { isProven, shareEvidence } from "../../statistics/sequential/share-evidence.ts";

/** Near enough to find a share of 6 % among many answers, far enough to find one of 50 % among few. */
const ODDS = [1.05, 1.1, 1.2, 1.5, 2, 4, 8, 20];

export function answersIn({ counts }: LatencyHistogram): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * What the quantile lies between, each bound wrong with a probability of at most `alpha` however often one looks. Bounds
 * are bounds of buckets: how a bucket's answers lie within it nobody knows.
 */
export function quantileBounds(histogram: LatencyHistogram, quantile: number, alpha: number): Interval {
  const { boundsMs } = histogram;
  const answers = answersIn(histogram);
  const below = countsBelow(histogram);
  const isAbove = (bound: number) =>
    isProven(shareEvidence({ successes: answers - below[bound]!, trials: answers }, 1 - quantile, ODDS), alpha);
  const isBelow = (bound: number) =>
    isProven(shareEvidence({ successes: below[bound]!, trials: answers }, quantile, ODDS), alpha);
  const places = boundsMs.map((_, bound) => bound);
  const lower = places.findLast(isAbove);
  const upper = places.find(isBelow);
  return {
    lower: lower === undefined ? 0 : boundsMs[lower]!,
    upper: upper === undefined ? Number.POSITIVE_INFINITY : boundsMs[upper]!,
  };
}

/** How much speaks for a quantile above `ms`. */
export function evidenceAbove(histogram: LatencyHistogram, quantile: number, ms: number): number {
  const answers = answersIn(histogram);
  return shareEvidence({ successes: countFrom(histogram, ms), trials: answers }, 1 - quantile, ODDS);
}

/** As if a bucket's answers lay evenly in it; null where there are none. The last bucket ends nowhere: its lower bound. */
export function quantileOf(histogram: LatencyHistogram, quantile: number): number | null {
  const { boundsMs, counts } = histogram;
  const answers = answersIn(histogram);
  if (answers === 0) return null;
  let left = quantile * answers;
  const bucket = counts.findIndex((count) => {
    if (count > 0 && left <= count) return true;
    left -= count;
    return false;
  });
  const [from, to] = [boundsMs[bucket - 1] ?? 0, boundsMs[bucket] ?? boundsMs.at(-1) ?? 0];
  return bucket < 0 ? (boundsMs.at(-1) ?? 0) : from + (to - from) * (left / counts[bucket]!);
}

function countsBelow({ boundsMs, counts }: LatencyHistogram): readonly number[] {
  let sum = 0;
  return boundsMs.map((_, bound) => {
    sum += counts[bound] ?? 0;
    return sum;
  });
}

/** Of the buckets that lie wholly at or above `ms`. */
function countFrom({ boundsMs, counts }: LatencyHistogram, ms: number): number {
  return counts.reduce((sum, count, bucket) => (bucket > 0 && boundsMs[bucket - 1]! >= ms ? sum + count : sum), 0);
}
