import { distributionBand } from "../../statistics/sequential/distribution-band.ts";
import { isProven, shareEvidence } from "../../statistics/sequential/share-evidence.ts";
import { countText, doubtful, type Finding, failed, percentText, shareText, well } from "./finding.ts";
import type { CanaryReadings, ContentReading } from "./readings.ts";
import { ALPHA, type CanaryRules } from "./rules.ts";
import { farthestApart } from "./scores.ts";

const MOST_INVALID = 0.001;
const INVALID_ODDS = [3, 10, 30, 100, 300];
/** As in the gate `sanity`. */
const LEAST_DEVIATION = 1e-6;
const LEAST_SCORES = 50;
const CONSTANT_ALPHA = 0.001;
/** At some score, so many more or fewer of the answers lie below it: about what PSI calls a significant shift. */
const MOST_SHIFT = 0.15;

/** What only a source that shows the answers themselves can tell. */
export function contentFindings({ challenger, champion }: CanaryReadings, rules: CanaryRules): Finding[] {
  const { content } = challenger;
  if (content === null || content.answers === 0) return [];
  const validity = validityFinding(content);
  if (!rules.areScoresJudged) return [validity];
  const beside = champion?.content?.scores ?? [];
  return [validity, ...constantFinding(content.scores, beside), ...shiftFinding(content.scores, beside)];
}

function validityFinding({ answers, invalid, example }: ContentReading): Finding {
  if (invalid === 0) return well(`none of ${countText(answers)} answers was invalid`);
  const text = `${shareText(invalid, answers, " answers")} were invalid, and fewer than ${percentText(MOST_INVALID)} may be`;
  const shown = example === null ? text : `${text}: ${example}`;
  if (isProven(shareEvidence({ successes: invalid, trials: answers }, MOST_INVALID, INVALID_ODDS), ALPHA))
    return failed(shown);
  return invalid < MOST_INVALID * answers ? well(shown) : { kind: "absent", text: shown };
}

/** What the champion answers alike as well is the requests' doing, unless there is none to compare with. */
function constantFinding(scores: readonly number[], beside: readonly number[]): readonly Finding[] {
  if (scores.length < LEAST_SCORES || deviationOf(scores) >= LEAST_DEVIATION) return [];
  const [score] = scores;
  const text = `all ${countText(scores.length)} scores were ${score}`;
  if (beside.length === 0) return [failed(text)];
  const others = beside.filter((each) => Math.abs(each - score!) > LEAST_DEVIATION).length;
  const byChance = (1 - others / beside.length) ** scores.length;
  if (byChance > CONSTANT_ALPHA) return [well(`${text}, as most of the champion's are`)];
  return [failed(`${text}; of the champion's, ${shareText(others, beside.length)} were others`)];
}

function deviationOf(scores: readonly number[]): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
}

/** A release is meant to answer otherwise than its champion: only by how much is held against it. */
function shiftFinding(scores: readonly number[], beside: readonly number[]): readonly Finding[] {
  if (scores.length === 0 || beside.length === 0) return [];
  const { at, share, besideShare } = farthestApart(scores, beside);
  const apart = Math.abs(share - besideShare);
  const band = distributionBand(scores.length, ALPHA / 2) + distributionBand(beside.length, ALPHA / 2);
  const text = `${percentText(share)} of the scores are at most ${Number(at.toPrecision(4))}, of the champion's ${percentText(besideShare)}`;
  if (apart - band > MOST_SHIFT) return [failed(`${text}: the predictions lie elsewhere`)];
  return [apart > MOST_SHIFT ? doubtful(text) : well(text)];
}
