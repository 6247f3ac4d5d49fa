import type { LatencyHistogram, ModelTelemetry } from "../../ports/telemetry.ts";

/** What a step's answers were like since it began: the challenger's, and those of who served before it, concurrently. */
export interface CanaryReadings {
  readonly challenger: ModelReading;
  /** Nobody's for a first release. */
  readonly champion: ModelReading | null;
  /** From the step's beginning to the newest answer that could have been counted. */
  readonly spanMs: number;
  /** Where we asked ourselves: how many of our requests found no answer, and the challenger's share of the traffic. */
  readonly probed?: { readonly unanswered: number; readonly percent: number };
  /** What was left out, and why. */
  readonly remarks: readonly string[];
}

export interface ModelReading {
  readonly answers: number;
  /** By status: `503`, or only `5xx`. */
  readonly errors: Readonly<Record<string, number>>;
  readonly latency: LatencyHistogram;
  /** Null where the source does not show what was answered. */
  readonly content: ContentReading | null;
}

/** What was found in the answers that were looked into. */
export interface ContentReading {
  readonly answers: number;
  /** Of another shape than declared, outside the declared range, or no number. */
  readonly invalid: number;
  /** The first of them, in words. */
  readonly example: string | null;
  readonly scores: readonly number[];
}

export const NO_ANSWERS: ModelReading = {
  answers: 0,
  errors: {},
  latency: { boundsMs: [], counts: [0] },
  content: null,
};

export function errorsOf({ answers, errors }: Pick<ModelReading, "answers" | "errors">): number {
  return Math.min(
    answers,
    Object.values(errors).reduce((sum, count) => sum + count, 0),
  );
}

/** Of everybody who is named, together. */
export function togetherOf(models: readonly ModelTelemetry[], ids: readonly string[]): ModelReading {
  return models
    .filter(({ deployedModelId }) => ids.includes(deployedModelId))
    .reduce<ModelReading>(
      (sum, { answers, errors, latency }) => ({
        answers: sum.answers + answers,
        errors: summed(sum.errors, errors),
        latency: joined(sum.latency, latency),
        content: null,
      }),
      NO_ANSWERS,
    );
}

function summed(one: ModelReading["errors"], other: ModelReading["errors"]): ModelReading["errors"] {
  const statuses = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...statuses].map((status) => [status, (one[status] ?? 0) + (other[status] ?? 0)]));
}

/** Where bounds differ, what one bucket holds is counted at its upper end: never as faster than it was. */
function joined(one: LatencyHistogram, other: LatencyHistogram): LatencyHistogram {
  const boundsMs = [...new Set([...one.boundsMs, ...other.boundsMs])].toSorted((a, b) => a - b);
  const places = new Map(boundsMs.map((bound, index) => [bound, index]));
  const counts = new Array<number>(boundsMs.length + 1).fill(0);
  for (const each of [one, other])
    for (const [index, held] of each.counts.entries())
      counts[places.get(each.boundsMs[index] ?? Number.NaN) ?? boundsMs.length]! += held;
  return { boundsMs, counts };
}
