import { binomialCdf } from "../distributions/binomial.ts";
import { type Agreement, pairedProportionInterval } from "../intervals/paired-proportion.ts";
import { type Comparison, type ComparisonOptions, NO_DIFFERENCE, UNKNOWN } from "./comparison.ts";

/** McNemar's exact test of the accuracy's difference, with Tango's score interval for its size. Rows count one each. */
export function mcnemar(
  agreement: Agreement,
  { confidence, alternative = "two-sided" }: ComparisonOptions,
): Comparison {
  const { rows, championOnly, challengerOnly } = agreement;
  if (rows === 0) return UNKNOWN;
  const trials = championOnly + challengerOnly;
  if (trials === 0) return NO_DIFFERENCE;
  const fair = { trials, probability: 0.5 };
  const worse = binomialCdf(challengerOnly, fair);
  const better = binomialCdf(championOnly, fair);
  const pValue = { less: worse, greater: better, "two-sided": Math.min(1, 2 * Math.min(worse, better)) }[alternative];
  const difference = (challengerOnly - championOnly) / rows;
  return { difference, ...pairedProportionInterval(agreement, confidence), pValue };
}
