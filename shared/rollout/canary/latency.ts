import type { LatencyHistogram } from "../../ports/telemetry.ts";
import { absent, doubtful, type Finding, failed, msText, ratioText, well } from "./finding.ts";
import { answersIn, evidenceAbove, quantileBounds, quantileOf } from "./quantile.ts";
import type { CanaryReadings } from "./readings.ts";
import { ALPHA, type CanaryRules } from "./rules.ts";

interface Held {
  readonly name: string;
  readonly quantile: number;
  readonly maxRatio: number;
}

/** The slowest in a hundred may be half as slow again: fewer answers tell less of them, and nobody set their limit. */
const TAIL_RATIO = 1.5;
/** The absolute limit, and two bounds of each of two ratios. */
const BOUNDS = 5;

export function latencyFindings({ challenger, champion }: CanaryReadings, { latency }: CanaryRules): Finding[] {
  if (latency === null || challenger.answers === 0) return [];
  if (answersIn(challenger.latency) === 0) return [absent("how long the challenger's answers took is not known yet")];
  const { maxRatio, p95Ms } = latency;
  const absolute = p95Ms === null ? [] : [absoluteFinding(challenger.latency, p95Ms)];
  if (champion === null || champion.answers === 0) return absolute;
  if (answersIn(champion.latency) === 0) return [absent("how long the champion's answers took is not known yet")];
  const held: readonly Held[] = [
    { name: "p95", quantile: 0.95, maxRatio },
    { name: "p99", quantile: 0.99, maxRatio: Math.max(maxRatio, TAIL_RATIO) },
  ];
  return [...absolute, ...held.map((each) => ratioFinding(challenger.latency, champion.latency, each))];
}

function absoluteFinding(latency: LatencyHistogram, p95Ms: number): Finding {
  const { lower } = quantileBounds(latency, 0.95, ALPHA / BOUNDS);
  const text = `p95 is ${msText(quantileOf(latency, 0.95)!)}, and may be ${msText(p95Ms)}`;
  if (lower > p95Ms) return failed(`${text}: it is at least ${msText(lower)}`);
  return evidenceAbove(latency, 0.95, p95Ms) > 0 ? doubtful(text) : well(text);
}

function ratioFinding(
  challenger: LatencyHistogram,
  champion: LatencyHistogram,
  { name, quantile, maxRatio }: Held,
): Finding {
  const [slow, usual] = [quantileOf(challenger, quantile)!, quantileOf(champion, quantile)!];
  const least =
    quantileBounds(challenger, quantile, ALPHA / BOUNDS).lower /
    quantileBounds(champion, quantile, ALPHA / BOUNDS).upper;
  const text = `${name} is ${msText(slow)} beside the champion's ${msText(usual)}, and may be ${ratioText(maxRatio)} as long`;
  if (least > maxRatio) return failed(`${text}: it is at least ${ratioText(least)}`);
  return evidenceAbove(challenger, quantile, maxRatio * usual) > 0 ? doubtful(text) : well(text);
}
