import type { ReleaseManifest } from "../../schema/release.types.ts";
import type { Complaint, Rule } from "./rule.ts";

/** What cannot be delivered: where to, in which steps, from when. */
export const deliveryRules: readonly Rule[] = [
  { reads: ["provenance"], find: windowReversed },
  { reads: ["serving"], find: replicasReversed },
  { reads: ["target"], find: sameEndpoint },
  { reads: ["rollout"], find: ({ rollout }) => risingSteps(rollout.steps) },
  { reads: ["rollout"], find: bakesTooLong },
  { reads: ["rollout", "monitoring", "golden"], find: telemetryWithoutSource },
];

function windowReversed({ provenance }: ReleaseManifest): readonly Complaint[] {
  const window = provenance?.trainingWindow;
  // ISO dates sort as text; a window of one day is one.
  if (window === undefined || window.from <= window.to) return [];
  const message = `provenance.trainingWindow begins on ${window.from}, after it ends on ${window.to}`;
  return [{ at: "/provenance/trainingWindow/from", message, fix: "Write the first day as from and the last as to." }];
}

function replicasReversed({ serving }: ReleaseManifest): readonly Complaint[] {
  if (serving === undefined || serving.replicas.min <= serving.replicas.max) return [];
  const { min, max } = serving.replicas;
  const message = `serving.replicas.min is ${min}, above max, which is ${max}`;
  return [{ at: "/serving/replicas/min", message, fix: "Make min at most max." }];
}

function sameEndpoint({ target }: ReleaseManifest): readonly Complaint[] {
  if (target === undefined || target.endpoint !== target.stagingEndpoint) return [];
  const message = "target.stagingEndpoint is the production endpoint";
  return [{ at: "/target/stagingEndpoint", message, fix: "Name another endpoint, or leave stagingEndpoint out." }];
}

function risingSteps(steps: readonly number[]): readonly Complaint[] {
  const stuck = steps.findIndex((percent, index) => index > 0 && percent <= steps[index - 1]!);
  if (stuck > 0) {
    const message = `rollout.steps must rise: ${steps[stuck]} comes after ${steps[stuck - 1]}`;
    return [{ at: `/rollout/steps/${stuck}`, message, fix: "Order the steps, each larger than the one before." }];
  }
  if (steps.at(-1) === 100) return [];
  const message = `rollout.steps must end at 100, got ${steps.at(-1)}`;
  return [{ at: `/rollout/steps/${steps.length - 1}`, message, fix: "Add 100 as the last step." }];
}

function bakesTooLong({ rollout }: ReleaseManifest, given: (at: string) => boolean): readonly Complaint[] {
  const { steps, bakeSeconds, deadlineHours } = rollout;
  const hours = (steps.length * bakeSeconds) / 3600;
  if (hours <= deadlineHours) return [];
  const at = given("/rollout/bakeSeconds") ? "/rollout/bakeSeconds" : "/rollout/deadlineHours";
  const message = `${steps.length} steps of rollout.bakeSeconds take ${Number(hours.toPrecision(3))} hours, more than rollout.deadlineHours, which is ${deadlineHours}`;
  return [{ at, message, fix: "Bake for less time, or move the deadline." }];
}

/** What grows by whole objects, and can be read while it does. */
const JSON_LINES = /^gs:\/\/.+\.(?:jsonl|ndjson)$/;

function telemetryWithoutSource({ rollout, monitoring, golden }: ReleaseManifest): readonly Complaint[] {
  const at = "/rollout/telemetry";
  if (rollout.telemetry === "log" && monitoring?.source === undefined) {
    const message = "rollout.telemetry reads the rows of monitoring.source, which is missing";
    return [{ at, message, fix: "Add monitoring.source, or choose another telemetry." }];
  }
  if (rollout.telemetry === "log" && !JSON_LINES.test(monitoring!.source!)) {
    const message = `rollout.telemetry reads JSON lines in a bucket, and monitoring.source is ${monitoring!.source}`;
    return [{ at, message, fix: "Log to gs://bucket/path/*.jsonl, or choose another telemetry." }];
  }
  if (rollout.telemetry === "probes" && golden === undefined) {
    const message = "rollout.telemetry sends the golden requests, and golden is missing";
    return [{ at, message, fix: "Add golden, or choose another telemetry." }];
  }
  return [];
}
