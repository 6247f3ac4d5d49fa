import { Failure } from "../../failure.ts";

/**
 * Counts of durations in log-linear buckets: any quantile within 0.1 %, in memory that does not grow with the samples. A
 * bucket is what the first bits of a double say: its exponent and nine bits of its fraction, so that no logarithm is
 * taken and every octave has 512 buckets of equal width.
 */
export interface Histogram {
  readonly counts: Float64Array;
  samples: number;
  /** Exact; Infinity and 0 while there is nothing. */
  lowest: number;
  highest: number;
}

const FRACTION_BITS = 9;
/** Below a nanosecond and above thirty years, in milliseconds, nothing is told apart. */
const FIRST_EXPONENT = -20;
const LAST_EXPONENT = 40;
const HIGH_WORD_SHIFT = 20 - FRACTION_BITS;
const EXPONENT_BIAS = 1023;
const FIRST_BUCKET = (FIRST_EXPONENT + EXPONENT_BIAS) << FRACTION_BITS;

const BUCKETS = (LAST_EXPONENT - FIRST_EXPONENT) << FRACTION_BITS;

export function newHistogram(): Histogram {
  return { counts: new Float64Array(BUCKETS), samples: 0, lowest: Number.POSITIVE_INFINITY, highest: 0 };
}

/** A number below 0 or no number at all was measured wrongly: it must not look like a short time. */
export function record(histogram: Histogram, value: number): void {
  if (!(value >= 0)) {
    throw new Failure("internal", `A duration of ${value} was measured.`, { fix: "Report this as a defect." });
  }
  const bucket = bucketOf(value);
  histogram.counts[bucket] = histogram.counts[bucket]! + 1;
  histogram.samples += 1;
  if (value < histogram.lowest) histogram.lowest = value;
  if (value > histogram.highest) histogram.highest = value;
}

export function merged(one: Histogram, other: Histogram): Histogram {
  return {
    counts: one.counts.map((count, bucket) => count + other.counts[bucket]!),
    samples: one.samples + other.samples,
    lowest: Math.min(one.lowest, other.lowest),
    highest: Math.max(one.highest, other.highest),
  };
}

/** Nearest rank: of ten samples the 99th percentile is the largest. Null where there is nothing, and for no share. */
export function quantile({ counts, samples, lowest, highest }: Histogram, share: number): number | null {
  if (samples === 0 || !(share >= 0 && share <= 1)) return null;
  // 0.07 of 100 is 7.000000000000001 in doubles, and means the seventh.
  const rank = Math.min(samples, Math.max(1, Math.ceil(share * samples - 1e-9)));
  if (rank === 1) return lowest;
  if (rank === samples) return highest;
  let [bucket, seen] = [bucketOf(lowest), 0];
  for (; bucket < BUCKETS; bucket++) {
    seen += counts[bucket]!;
    if (seen >= rank) break;
  }
  return Math.min(highest, Math.max(lowest, middleOf(bucket)));
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

export function bucketOf(value: number): number {
  double[0] = value;
  const bucket = (words[HIGH_WORD]! >>> HIGH_WORD_SHIFT) - FIRST_BUCKET;
  return bucket < 0 ? 0 : bucket >= BUCKETS ? BUCKETS - 1 : bucket;
}

function middleOf(bucket: number): number {
  const octave = 2 ** ((bucket >> FRACTION_BITS) + FIRST_EXPONENT);
  const steps = 2 ** FRACTION_BITS;
  return octave * (1 + ((bucket % steps) + 0.5) / steps);
}
