import type { CanaryJudgement } from "../canary.ts";
import { contentFindings } from "./content.ts";
import { errorFinding } from "./errors.ts";
import { countText, type Finding } from "./finding.ts";
import { latencyFindings } from "./latency.ts";
import type { CanaryReadings } from "./readings.ts";
import { type CanaryRules, isPatienceSpent } from "./rules.ts";
import { silenceFinding } from "./silence.ts";

/** Beside a challenger so few of the champion's answers say nothing of how the world was meanwhile. */
const LEAST_BESIDE = 50;
const SOONEST_MS = 10_000;
const LATEST_MS = 3_600_000;
const AGAIN_MS = 60_000;

/**
 * Whether a step's answers let a release go on. It may be asked as often as one likes: whatever is held to be proven is so
 * by evidence that chance reaches at most once in a hundred steps, however often it is looked for.
 */
export function judgeCanary(readings: CanaryReadings, rules: CanaryRules): CanaryJudgement {
  const { challenger } = readings;
  const findings = [
    ...silenceFinding(readings),
    errorFinding(readings),
    ...latencyFindings(readings, rules),
    ...contentFindings(readings, rules),
  ];
  const failures = findings.filter(({ kind }) => kind === "failed");
  if (failures.length > 0) return { kind: "fail", reason: textOf(failures, readings) };
  if (challenger.answers === 0) return more(readings, rules, ["the challenger has answered nothing yet"]);
  const wanting = [...tooFew(readings, rules), ...textsOf(findings, "absent")];
  if (wanting.length > 0) return more(readings, rules, wanting);
  const doubts = findings.filter(({ kind }) => kind === "doubtful");
  if (doubts.length === 0) return { kind: "pass", reason: textOf(findings, readings) };
  if (!isPatienceSpent(challenger.answers, rules))
    return more(readings, rules, [`${textOf(doubts, readings)}; that may be chance, and more answers will tell`]);
  return {
    kind: "pass",
    reason: `${textOf(findings, readings)}; nothing of it is proven by ${countText(challenger.answers)} answers`,
  };
}

function tooFew({ challenger, champion }: CanaryReadings, { minSamples }: CanaryRules): readonly string[] {
  if (challenger.answers < minSamples)
    return [`${countText(challenger.answers)} of ${countText(minSamples)} answers that are needed`];
  const least = Math.min(LEAST_BESIDE, minSamples);
  if (champion === null || champion.answers >= least) return [];
  return [
    `only ${countText(champion.answers)} answers of the champion beside it, of ${countText(least)} that are needed`,
  ];
}

/** Asked again when, at the rate seen so far, there are enough. */
function more(readings: CanaryReadings, { minSamples }: CanaryRules, wanting: readonly string[]): CanaryJudgement {
  const { challenger, spanMs } = readings;
  // What many answers left open, somewhat more of them may settle.
  const missing = Math.max(minSamples - challenger.answers, challenger.answers / 4);
  const dueMs = challenger.answers === 0 ? AGAIN_MS : Math.ceil((missing * spanMs) / challenger.answers);
  const againMs = Math.max(SOONEST_MS, Math.min(LATEST_MS, dueMs));
  const isRateKnown = challenger.answers > 0 && challenger.answers < minSamples && spanMs > 0;
  const due = isRateKnown ? [`at this rate in ${durationText(dueMs)}`] : [];
  return { kind: "more", reason: [...wanting, ...due, ...readings.remarks].join("; "), againMs };
}

function durationText(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes < 120) return minutes === 1 ? "a minute" : `${minutes} minutes`;
  return `${countText(Math.ceil(minutes / 60))} hours`;
}

function textsOf(findings: readonly Finding[], kind: Finding["kind"]): readonly string[] {
  return findings.filter((finding) => finding.kind === kind).map(({ text }) => text);
}

function textOf(findings: readonly Finding[], { remarks }: CanaryReadings): string {
  return [...findings.map(({ text }) => text), ...remarks].join("; ");
}
