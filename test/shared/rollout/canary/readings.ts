import type { LatencyHistogram } from "../../../../shared/ports/telemetry.ts";
import type { CanaryReadings, ModelReading } from "../../../../shared/rollout/canary/readings.ts";
import type { CanaryRules } from "../../../../shared/rollout/canary/rules.ts";

export const RULES: CanaryRules = {
  minSamples: 400,
  latency: { maxRatio: 1.1, p95Ms: null },
  areScoresJudged: true,
};

/** Each a tenth wider than the one before, from 1 ms to some seconds. */
export const BOUNDS_MS: readonly number[] = Array.from({ length: 90 }, (_, index) => 1.1 ** index);

export function histogramOf(latenciesMs: readonly number[], boundsMs = BOUNDS_MS): LatencyHistogram {
  const counts = new Array<number>(boundsMs.length + 1).fill(0);
  for (const latencyMs of latenciesMs) {
    const bucket = boundsMs.findIndex((bound) => latencyMs < bound);
    counts[bucket < 0 ? boundsMs.length : bucket]! += 1;
  }
  return { boundsMs, counts };
}

/** Answers that all took 20 ms but for what is said. */
export function readingOf(
  answers: number,
  said: Partial<ModelReading> & { readonly failed?: number } = {},
): ModelReading {
  const { failed = 0, ...rest } = said;
  return {
    answers,
    errors: failed === 0 ? {} : { 503: failed },
    latency: histogramOf(new Array<number>(answers).fill(20)),
    content: null,
    ...rest,
  };
}

export function readingsOf(challenger: ModelReading, champion: ModelReading | null): CanaryReadings {
  return { challenger, champion, spanMs: 600_000, remarks: [] };
}
