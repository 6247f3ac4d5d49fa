import { isProven, type Odds, shareEvidence } from "../../statistics/sequential/share-evidence.ts";
import { countText, type Finding, failed } from "./finding.ts";
import type { CanaryReadings } from "./readings.ts";
import { ALPHA } from "./rules.ts";

const ODDS: Odds = [1.5, 2, 5, 20, 200];

/**
 * A request that found no answer does not say whom it was routed to. Where the challenger answers provably less than its
 * share of the traffic, and about as many requests as it lacks found no answer, they were its.
 */
export function silenceFinding({ challenger, champion, probed }: CanaryReadings): readonly Finding[] {
  if (probed === undefined || champion === null || probed.unanswered === 0) return [];
  const share = probed.percent / 100;
  const expected = (champion.answers * share) / (1 - share);
  const lacking = expected - challenger.answers;
  const answered = { successes: champion.answers, trials: champion.answers + challenger.answers };
  if (probed.unanswered < lacking / 2 || !isProven(shareEvidence(answered, 1 - share, ODDS), ALPHA)) return [];
  const told = `${countText(challenger.answers)} of about ${countText(Math.round(expected))}`;
  return [
    failed(
      `the challenger answered ${told} requests that were its share, and ${countText(probed.unanswered)} found no answer`,
    ),
  ];
}
