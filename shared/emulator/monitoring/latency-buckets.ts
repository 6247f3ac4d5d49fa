const SCALE_MS = 0.1;
const GROWTH = 2 ** 0.25;
const FINITE_BUCKETS = 80;

/** From a tenth of a millisecond to about 100 s, each bucket a fifth wider than the one before. */
export const LATENCY_BUCKETS = {
  exponentialBuckets: { numFiniteBuckets: FINITE_BUCKETS, growthFactor: GROWTH, scale: SCALE_MS },
} as const;

/** The first bucket is for less than the scale, the last for what is beyond all others. */
export function bucketOf(latencyMs: number): number {
  const index = Math.floor(Math.log(latencyMs / SCALE_MS) / Math.log(GROWTH)) + 1;
  return Math.max(0, Math.min(FINITE_BUCKETS + 1, index || 0));
}
