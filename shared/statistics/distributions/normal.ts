import cdfOf from "@stdlib/stats-base-dists-normal-cdf";
import quantileOf from "@stdlib/stats-base-dists-normal-quantile";

/** Which differences speak against "no difference". */
export type Alternative = "two-sided" | "less" | "greater";

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Below it the quantile of @stdlib was measured 1e-12 to 4e-7 off, and infinite from 1e-20 on. */
const QUANTILE_IS_EXACT_ABOVE = 1e-4;
const MAX_STEPS = 12;

export function normalCdf(z: number): number {
  return cdfOf(z, 0, 1);
}

export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (!(probability > 0)) return probability === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (probability >= QUANTILE_IS_EXACT_ABOVE) return quantileOf(probability, 0, 1);
  return tailQuantile(Math.log(probability));
}

/** Always from a lower tail: an upper one computed as 1 − p has no digits left where it is small. */
export function normalPValue(z: number, alternative: Alternative): number {
  if (alternative === "less") return normalCdf(z);
  if (alternative === "greater") return normalCdf(-z);
  return Math.min(1, 2 * normalCdf(-Math.abs(z)));
}

/** Newton's method on the logarithm of the tail, which is concave: it converges from the left, wherever it starts. */
function tailQuantile(logProbability: number): number {
  let z = -Math.sqrt(-2 * logProbability);
  for (let step = 0; step < MAX_STEPS; step++) {
    const tail = normalCdf(z);
    // Beyond the smallest double the first guess is all there is.
    if (tail === 0) return z;
    const density = Math.exp((-z * z) / 2) / SQRT_TWO_PI;
    const move = ((Math.log(tail) - logProbability) * tail) / density;
    z -= move;
    if (Math.abs(move) <= Math.abs(z) * Number.EPSILON) break;
  }
  return z;
}
