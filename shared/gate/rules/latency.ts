import type { LatencyEvidence } from "../../evidence/latency.ts";
import type { LatencyGate } from "../../schema/release.types.ts";
import { fail, figure, inconclusive, pass } from "../reasons.ts";
import type { Rule } from "../rule.ts";
import type { Reason } from "../verdict.ts";
import { levelOfPace, paceRemarks } from "./device.ts";

/** Answers come in time, and no slower than the champion's. */
export const latency: Rule<"latency"> = {
  gate: "latency",
  reads: "latency",
  level: levelOfPace,
  judge(measured, question) {
    const hasChampion = question.evidence.champion !== null;
    const invalid = [...reasonsAgainst(measured), ...tooSeldom(measured, question.policy.gates.latency)];
    const reasons = invalid.length > 0 ? invalid : judgeRun(measured, question.policy.gates.latency, hasChampion);
    return [...reasons, ...paceRemarks("latency", question)];
  },
};

/** What makes a run say nothing, whatever its figures. */
function reasonsAgainst({ challenger, invalid }: LatencyEvidence): readonly Reason[] {
  if (invalid !== null) return [invalidRun(invalid)];
  if (!(challenger.samples > 0)) return [invalidRun("no request was answered")];
  if (challenger.errors === 0) return [];
  const message = `${challenger.errors} of ${challenger.samples} requests failed: those that failed have no latency`;
  const fix = "Read what the model answers under load: `model-release load` shows it.";
  return [inconclusive({ rule: "errors", measured: challenger.errors, limit: 0, message, fix })];
}

/** Whoever asks less often is answered sooner. */
function tooSeldom({ challenger: { ratePerSecond } }: LatencyEvidence, asked: LatencyGate): readonly Reason[] {
  if (ratePerSecond >= asked.ratePerSecond) return [];
  const message = `${figure(ratePerSecond)} requests a second were sent, and ${asked.ratePerSecond} are what counts`;
  const fix = "Run `model-release validate` again at this head.";
  return [inconclusive({ rule: "ratePerSecond", measured: ratePerSecond, limit: asked.ratePerSecond, message, fix })];
}

function judgeRun(measured: LatencyEvidence, limits: LatencyGate, hasChampion: boolean): readonly Reason[] {
  const { p95Ms } = measured.challenger;
  const reasons = limits.p95Ms === undefined ? [] : [withinLimit(p95Ms, limits.p95Ms)];
  if (hasChampion) return [...reasons, besideChampion(measured.ratio, limits.maxRatio)];
  const message = `the 95th percentile is ${figure(p95Ms)} ms; there is no champion to compare with`;
  return [...reasons, pass({ rule: "champion", measured: p95Ms, message })];
}

function withinLimit(p95Ms: number, limit: number): Reason {
  const message = `the 95th percentile is ${figure(p95Ms)} ms, and ${limit} ms are allowed`;
  const said = { rule: "p95Ms", measured: p95Ms, limit, message };
  if (p95Ms <= limit) return pass(said);
  if (Number.isNaN(p95Ms)) return inconclusive({ ...said, fix: "Run again." });
  return fail({ ...said, fix: "Make the model faster, or raise gates.latency.p95Ms." });
}

function besideChampion(ratio: LatencyEvidence["ratio"], limit: number): Reason {
  if (ratio === null) {
    return inconclusive({
      rule: "maxRatio",
      limit,
      message: "the champion was not timed beside it",
      fix: "Run again.",
    });
  }
  const { value, lower, upper } = ratio;
  const message = `the 95th percentile is ${figure(value)} × the champion's (${figure(lower)} to ${figure(upper)}), and ${limit} × is allowed`;
  const said = { rule: "maxRatio", measured: value, limit, message };
  if (lower > limit) return fail({ ...said, fix: "Make the model faster, or raise gates.latency.maxRatio." });
  return lower <= limit ? pass(said) : inconclusive({ ...said, fix: "Run again." });
}

export function invalidRun(why: string): Reason {
  const fix = "Run it again on a machine with less other work.";
  return inconclusive({ rule: "valid", message: `the run says nothing: ${why}`, fix });
}
