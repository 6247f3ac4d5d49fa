import type { LatencyHistogram } from "../../../ports/telemetry.ts";

/** A distribution as Cloud Monitoring's REST form has it. Numbers of 64 bits come as text. */
export interface Distribution {
  readonly bucketCounts?: readonly (string | number)[];
  readonly bucketOptions?: {
    readonly explicitBuckets?: { readonly bounds?: readonly number[] };
    readonly exponentialBuckets?: {
      readonly numFiniteBuckets?: number;
      readonly growthFactor?: number;
      readonly scale?: number;
    };
    readonly linearBuckets?: {
      readonly numFiniteBuckets?: number;
      readonly width?: number;
      readonly offset?: number;
    };
  };
}

/** Google's own distributions have fewer than a hundred. */
const MAX_BUCKETS = 1_000;

export const NO_LATENCY: LatencyHistogram = { boundsMs: [], counts: [0] };

export function histogramOf(
  { bucketCounts = [], bucketOptions = {} }: Distribution,
  msPerUnit: number,
): LatencyHistogram {
  const bounds = boundsOf(bucketOptions).map((bound) => bound * msPerUnit);
  // Buckets after the last that holds anything are left out.
  const counts = Array.from({ length: bounds.length + 1 }, (_, index) => count(bucketCounts[index]));
  return { boundsMs: bounds, counts };
}

/** Where bounds differ, what one bucket holds is counted at its upper end: never as faster than it was. */
export function merged(one: LatencyHistogram, other: LatencyHistogram): LatencyHistogram {
  const boundsMs = [...new Set([...one.boundsMs, ...other.boundsMs])].toSorted((a, b) => a - b);
  const counts = new Array<number>(boundsMs.length + 1).fill(0);
  for (const each of [one, other]) {
    for (const [index, held] of each.counts.entries()) {
      const upper = each.boundsMs[index];
      counts[upper === undefined ? boundsMs.length : boundsMs.indexOf(upper)]! += held;
    }
  }
  return { boundsMs, counts };
}

function boundsOf(options: NonNullable<Distribution["bucketOptions"]>): readonly number[] {
  const { explicitBuckets, exponentialBuckets, linearBuckets } = options;
  if (explicitBuckets !== undefined) return (explicitBuckets.bounds ?? []).slice(0, MAX_BUCKETS);
  if (exponentialBuckets !== undefined) {
    const { numFiniteBuckets = 0, growthFactor = 2, scale = 1 } = exponentialBuckets;
    return series(numFiniteBuckets, (index) => scale * growthFactor ** index);
  }
  const { numFiniteBuckets = -1, width = 1, offset = 0 } = linearBuckets ?? {};
  return series(numFiniteBuckets, (index) => offset + width * index);
}

/** One more bound than there are finite buckets. */
function series(finiteBuckets: number, bound: (index: number) => number): readonly number[] {
  const length = Math.max(0, Math.min(MAX_BUCKETS, finiteBuckets + 1));
  return Array.from({ length }, (_, index) => bound(index));
}

function count(given: string | number | undefined): number {
  const value = Number(given ?? 0);
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
