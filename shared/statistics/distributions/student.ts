import cdfOf from "@stdlib/stats-base-dists-t-cdf";
import quantileOf from "@stdlib/stats-base-dists-t-quantile";
import type { Alternative } from "./normal.ts";

export function tPValue(t: number, degrees: number, alternative: Alternative): number {
  if (alternative === "less") return tCdf(t, degrees);
  if (alternative === "greater") return tCdf(-t, degrees);
  return Math.min(1, 2 * tCdf(-Math.abs(t), degrees));
}

export function tQuantile(probability: number, degrees: number): number {
  return quantileOf(probability, degrees);
}

function tCdf(t: number, degrees: number): number {
  if (t === Number.NEGATIVE_INFINITY) return 0;
  return t === Number.POSITIVE_INFINITY ? 1 : cdfOf(t, degrees);
}
