import { instantMs, instantText } from "../../ledger/instant.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { togetherOf } from "./readings.ts";
import type { CanarySource } from "./source.ts";

/** What the platform counted itself: all the traffic, and nothing of what was answered. */
export function monitored(telemetry: Telemetry): CanarySource {
  return async ({ challengerId, championIds, sinceMs, nowMs }) => {
    const read = await telemetry.read({ from: instantText(sinceMs), to: instantText(nowMs) });
    if (read.kind !== "done") return { kind: "unseen", reason: `Cloud Monitoring did not answer: ${read.message}` };
    const { until, models } = read.value;
    if (until === null) return { kind: "unseen", reason: "Cloud Monitoring has counted nothing since the step began" };
    const others = championIds.filter((id) => id !== challengerId);
    return {
      kind: "seen",
      readings: {
        challenger: togetherOf(models, [challengerId]),
        champion: others.length === 0 ? null : togetherOf(models, others),
        spanMs: Math.max(0, Math.min(nowMs, instantMs(until)) - sinceMs),
        remarks: [],
      },
    };
  };
}
