import type { LatencyHistogram } from "../../ports/telemetry.ts";
import { isProven, type Odds, shareEvidence } from "../../statistics/sequential/share-evidence.ts";
import { absent, doubtful, type Finding, failed, msText, ratioText, well } from "./finding.ts";
import { answersIn, bucketEnd, countFrom, evidenceAbove, leastQuantile, quantileOf } from "./quantile.ts";
import type { CanaryReadings } from "./readings.ts";
import { ALPHA, type CanaryRules } from "./rules.ts";

interface Held {
  readonly name: string;
  readonly quantile: number;
  readonly maxRatio: number;
}

/** The slowest in a hundred may be half as slow again: fewer answers tell less of them, and nobody set their limit. */
const TAIL_RATIO = 1.5;
/** The absolute limit, and two ratios. */
const TESTS = 3;
const ODDS: Odds = [1.25, 1.5, 2, 3, 5, 10, 20, 50];

export function latencyFindings({ challenger, champion }: CanaryReadings, { latency }: CanaryRules): Finding[] {
  if (latency === null || challenger.answers === 0) return [];
  if (answersIn(challenger.latency) === 0) return [absent("how long the challenger's answers took is not known yet")];
  const { maxRatio, p95Ms } = latency;
  const absolute = p95Ms === null ? [] : [absoluteFinding(challenger.latency, p95Ms)];
  if (champion === null || champion.answers === 0) return absolute;
  if (answersIn(champion.latency) === 0)
    return [...absolute, absent("how long the champion's answers took is not known yet")];
  const held: readonly Held[] = [
    { name: "p95", quantile: 0.95, maxRatio },
    { name: "p99", quantile: 0.99, maxRatio: Math.max(maxRatio, TAIL_RATIO) },
  ];
  return [...absolute, ...held.map((each) => ratioFinding(challenger.latency, champion.latency, each))];
}

function absoluteFinding(latency: LatencyHistogram, p95Ms: number): Finding {
  const least = leastQuantile(latency, 0.95, ALPHA / TESTS);
  const text = `p95 is ${msText(quantileOf(latency, 0.95)!)}, and may be ${msText(p95Ms)}`;
  if (least > p95Ms) return failed(`${text}: it is at least ${msText(least)}`);
  return evidenceAbove(latency, 0.95, p95Ms) > 0 ? doubtful(text) : well(text);
}

function ratioFinding(challenger: LatencyHistogram, champion: LatencyHistogram, held: Held): Finding {
  const { name, quantile, maxRatio } = held;
  const [slow, usual] = [quantileOf(challenger, quantile)!, quantileOf(champion, quantile)!];
  const text = `${name} is ${msText(slow)} beside the champion's ${msText(usual)}, and may be ${ratioText(maxRatio)} as long`;
  const end = bucketEnd(champion, quantile);
  if (end === null || slow <= maxRatio * usual) return well(text);
  const slower = challenger.boundsMs.filter((bound) => bound > maxRatio * end * (1 - ROUNDING));
  const evidence = slower.map((bound) => ({ bound, evidence: slownessOf({ challenger, bound }, { champion, end }) }));
  const least = evidence.findLast((each) => isProven(each.evidence, ALPHA / TESTS));
  if (least !== undefined) return failed(`${text}: it is at least ${ratioText(least.bound / end)}`);
  return doubtful(text);
}

/** 1.1 times a bound is the next bound, and in doubles a little more or less. */
const ROUNDING = 1e-9;

/**
 * How much speaks for more of the challenger's answers from `bound` on than of the champion's from `end` on. Were it
 * slower by no more than the ratio of the two, such an answer would be the challenger's with the probability of its share
 * of all answers: slow answers are counted as errors are, and no quantile has to be known to find them.
 */
function slownessOf(
  { challenger, bound }: { readonly challenger: LatencyHistogram; readonly bound: number },
  { champion, end }: { readonly champion: LatencyHistogram; readonly end: number },
): number {
  const successes = countFrom(challenger, bound);
  const answers = answersIn(challenger);
  return shareEvidence(
    { successes, trials: successes + countFrom(champion, end) },
    answers / (answers + answersIn(champion)),
    ODDS,
  );
}
