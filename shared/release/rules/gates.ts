import { list } from "../../schema/phrases.ts";
import type { Metric, MetricLimits, ReleaseManifest } from "../../schema/release.types.ts";
import { liesWithinOne, METRICS } from "../metrics.ts";
import type { Complaint, Rule } from "./rule.ts";

/** Limits that nothing can keep, and waivers that nobody can give. */
export const gateRules: readonly Rule[] = [
  { reads: ["gates", "evaluation"], find: foreignMetrics },
  { reads: ["gates"], find: ({ gates }) => eachMetric(gates.quality?.metrics ?? {}, limitComplaints) },
  { reads: ["gates"], find: sizesReversed },
  { reads: ["waivers"], find: neverWaived },
];

type Metrics = Partial<Readonly<Record<Metric, MetricLimits>>>;
type Find = (metric: Metric, limits: MetricLimits, at: string) => readonly Complaint[];

function eachMetric(metrics: Metrics, find: Find): readonly Complaint[] {
  return (Object.entries(metrics) as [Metric, MetricLimits][]).flatMap(([metric, limits]) =>
    find(metric, limits, `/gates/quality/metrics/${metric}`),
  );
}

function foreignMetrics({ gates, evaluation }: ReleaseManifest): readonly Complaint[] {
  if (evaluation === undefined) return [];
  const { task } = evaluation;
  return eachMetric(gates.quality?.metrics ?? {}, (metric, _, at) => {
    if (METRICS[task].includes(metric)) return [];
    const message = `gates.quality.metrics.${metric} is not measured for a ${task} task`;
    return [{ at, onKey: true, message, fix: `Limit ${list(METRICS[task])}.` }];
  });
}

function limitComplaints(metric: Metric, limits: MetricLimits, at: string): readonly Complaint[] {
  const { min, max } = limits;
  const found: Complaint[] = [];
  if (min !== undefined && max !== undefined && min > max) {
    const message = `gates.quality.metrics.${metric} has min ${min} above max ${max}`;
    found.push({ at: `${at}/min`, message, fix: "Make min the smaller of the two." });
  }
  for (const key of ["min", "max", "maxLoss", "minGain"] as const) {
    const limit = limits[key];
    if (limit === undefined || !liesWithinOne(metric) || Math.abs(limit) <= 1) continue;
    const fix = limit <= 100 ? `Write ${Number((limit / 100).toPrecision(12))} for ${limit} %.` : "Write a fraction.";
    const message = `gates.quality.metrics.${metric}.${key} is ${limit}, and ${metric} is a fraction, never above 1`;
    found.push({ at: `${at}/${key}`, message, fix });
  }
  return found;
}

function sizesReversed({ gates }: ReleaseManifest): readonly Complaint[] {
  const { warnBytes, maxBytes } = gates.size ?? {};
  if (warnBytes === undefined || maxBytes === undefined || warnBytes <= maxBytes) return [];
  const message = `gates.size warns at ${warnBytes} bytes, above the ${maxBytes} at which it fails`;
  return [{ at: "/gates/size/warnBytes", message, fix: "Make warnBytes the smaller of the two." }];
}

function neverWaived({ waivers = [] }: ReleaseManifest): readonly Complaint[] {
  return waivers.flatMap(({ gate }, index) => {
    if (gate !== "digest" && gate !== "safety") return [];
    const message = `the gate ${gate} cannot be waived`;
    return [{ at: `/waivers/${index}/gate`, message, fix: "Take the waiver out and correct the artifact." }];
  });
}
