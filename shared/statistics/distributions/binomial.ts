import cdfOf from "@stdlib/stats-base-dists-binomial-cdf";

/** How many of `trials` came true, where each does with `probability`. */
export interface Binomial {
  readonly trials: number;
  readonly probability: number;
}

/** @stdlib was measured 2e-13 off at 40,000 trials and 1e-11 at a million. */
const STDLIB_TRIALS = 10_000;
const TWO_PI = 2 * Math.PI;
const EXACT_FACTORIAL = 15;

/** P(X ≤ successes). */
export function binomialCdf(successes: number, { trials, probability }: Binomial): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  if (trials <= STDLIB_TRIALS) return cdfOf(successes, trials, probability);
  if (successes <= trials * probability) return lowerTail(successes, { trials, probability });
  return 1 - lowerTail(trials - successes - 1, { trials, probability: 1 - probability });
}

/** P(X ≥ successes), never as a difference from 1. */
export function binomialUpperTail(successes: number, { trials, probability }: Binomial): number {
  return binomialCdf(trials - successes, { trials, probability: 1 - probability });
}

/**
 * P(X = successes) by Loader's saddle point: logarithms of factorials of millions cancel, and would leave half the digits.
 * C. Loader, Fast and accurate computation of binomial probabilities, 2000.
 */
export function binomialDensity(successes: number, { trials, probability }: Binomial): number {
  const failures = trials - successes;
  const q = 1 - probability;
  if (successes < 0 || failures < 0) return 0;
  if (probability <= 0 || q <= 0) return successes === (probability <= 0 ? 0 : trials) ? 1 : 0;
  if (successes === 0) return Math.exp(trials * Math.log1p(-probability));
  if (failures === 0) return Math.exp(trials * Math.log(probability));
  const exponent =
    stirlingError(trials) -
    stirlingError(successes) -
    stirlingError(failures) -
    deviance(successes, trials * probability) -
    deviance(failures, trials * q);
  return Math.exp(exponent) * Math.sqrt(trials / (TWO_PI * successes * failures));
}

/** Below the mean each term is smaller than the one after it, so the sum ends after a few standard deviations. */
function lowerTail(successes: number, binomial: Binomial): number {
  const odds = (1 - binomial.probability) / binomial.probability;
  let term = 1;
  let sum = 1;
  for (let k = successes; k > 0 && term > sum * 1e-18; k--) {
    term *= (k / (binomial.trials - k + 1)) * odds;
    sum += term;
  }
  return Math.min(1, sum * binomialDensity(successes, binomial));
}

/** ln n! minus Stirling's formula. */
function stirlingError(n: number): number {
  if (n <= EXACT_FACTORIAL) {
    let factorial = 1;
    for (let k = 2; k <= n; k++) factorial *= k;
    return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - Math.log(TWO_PI) / 2;
  }
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** x ln(x / mean) + mean − x, which cancels near the mean, where its series converges fast. */
function deviance(x: number, mean: number): number {
  const apart = x - mean;
  if (Math.abs(apart) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - apart;
  const ratio = apart / (x + mean);
  let sum = apart * ratio;
  let power = 2 * x * ratio;
  for (let k = 1; k < 1000; k++) {
    power *= ratio * ratio;
    const next = sum + power / (2 * k + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
