import { binomialUpperTail } from "../../statistics/distributions/binomial.ts";
import { isProven, shareEvidence } from "../../statistics/sequential/share-evidence.ts";
import { countText, doubtful, type Finding, failed, shareText, well } from "./finding.ts";
import { type CanaryReadings, errorsOf, type ModelReading } from "./readings.ts";
import { ALPHA } from "./rules.ts";

/** A release may err so much more often than its champion, whatever is proven. */
const LEAST_RATIO = 1.5;
/** One error is nobody's habit, unless it alone says more than that. */
const FEWEST_IN_DOUBT = 2;
const ODDS = [LEAST_RATIO, 2, 3, 5, 10, 20, 50, 200];
/** Nobody waits for proof of this. */
const OUTAGE_SHARE = 0.05;
const OUTAGE_ANSWERS = 50;
const OUTAGE_ALPHA = 0.001;

/**
 * Under the champion's error rate every error is the challenger's with the probability of its share of the answers,
 * however rare errors are: so it is the errors that are counted, and not the answers compared.
 */
export function errorFinding({ challenger, champion }: CanaryReadings): Finding {
  const errors = errorsOf(challenger);
  const text = `${errorText(challenger)}${besideText(champion)}`;
  if (isOutage(challenger, champion)) return failed(text);
  if (champion === null || errors === 0 || ratioOf(challenger, champion) < LEAST_RATIO) return well(text);
  const evidence = shareEvidence(
    { successes: errors, trials: errors + errorsOf(champion) },
    challenger.answers / (challenger.answers + champion.answers),
    ODDS,
  );
  if (isProven(evidence, ALPHA)) return failed(text);
  return evidence > 0 || errors >= FEWEST_IN_DOUBT ? doubtful(text) : well(text);
}

/** Unless the champion errs so often itself that this is no news. */
function isOutage(challenger: ModelReading, champion: ModelReading | null): boolean {
  const { answers } = challenger;
  const errors = errorsOf(challenger);
  if (answers < OUTAGE_ANSWERS || errors < OUTAGE_SHARE * answers) return false;
  if (champion === null || champion.answers === 0) return true;
  if (ratioOf(challenger, champion) < LEAST_RATIO) return false;
  const probability = (errorsOf(champion) + 0.5) / (champion.answers + 1);
  return binomialUpperTail(errors, { trials: answers, probability }) <= OUTAGE_ALPHA;
}

function ratioOf(challenger: ModelReading, champion: ModelReading): number {
  return errorsOf(challenger) / challenger.answers / (errorsOf(champion) / champion.answers);
}

function errorText(challenger: ModelReading): string {
  const errors = errorsOf(challenger);
  if (errors === 0) return `none of ${countText(challenger.answers)} answers was an error`;
  return `${shareText(errors, challenger.answers, " answers")} were errors${statusText(challenger)}`;
}

/** The most frequent first. */
function statusText({ errors }: ModelReading): string {
  const known = Object.entries(errors)
    .filter(([, count]) => count > 0)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([status, count]) => `${countText(count)} × ${status}`);
  return known.length === 0 ? "" : `: ${known.join(", ")}`;
}

function besideText(champion: ModelReading | null): string {
  if (champion === null) return "";
  return champion.answers === 0
    ? "; the champion answered nothing beside it"
    : `; of the champion's, asked at the same time, ${shareText(errorsOf(champion), champion.answers)}`;
}
