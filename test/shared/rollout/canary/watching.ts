import type { Outcome, RefusalReason } from "../../../../shared/ports/outcome.ts";
import type { Manifest } from "../../../../shared/release/manifest.ts";
import type { WatchPorts } from "../../../../shared/rollout/canary/watch.ts";
import type { CanaryQuestion } from "../../../../shared/rollout/canary.ts";

export const SINCE_MS = Date.parse("2026-03-01T12:00:00.000Z");

export function questionOf(manifest: Manifest, asked: Partial<CanaryQuestion> = {}): CanaryQuestion {
  const times = { sinceMs: SINCE_MS, nowMs: SINCE_MS + 600_000 };
  return { manifest, challengerId: "7", championIds: ["5", "6"], percent: 50, ...times, ...asked };
}

export const refused = (reason: RefusalReason): Outcome<never> => ({
  kind: "refused",
  reason,
  message: "no answer worth the name",
  fix: "Wait.",
});

/** Ports of which a test gives what it is about: whatever else is asked for is a mistake. */
export function portsOf(given: Partial<WatchPorts>): WatchPorts {
  const unasked = () => {
    throw new Error("nobody should ask this");
  };
  return {
    telemetry: { read: unasked },
    endpoint: { predict: unasked },
    golden: unasked,
    buckets: unasked,
    clock: { elapsedMs: () => 0 },
    ...given,
  };
}
