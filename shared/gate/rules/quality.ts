import type { Metrics, QualityEvidence } from "../../evidence/quality.ts";
import { liesWithinOne, METRICS } from "../../release/metrics.ts";
import type { Evaluation, Metric, MetricLimits } from "../../schema/release.types.ts";
import { lossOf } from "../loss.ts";
import type { Policy } from "../policy.ts";
import { fail, figure, inconclusive, pass, warn } from "../reasons.ts";
import type { Rule } from "../rule.ts";
import type { Reason } from "../verdict.ts";
import { otherEvaluation } from "./evaluation.ts";
import { judgeMetric } from "./metric.ts";

/** So much at once is rarely progress, and often the label in disguise. */
const LEAKING_GAIN = 0.05;

/** The metrics keep their floors, and lose no more to the champion than they may. */
export const quality: Rule<"quality"> = {
  gate: "quality",
  reads: "quality",
  judge(measured, question) {
    const { evidence, policy } = question;
    if (policy.evaluation === null) return [];
    const otherwise = [...otherEvaluation(measured, question), ...tooFewRows(measured, policy.evaluation)];
    if (otherwise.length > 0) return otherwise;
    const hasChampion = evidence.champion !== null;
    return [
      ...unlimited(policy),
      ...limitsOf(policy).flatMap(([metric, limits]) =>
        judgeMetric({ metric, limits, measured: measured.metrics[metric], hasChampion, rows: measured.rows }),
      ),
      ...(hasChampion ? leak(measured.metrics, policy.evaluation.primaryMetric) : [alone(policy)]),
    ];
  },
};

/** In the metrics' own order: a manifest's is lost where shards carry it to the run that joins them. */
function limitsOf({ gates, evaluation }: Policy): readonly (readonly [Metric, MetricLimits])[] {
  const limits = Object.entries(gates.quality?.metrics ?? {}) as [Metric, MetricLimits][];
  const order = METRICS[evaluation!.task];
  return limits.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
}

/** Whatever the metrics say: on so few rows they say it by chance. */
function tooFewRows({ rows, classRows }: QualityEvidence, { minRows, minPerClass }: Evaluation): readonly Reason[] {
  const found: Reason[] = [];
  if (!(rows >= minRows)) {
    const message = `${rows} rows are too few to judge by, the manifest asks for ${minRows}`;
    const fix = `Evaluate on at least ${minRows} rows.`;
    found.push(inconclusive({ rule: "minRows", measured: rows, limit: minRows, message, fix }));
  }
  for (const [label, count] of (classRows ?? []).entries()) {
    if (count >= minPerClass) continue;
    const message = `class ${label} has ${count} rows, the manifest asks for ${minPerClass} of each`;
    const fix = "Evaluate on more rows of this class.";
    found.push(inconclusive({ rule: "minPerClass", measured: count, limit: minPerClass, message, fix }));
  }
  return found;
}

/** Silence is not consent. */
function unlimited({ gates, evaluation }: Policy): readonly Reason[] {
  const { primaryMetric } = evaluation!;
  const { decide: _, ...limits } = gates.quality?.metrics?.[primaryMetric] ?? {};
  if (Object.keys(limits).length > 0) return [];
  const message = `the primary metric ${primaryMetric} has no limit, so nothing says what is good enough`;
  const fix = `Give gates.quality.metrics.${primaryMetric} a floor (min or max) and a maxLoss.`;
  return [fail({ rule: `${primaryMetric}.limit`, message, fix })];
}

function alone(policy: Policy): Reason {
  const { primaryMetric } = policy.evaluation!;
  const { min, max } = policy.gates.quality?.metrics?.[primaryMetric] ?? {};
  const message = "there is no champion to compare with: only floors are judged";
  if (min !== undefined || max !== undefined) return pass({ rule: "champion", message });
  const fix = `Give gates.quality.metrics.${primaryMetric} a floor (min or max).`;
  return warn({ rule: "champion", message: `${message}, and ${primaryMetric} has none`, fix });
}

function leak(metrics: Metrics, metric: Metric): readonly Reason[] {
  const measured = metrics[metric];
  const loss = measured === undefined || !liesWithinOne(metric) ? null : lossOf(metric, measured);
  if (loss === null || !(-loss.value > LEAKING_GAIN)) return [];
  const message = `${metric} gains ${figure(-loss.value * 100)} points at once: it may be a leak of the label`;
  const fix = "Check that no feature is made from what is predicted, and that no row was trained on.";
  return [warn({ rule: `${metric}.leakage`, measured: -loss.value, limit: LEAKING_GAIN, message, fix })];
}
