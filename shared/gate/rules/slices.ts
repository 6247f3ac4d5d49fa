import type { SliceQuality } from "../../evidence/quality.ts";
import { isBetterWhenLower } from "../../release/metrics.ts";
import { count } from "../../release/quantities.ts";
import type { Metric, SlicesGate } from "../../schema/release.types.ts";
import { holm } from "../../statistics/holm.ts";
import { isAllowed, isNumber, type Loss, lossOf, lossText, rowsFix } from "../loss.ts";
import { fail, few, figure, inconclusive, pass, warn } from "../reasons.ts";
import type { Rule } from "../rule.ts";
import type { Reason } from "../verdict.ts";
import { otherEvaluation } from "./evaluation.ts";
import { unmeasuredSlices } from "./slices-asked.ts";

interface TestedSlice {
  readonly slice: SliceQuality;
  readonly metric: Metric;
  readonly limits: SlicesGate;
  readonly loss: Loss;
  readonly allowed: number;
  /** One-sided and after Holm's correction; null where the slice could not be tested. */
  readonly pValue: number | null;
}

/** No slice of the rows loses to the champion, beyond what is allowed and what chance does. */
export const slices: Rule<"quality"> = {
  gate: "slices",
  reads: "quality",
  excuse({ evidence, policy }) {
    if (policy.evaluation === null || (policy.evaluation.slices ?? []).length === 0)
      return "the manifest names no slices";
    return evidence.champion === null ? "there is no champion to compare with" : null;
  },
  judge(measured, question) {
    if (question.policy.evaluation === null) return [];
    const otherwise = otherEvaluation(measured, question);
    if (otherwise.length > 0) return otherwise;
    const metric = question.policy.evaluation.primaryMetric;
    const limits = question.policy.gates.slices;
    const large = measured.slices.filter((slice) => isLarge(slice, measured.task, limits));
    return [
      ...unmeasuredSlices(question.policy.evaluation.slices ?? [], measured.slices),
      ...judgeLarge(large, metric, limits),
      ...listSmall(
        measured.slices.filter((slice) => !large.includes(slice)),
        limits,
      ),
    ];
  },
};

/** A rank needs both classes; the other tasks' metrics do with any rows. */
function isLarge({ rows, classRows }: SliceQuality, task: string, { minRows, minPerClass }: SlicesGate): boolean {
  return rows >= minRows && (task !== "binary" || (classRows ?? []).every((ofClass) => ofClass >= minPerClass));
}

function judgeLarge(large: readonly SliceQuality[], metric: Metric, limits: SlicesGate): readonly Reason[] {
  const corrected = correctedPValues(large);
  return large.map((slice) => {
    const measured = slice.metrics[metric];
    const loss = measured === undefined ? null : lossOf(metric, measured);
    if (loss === null) return notComparable(slice, metric);
    const allowed = allowedLoss(metric, limits, loss.champion);
    return judgeSlice({ slice, metric, limits, loss, allowed, pValue: corrected.get(slice) ?? null });
  });
}

function correctedPValues(large: readonly SliceQuality[]): ReadonlyMap<SliceQuality, number> {
  const tested = large.filter(({ lossPValue }) => isNumber(lossPValue));
  const adjusted = holm(tested.map(({ lossPValue }) => lossPValue!));
  return new Map(tested.map((slice, index) => [slice, adjusted[index]!]));
}

/** An error has no scale of its own: where a share of the champion's is given, it is what counts. */
function allowedLoss(metric: Metric, { maxLoss, maxLossRatio }: SlicesGate, champion: number): number {
  const isShare = maxLossRatio !== undefined && isBetterWhenLower(metric);
  return isShare ? maxLossRatio * Math.abs(champion) : maxLoss;
}

function judgeSlice({ slice, metric, limits, loss, allowed, pValue }: TestedSlice): Reason {
  const { predicate, rows, isRequired } = slice;
  const said = { rule: predicate, measured: loss.value, limit: allowed };
  const message = `${predicate} (${count(rows, "row")}): ${lossText(metric, loss)}; a loss of ${figure(allowed)} is allowed`;
  if (isAllowed(loss.value, allowed, loss)) return pass({ ...said, message });
  if (pValue !== null && pValue < limits.alpha) {
    const certain = `${message}, p = ${figure(pValue)} after Holm's correction`;
    return fail({ ...said, message: certain, fix: "Find out what the challenger does worse on these rows." });
  }
  const unsure = {
    ...said,
    message: `${message}: it may be chance`,
    fix: rowsFix(slice.metrics[metric]!.neededRows, rows),
  };
  return isRequired ? inconclusive(unsure) : warn(unsure);
}

function notComparable({ predicate }: SliceQuality, metric: Metric): Reason {
  const message = `${predicate}: ${metric} cannot be compared with the champion's`;
  return inconclusive({ rule: predicate, message, fix: "Look at the scores of these rows." });
}

function listSmall(small: readonly SliceQuality[], { minRows, minPerClass }: SlicesGate): readonly Reason[] {
  const fix = `Evaluate on at least ${minRows} rows of it, and ${minPerClass} of each class.`;
  const required = small.filter(({ isRequired }) => isRequired);
  const others = small.filter(({ isRequired }) => !isRequired).map(({ predicate, rows }) => `${predicate} (${rows})`);
  const listed = `${count(others.length, "slice")} too small to be tested: ${few(others)}`;
  return [
    ...required.map(({ predicate, rows }) => {
      const message = `${predicate} is required, and has too few rows to be tested: ${rows}`;
      return inconclusive({ rule: predicate, measured: rows, limit: minRows, message, fix });
    }),
    ...(others.length === 0
      ? []
      : [pass({ rule: "minRows", measured: others.length, limit: minRows, message: listed })]),
  ];
}
