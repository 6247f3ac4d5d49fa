/**
 * How far the distribution of so many values may lie from the one they are drawn from, anywhere and at any time: it is
 * ever farther with a probability of at most `alpha`. S. R. Howard and A. Ramdas, Sequential estimation of quantiles with
 * applications to A/B testing and best-arm identification, Bernoulli 28, 2022, equation 2.
 */
export function distributionBand(values: number, alpha: number): number {
  if (!(values >= 1)) return 1;
  const spread = Math.log(Math.log(Math.E * values)) + 0.8 * Math.log(1612 / alpha);
  return Math.min(1, 0.85 * Math.sqrt(spread / values));
}
