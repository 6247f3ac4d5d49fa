import type { Manifest } from "../../release/manifest.ts";

/** What a step is held to. */
export interface CanaryRules {
  readonly minSamples: number;
  /** Null where the gate `latency` does not block. */
  readonly latency: { readonly maxRatio: number; readonly p95Ms: number | null } | null;
  /** Whether the gate `sanity` blocks: then scores may neither be constant nor lie elsewhere than the champion's. */
  readonly areScoresJudged: boolean;
}

export function canaryRules({ rollout, gates }: Pick<Manifest, "rollout" | "gates">): CanaryRules {
  const { level, maxRatio, p95Ms = null } = gates.latency;
  return {
    minSamples: rollout.minSamples,
    latency: isBlocking(level) ? { maxRatio, p95Ms } : null,
    areScoresJudged: isBlocking(gates.sanity?.level),
  };
}

function isBlocking(level: "block" | "warn" | "off" | undefined): boolean {
  return level === undefined || level === "block";
}

/** The probability that a release like its champion is ever failed by one kind of finding at one step. */
export const ALPHA = 0.01;
/** What may be waited for when something speaks against a release and proves nothing, in times `minSamples`. */
const PATIENCE = 10;

/** Whether there are so many answers that what has not shown itself by now is let go on. */
export function isPatienceSpent(answers: number, { minSamples }: CanaryRules): boolean {
  return answers >= PATIENCE * minSamples;
}
