import type { LatencyHistogram } from "../../ports/telemetry.ts";
import { isProven, type Odds, shareEvidence } from "../../statistics/sequential/share-evidence.ts";

/** Near enough to find a share of 6 % among many answers, far enough to find one of 50 % among few. */
const ODDS: Odds = [1.05, 1.1, 1.2, 1.5, 2, 4, 8, 20];

export function answersIn({ counts }: LatencyHistogram): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many took at least `ms`, of those whose bucket tells. */
export function countFrom({ boundsMs, counts }: LatencyHistogram, ms: number): number {
  return counts.reduce((sum, count, bucket) => (bucket > 0 && boundsMs[bucket - 1]! >= ms ? sum + count : sum), 0);
}

/** How much speaks for a quantile above `ms`. */
export function evidenceAbove(histogram: LatencyHistogram, quantile: number, ms: number): number {
  return shareEvidence({ successes: countFrom(histogram, ms), trials: answersIn(histogram) }, 1 - quantile, ODDS);
}

/**
 * The highest bound of a bucket that the quantile is proven to reach, wrong as often as `alpha` however often one looks;
 * 0 where none is. How a bucket's answers lie within it nobody knows.
 */
export function leastQuantile(histogram: LatencyHistogram, quantile: number, alpha: number): number {
  return histogram.boundsMs.findLast((bound) => isProven(evidenceAbove(histogram, quantile, bound), alpha)) ?? 0;
}

/** The end of the bucket that holds the quantile; null in the last, which has none. */
export function bucketEnd({ boundsMs, counts }: LatencyHistogram, quantile: number): number | null {
  const bucket = bucketOf({ boundsMs, counts }, quantile);
  return boundsMs[bucket] ?? null;
}

/** As if a bucket's answers lay evenly in it; of the last bucket its beginning. Null where there are no answers. */
export function quantileOf(histogram: LatencyHistogram, quantile: number): number | null {
  const { boundsMs, counts } = histogram;
  const answers = answersIn(histogram);
  if (answers === 0) return null;
  const bucket = bucketOf(histogram, quantile);
  const before = counts.slice(0, bucket).reduce((sum, count) => sum + count, 0);
  const from = boundsMs[bucket - 1] ?? 0;
  const to = boundsMs[bucket] ?? from;
  return from + (to - from) * ((quantile * answers - before) / counts[bucket]!);
}

function bucketOf(histogram: LatencyHistogram, quantile: number): number {
  let left = quantile * answersIn(histogram);
  return histogram.counts.findIndex((count) => {
    left -= count;
    return count > 0 && left <= 0;
  });
}
