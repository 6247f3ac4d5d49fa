import { bucketOf, type Histogram, quantile } from "../../statistics/histogram/histogram.ts";

/** How long answers took, and when: what a chart is drawn from. */
export interface LatencyDistribution {
  /** So large a share of the answers took at most so long. */
  readonly quantiles: readonly (readonly [share: number, ms: number])[];
  /** Eight bins to each doubling, only those that hold something. */
  readonly bins: readonly (readonly [fromMs: number, toMs: number, count: number])[];
  /** Part after part of the load, in order. */
  readonly timeline: readonly LatencyMoment[];
}

/** What one part of the load has shown. */
export interface LatencyMoment {
  /** When it began, of the time that was spent on this model. */
  readonly atSeconds: number;
  readonly ratePerSecond: number;
  readonly errors: number;
  /** Null where nothing was answered. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

const SHARES = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];
const BINS_PER_OCTAVE = 8;
/** Those between which the histogram tells durations apart. */
const [FIRST_OCTAVE, LAST_OCTAVE] = [-20, 40];

export function distributionOf(histogram: Histogram): Pick<LatencyDistribution, "quantiles" | "bins"> {
  const quantiles = SHARES.flatMap((share) => {
    const ms = quantile(histogram, share);
    return ms === null ? [] : [[share, rounded(ms)] as const];
  });
  return { quantiles, bins: binsOf(histogram) };
}

function binsOf({ counts, samples, lowest, highest }: Histogram): LatencyDistribution["bins"] {
  if (samples === 0) return [];
  const octaves = Array.from({ length: LAST_OCTAVE - FIRST_OCTAVE }, (_, index) => 2 ** (FIRST_OCTAVE + index));
  const held = octaves.filter((octave) => 2 * octave > lowest && octave <= highest);
  return held.flatMap((octave) =>
    Array.from({ length: BINS_PER_OCTAVE }, (_, step) => {
      const [fromMs, toMs] = [octave * (1 + step / BINS_PER_OCTAVE), octave * (1 + (step + 1) / BINS_PER_OCTAVE)];
      const count = counts.subarray(bucketOf(fromMs), bucketOf(toMs)).reduce((sum, own) => sum + own, 0);
      return [fromMs, toMs, count] as const;
    }).filter(([, , count]) => count > 0),
  );
}

export interface Part {
  readonly seconds: number;
  readonly errors: number;
  /** Of what was answered, or waited for in vain. */
  readonly latenciesMs: Float64Array;
}

export function timelineOf(parts: readonly Part[]): readonly LatencyMoment[] {
  let atSeconds = 0;
  return parts.map(({ seconds, errors, latenciesMs }) => {
    const sorted = latenciesMs.toSorted();
    const moment = {
      atSeconds: rounded(atSeconds),
      ratePerSecond: rounded(latenciesMs.length / seconds),
      errors,
      p50Ms: nearestRank(sorted, 0.5),
      p95Ms: nearestRank(sorted, 0.95),
    };
    atSeconds += seconds;
    return moment;
  });
}

function nearestRank(sorted: Float64Array, share: number): number | null {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return value === undefined ? null : rounded(value);
}

/** Microseconds of a second: more is noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
