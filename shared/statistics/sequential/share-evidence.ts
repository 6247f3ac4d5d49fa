import type { Proportion } from "../intervals/proportion.ts";

/** Which alternatives are thought of: how many times the odds of the share that is doubted. All are more than 1. */
export type Odds = readonly number[];

/**
 * How much speaks for a share greater than `share`, as the logarithm of a likelihood ratio averaged over the odds. While
 * the true share is no greater, the ratio is a supermartingale that begins at 1: the probability that it ever reaches
 * 1 / α is at most α, however often one looks and whenever one stops. M. Lindon and A. Malek, Anytime-valid inference for
 * multinomial count data, 2022.
 */
export function shareEvidence({ successes, trials }: Proportion, share: number, odds: Odds): number {
  if (!(share > 0 && share < 1)) return Number.NEGATIVE_INFINITY;
  const logs = odds.map((ratio) => successes * Math.log(ratio) - trials * Math.log1p(share * (ratio - 1)));
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, each) => sum + Math.exp(each - most), 0) / odds.length);
}

/** What the evidence reaches by chance at most as often as `alpha`. */
export function isProven(evidence: number, alpha: number): boolean {
  return evidence >= -Math.log(alpha);
}
